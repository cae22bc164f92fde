import { expect, test as it } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { kindOfFile, unpackedSize } from '~/platform/files-kind.server';
import type { Actor } from '../../actor';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { isRefusal } from '../../refusal';
import { attachFile } from '../commands/attach-file.server';
import { detachFile } from '../commands/detach-file.server';
import { findingFile } from '../queries/finding-file.server';
import { readUpload } from './upload.server';

const test = useDatabase();
const visitor: Actor = { kind: 'visitor', asOf: new Date() };
const bytes = (text: string) => new TextEncoder().encode(text);
const csv = (name = 'data set.csv') => new File([bytes('a,b\n1,2\n')], name, { type: 'text/csv' });
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

it.each([
  ['%PDF-1.7\n', 'x.pdf', 'application/pdf'],
  ['%PDF-1.7\n', 'x.txt', 'application/pdf'],
  ['a,b\n1,2', 'x.csv', 'text/csv'],
  ['plain words', 'x.TXT', 'text/plain'],
  ['<html><script>alert(1)</script>', 'x.html', null],
  ['plain words', 'x.svg', null],
  ['MZ\u0000\u0003', 'x.pdf', null],
  ['', 'x.txt', null],
])('%j named %s is %s', async (content, name, kind) => {
  expect(await kindOfFile(bytes(content), name)).toBe(kind);
});

it('tells a picture by content, not by its ending', async () => {
  const png = Uint8Array.from([
    0x89,
    0x50,
    0x4e,
    0x47,
    0x0d,
    0x0a,
    0x1a,
    0x0a,
    0,
    0,
    0,
    13,
    0x49,
    0x48,
    0x44,
    0x52,
    ...Array<number>(30).fill(0),
  ]);
  expect(await kindOfFile(png, 'x.txt')).toBe('image/png');
});

/** A zip directory of one entry that says how large it unpacks. */
function zipSaying(size: number): Uint8Array {
  const entry = new DataView(new ArrayBuffer(46));
  entry.setUint32(0, 0x02014b50, true);
  entry.setUint32(24, size, true);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(10, 1, true);
  return new Uint8Array([...new Uint8Array(entry.buffer), ...new Uint8Array(end.buffer)]);
}

it('reads how large a zipped file unpacks, or that it cannot be told', () => {
  expect(unpackedSize(zipSaying(3_000_000_000), DOCX)).toBe(3_000_000_000);
  expect(unpackedSize(bytes('no zip at all, but long enough to look'), DOCX)).toBeNull();
  expect(unpackedSize(bytes('%PDF'), 'application/pdf')).toBe(0);
});

it.each([
  ['../../etc/passwd.csv', 'passwd.csv'],
  ['C:\\a\\b<c>.csv', 'b_c_.csv'],
  ['data set (2).csv', 'data set (2).csv'],
  ['\u202efdp.csv', '_fdp.csv'],
])('%s is saved as %s', async (given, name) => {
  const upload = await readUpload(csv(given), 'file');
  expect(isRefusal(upload) ? upload : upload.name).toBe(name);
});

it('keeps a file of a draft for its writer alone until it is published and released', async () => {
  const writer = await actorFor((await makePerson({ expert: true })).id);
  const stranger = await actorFor((await makePerson({ expert: true })).id);
  const { reference, id, versionId } = await makeFinding({ state: 'draft', submittedById: writer.id });
  expect(await run(attachFile, stranger, { reference, file: csv() })).toEqual({ kind: 'hidden' });
  expect(
    await run(attachFile, writer, { reference, file: new File([bytes('MZ\u0000')], 'x.pdf') }),
  ).toMatchObject({ refusal: { fields: { file: expect.any(String) } } });
  expect(await run(attachFile, writer, { reference, file: csv() })).toMatchObject({ kind: 'done' });
  const [row] = await test.db.storedFile.findMany({ where: { findings: { some: { versionId } } } });
  const file = row?.reference;
  expect(row?.storedAs).toMatch(/^[0-9a-f]{32}$/);
  const read = await ask(findingFile, writer, { reference, file });
  expect(read?.kind === 'file' && read.bytes.toString()).toBe('a,b\n1,2\n');
  for (const actor of [stranger, visitor])
    expect(await ask(findingFile, actor, { reference, file })).toBeNull();
  const at = new Date();
  await test.db.findingVersion.update({
    where: { id: versionId },
    data: { submittedAt: at, publishedAt: at },
  });
  await test.db.finding.update({ where: { id }, data: { publishedAt: at, currentNumber: 1 } });
  expect(await ask(findingFile, stranger, { reference, file })).not.toBeNull();
  expect(await ask(findingFile, visitor, { reference, file })).toBeNull();
  expect(await run(detachFile, writer, { reference, file })).toMatchObject({ kind: 'denied' });
  await test.db.finding.update({ where: { id }, data: { releasedAt: at } });
  expect(await ask(findingFile, visitor, { reference, file })).toMatchObject({
    name: 'data set.csv',
    mediaType: 'text/csv',
  });
});

it('takes a file off a draft again', async () => {
  const writer = await actorFor((await makePerson({ expert: true })).id);
  const { reference, versionId } = await makeFinding({ state: 'draft', submittedById: writer.id });
  await run(attachFile, writer, { reference, file: csv() });
  const [row] = await test.db.storedFile.findMany({ where: { findings: { some: { versionId } } } });
  expect(await run(detachFile, writer, { reference, file: row?.reference })).toMatchObject({ kind: 'done' });
  expect(await test.db.storedFile.count({ where: { id: row?.id ?? '' } })).toBe(0);
});
