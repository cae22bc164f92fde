import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let who: Readers;
let reference: string;
let versionId: string;

beforeAll(async () => {
  who = await makeReaders();
});
beforeEach(async () => {
  ({ reference, versionId } = await makeFinding({ state: 'draft', submittedById: who.member }));
});

const csv = (name = 'data.csv', text = 'port,count\nHull,3\n') =>
  new File([text], name, { type: 'text/csv' });
const add = (file: File | undefined, as: string | undefined = who.member) =>
  send(paths.findingFiles(reference), { file }, { as });
const files = () =>
  database.db.findingFile.findMany({
    where: { versionId },
    include: { file: true },
    orderBy: { fileId: 'asc' },
  });
const added = async (file = csv()) => {
  await add(file);
  const row = (await files()).at(-1);
  if (!row) throw new Error('no file was added');
  return row.file;
};
const published = () =>
  Promise.all([
    database.db.findingVersion.update({
      where: { id: versionId },
      data: { submittedAt: new Date(), publishedAt: new Date() },
    }),
    database.db.finding.update({ where: { reference }, data: { publishedAt: new Date(), currentNumber: 1 } }),
  ]);

describe('adding a file to a draft', () => {
  test('keeps it, lists it with its size and leads to it', async () => {
    const sent = await add(csv());
    expect([sent.location, sent.banner]).toEqual([paths.findingFiles(reference), 'File added']);
    const page = await visit(paths.findingFiles(reference), { as: who.member });
    expect(page.text).toContain('data.csv (1 KB');
    expect(page.buttons).toEqual(['Remove data.csv', 'Add file']);
    const check = await visit(paths.checkFinding(reference), { as: who.member });
    expect(check.text).toContain('data.csv (1 KB)');
  });

  test.each([
    ['no file', undefined, 'Choose a file'],
    ['an empty one', () => csv('empty.csv', ''), 'Choose a file that is not empty'],
    ['a program', () => new File([new Uint8Array([0x4d, 0x5a, 0, 1, 2])], 'paper.pdf'), 'Choose a PDF'],
    ['a web page', () => new File(['<html><script>1</script></html>'], 'page.html'), 'Choose a PDF'],
    ['a picture that is a script', () => new File(['<svg onload="x()"/>'], 'map.svg'), 'Choose a PDF'],
  ])('%s is refused beside the field', async (_name, file, message) => {
    const page = await add(file?.());
    expect(page.status).toBe(422);
    expect(page.messageBeside('file')).toContain(message);
    expect(page.errors).toHaveLength(1);
    expect(await files()).toHaveLength(0);
  });

  test('a name cannot lead anywhere or carry markup', async () => {
    const kept = await added(csv('../../etc/<script>"passwd\u202E.csv'));
    expect(kept.name).not.toMatch(/[/\\<>"\u202E]/);
    expect(kept.name).toMatch(/\.csv$/);
  });

  test('more than ten are not kept', async () => {
    for (let place = 0; place < 10; place += 1) await add(csv(`file ${place}.csv`));
    const page = await add(csv('one more.csv'));
    expect(page.status).toBe(422);
    expect(page.errors).toEqual(['A finding can have 10 files']);
    expect(await files()).toHaveLength(10);
  });

  test('nobody but its writer adds one', async () => {
    for (const as of [who.unverified, who.auditor, who.committee, who.coordinator])
      expect((await add(csv(), as)).status).toBe(404);
    expect((await send(paths.findingFiles(reference), { file: csv() })).location).toContain(paths.signIn());
    expect(await files()).toHaveLength(0);
  });
});

describe('removing a file', () => {
  const remove = (file: string, as: string | undefined = who.member) =>
    send(paths.findingFiles(reference), { intent: 'remove', file }, { as });

  test('takes it off the draft and out of reach', async () => {
    const kept = await added();
    expect((await remove(kept.reference)).banner).toBe('File removed');
    expect(await files()).toHaveLength(0);
    const page = await visit(paths.findingFile(reference, kept.reference), { as: who.member });
    expect(page.status).toBe(404);
  });

  test('twice is refused in words', async () => {
    const kept = await added();
    await remove(kept.reference);
    expect((await remove(kept.reference)).status).toBe(409);
  });

  test('that belongs to another finding is refused', async () => {
    const kept = await added();
    const other = await makeFinding({ state: 'draft', submittedById: who.coordinator });
    const page = await send(
      paths.findingFiles(other.reference),
      { intent: 'remove', file: kept.reference },
      { as: who.coordinator },
    );
    expect(page.status).toBe(409);
    expect(await files()).toHaveLength(1);
  });
});

describe('reading a file', () => {
  const read = (file: string, as?: string) => visit(paths.findingFile(reference, file), { as });

  test('comes to be saved, never to be shown', async () => {
    const kept = await added();
    const file = await read(kept.reference, who.member);
    expect(file.status).toBe(200);
    expect(file.headers.get('Content-Disposition')).toMatch(/^attachment; filename="data\.csv"/);
    expect(file.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(file.headers.get('Cache-Control')).toBe('private, no-store');
    expect(file.html).toContain('port,count');
  });

  test('of a draft is its writer’s alone', async () => {
    const kept = await added();
    for (const as of [undefined, who.unverified, who.auditor, who.coordinator])
      expect((await read(kept.reference, as)).status).toBe(404);
  });

  test('of what waits is the coordinators’ who review it', async () => {
    const kept = await added();
    await send(paths.checkFinding(reference), {}, { as: who.member });
    expect((await read(kept.reference, who.coordinator)).status).toBe(200);
    expect((await read(kept.reference, who.auditor)).status).toBe(404);
  });

  test('of what is published is its readers’; of what was retracted, its writer’s again', async () => {
    const kept = await added();
    await published();
    expect((await read(kept.reference, who.auditor)).status).toBe(200);
    expect((await read(kept.reference)).status).toBe(404);
    await database.db.finding.update({
      where: { reference },
      data: { retractedAt: new Date(), retractedReason: 'Wrong' },
    });
    expect((await read(kept.reference, who.auditor)).status).toBe(404);
    expect((await read(kept.reference, who.member)).status).toBe(200);
    const page = await visit(paths.finding(reference), { as: who.auditor });
    expect(page.html).not.toContain(paths.findingFile(reference, kept.reference));
  });

  test('is not reached through another finding', async () => {
    const kept = await added();
    const other = await makeFinding({ released: true });
    const page = await visit(paths.findingFile(other.reference, kept.reference), { as: who.member });
    expect(page.status).toBe(404);
  });
});
