import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { run } from '~/domain/command.server';
import { grantFileAccess } from '~/domain/knowledge/commands/grant-file-access.server';
import { addDays, isoDay, ukDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { attachText } from '../../../../tests/support/factories/files';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { actorInSession, makePerson } from '../../../../tests/support/factories/people';
import { HOSTILE, makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { done } from '../../../../tests/support/outcome';
import { makeToken } from '../../../../tests/support/factories/tokens';
import { send, visit, visitData } from '../../../../tests/support/site';
import { program } from '../../../../tests/support/site/program';

const database = useDatabase();
let who: Readers;
let owner: string;
let author: string;
let finding: Awaited<ReturnType<typeof makeFinding>>;
let file: string;

beforeAll(async () => {
  who = await makeReaders();
  owner = (await makePerson({ expert: true, name: 'Olu Wner' })).id;
  author = (await makePerson({ expert: true, name: 'Aut Hor' })).id;
});
beforeEach(async () => {
  finding = await makeFinding({
    submittedById: owner,
    released: true,
    title: 'What informants say',
    authors: [{ name: 'Aut Hor', personId: author }],
  });
  file = await attachText(finding.versionId, owner, 'the restricted figures');
});

const inDays = (days: number) => {
  const [year, month, day] = isoDay(addDays(ukDay(new Date()), days)).split('-');
  return { 'opensOn.day': String(Number(day)), 'opensOn.month': String(Number(month)), 'opensOn.year': year };
};
const set = (over: Record<string, string | undefined>, as: string | undefined = owner) =>
  send(
    paths.fileAccess(finding.reference),
    { level: 'restricted', reason: 'It names informants', ...over },
    { as },
  );
const embargo = (days: number, reason = 'The paper is under review') =>
  set({ level: 'embargoed', reason, ...inDays(days) });
const read = (as?: string) => visit(paths.findingFile(finding.reference, file), { as });
const statuses = async (...people: (string | undefined)[]) => {
  const found: number[] = [];
  for (const as of people) found.push((await read(as)).status);
  return found;
};

describe('restricted files', () => {
  test('stay with those who keep them, while the record stays readable', async () => {
    expect(await statuses(undefined, who.member, who.auditor, owner)).toEqual([200, 200, 200, 200]);
    expect((await set({})).banner).toBe('Who may read the files is set');
    expect(await statuses(undefined, who.unverified, who.member, who.auditor, who.committee)).toEqual(
      Array(5).fill(403),
    );
    expect(await statuses(owner, author, who.coordinator)).toEqual([200, 200, 200]);
    const page = await visit(paths.finding(finding.reference), { as: who.member });
    expect(page.text).toContain('Most of it happens at night.');
    expect(page.text).toContain('1 file, restricted: It names informants');
    expect(page.links.map(({ text }) => text)).toContain('Ask for access');
  });

  test('leak in no version, data answer or export, neither what they say nor what they are called', async () => {
    await set({});
    const { reference } = finding;
    for (const path of [paths.finding(reference), paths.findingVersion(reference, 1), '/findings', '/search'])
      for (const as of [undefined, who.member]) {
        const bodies = [(await visit(path, { as })).html, (await visitData(path, { as })).body];
        for (const body of bodies) expect(body).not.toMatch(/figures\.csv|restricted figures/);
        for (const body of bodies) expect(body).not.toContain(file);
      }
    for (const format of ['csv', 'csl-json', 'bibtex'])
      expect((await visit(paths.findingExport(format))).html).not.toContain('figures');
    expect((await read()).html).not.toContain('the restricted figures');
    const token = await makeToken(who.member);
    for (const path of [`/findings/${reference}`, '/findings', '/search?q=figures']) {
      const { text } = await program(path, { token });
      expect(text).not.toMatch(/figures\.csv|restricted figures/);
      expect(text).not.toContain(file);
    }
  });

  test('are not told of where the finding is hidden', async () => {
    await database.db.finding.update({ where: { id: finding.id }, data: { releasedAt: null } });
    await set({});
    expect(await statuses(undefined, who.unverified, who.committee)).toEqual([404, 404, 404]);
  });
});

describe('an embargo', () => {
  test('ends by itself on its day, without any job', async () => {
    await embargo(10);
    const [page, answer] = [await visit(paths.finding(finding.reference)), await read()];
    expect(page.text).toMatch(/1 file, under embargo until .*: The paper is under review/);
    expect(answer.status).toBe(403);
    expect(answer.html).toContain('The paper is under review');
    await moveClock('10 days');
    expect(await statuses(undefined, who.member)).toEqual([200, 200]);
    expect((await visit(paths.finding(finding.reference))).text).not.toContain('embargo');
    await moveClock('-10 days');
  });

  test('is prolonged only with another reason, and both are kept', async () => {
    await embargo(10);
    const silent = await embargo(20, 'the paper is UNDER review');
    expect([silent.status, silent.messageBeside('reason')]).toEqual([
      422,
      'Say what has changed since: an embargo is not prolonged under the reason it had',
    ]);
    expect(silent.fields['reason']).toBe('the paper is UNDER review');
    await embargo(20, 'The journal asked for another round');
    const { text } = await visit(paths.fileAccess(finding.reference), { as: owner });
    for (const words of ['The paper is under review', 'The journal asked for another round'])
      expect(text).toContain(words);
    const facts = await database.db.fact.findMany({
      where: { nounId: finding.id, name: 'FileAccessWasSet' },
    });
    expect(facts).toHaveLength(2);
    expect(JSON.stringify(facts.map(({ data }) => data))).not.toContain('journal');
  });

  test('the database holds it by itself', async () => {
    await embargo(10);
    const row = await database.db.fileAccess.findFirstOrThrow({ where: { findingId: finding.id } });
    const other = { ...row, id: crypto.randomUUID(), findingId: (await makeFinding()).id };
    const access = database.db.fileAccess;
    await expect(access.update({ where: { id: row.id }, data: { reason: 'Another' } })).rejects.toThrow(
      'FileAccessIsKept',
    );
    await expect(access.create({ data: { ...other, reason: '' } })).rejects.toThrow('says_why');
    await expect(access.create({ data: { ...other, opensOn: null } })).rejects.toThrow('has_a_day');
    await expect(access.create({ data: { ...other, findingId: finding.id } })).rejects.toThrow();
    await access.update({ where: { id: row.id }, data: { replacedAt: row.setAt } });
    await expect(
      access.create({
        data: { ...row, id: other.id, replacedAt: null, opensOn: addDays(row.opensOn ?? row.setAt, 9) },
      }),
    ).rejects.toThrow('EmbargoNeedsAnotherReason');
  });

  test.each([
    ['no day', { level: 'embargoed' }, 'opensOn', 'Enter the day on which the files open'],
    ['a day that is over', { level: 'embargoed', ...inDays(0) }, 'opensOn', 'must be in the future'],
    ['no end in sight', { level: 'embargoed', ...inDays(3700) }, 'opensOn', 'ten years at most'],
    ['no reason', { reason: ' ' }, 'reason', 'Say why'],
    ['no level', { level: '' }, 'level', 'Choose who may read the files'],
  ])('%s is refused beside the field', async (_name, over, field, message) => {
    const page = await set(over);
    expect(page.status).toBe(422);
    expect(page.messageBeside(field)).toContain(message);
  });
});

test('is set while drafting too, and goes with a draft that is discarded', async () => {
  const draft = await makeFinding({ state: 'draft', submittedById: owner });
  await attachText(draft.versionId, owner);
  const path = paths.fileAccess(draft.reference);
  const files = await visit(paths.findingFiles(draft.reference), { as: owner });
  expect(files.links.map(({ href }) => href)).toContain(path);
  const sent = await send(path, { level: 'restricted', reason: HOSTILE }, { as: owner });
  expect(sent.status).toBe(303);
  expect((await visit(path, { as: owner })).html).not.toContain('<script>alert');
  expect((await visit(path, { as: who.coordinator })).status).toBe(404);
  await send(paths.discardFinding(draft.reference), {}, { as: owner });
  expect(await database.db.fileAccess.count({ where: { findingId: draft.id } })).toBe(0);
});

test('only its authors and coordinators decide', async () => {
  for (const as of [who.member, who.auditor, who.unverified]) {
    expect((await set({}, as)).status).toBe(403);
    expect((await visit(paths.fileAccess(finding.reference), { as })).status).toBe(403);
  }
  for (const as of [author, who.coordinator])
    expect((await visit(paths.fileAccess(finding.reference), { as })).status).toBe(200);
});

test('one person is given access until a day, which can be ended before', async () => {
  await set({});
  const keeper = await actorInSession(owner);
  const grant = (until: Date) =>
    run(grantFileAccess, keeper, { reference: finding.reference, personId: who.member, until });
  expect(await grant(addDays(ukDay(new Date()), 400))).toMatchObject({ kind: 'refused' });
  done(await grant(addDays(ukDay(new Date()), 5)));
  done(await grant(addDays(ukDay(new Date()), 7)));
  expect(await statuses(who.member, who.auditor)).toEqual([200, 403]);
  expect((await visit(paths.finding(finding.reference), { as: who.member })).text).toContain(
    'Your access lasts',
  );
  await moveClock('8 days');
  expect((await read(who.member)).status).toBe(403);
  await moveClock('-8 days');
  const page = await visit(paths.fileAccess(finding.reference), { as: owner });
  expect(page.text).toContain('Mel Member');
  const { id } = await database.db.fileGrant.findFirstOrThrow({
    where: { findingId: finding.id, endedAt: null },
  });
  const end = () => send(paths.fileAccess(finding.reference), { intent: 'end', grant: id }, { as: owner });
  expect((await end()).banner).toBe('Access ended');
  expect((await end()).status).toBe(404);
  expect((await read(who.member)).status).toBe(403);
});

describe('a link for somebody without an account', () => {
  const make = (over: Record<string, string> = {}, as = owner) =>
    send(
      paths.makeFileLink(finding.reference),
      { purpose: 'For the inspectorate', days: '30', ...over },
      { as },
    );
  const madeToken = async () => /\/file-links\/([\w-]{43})/.exec((await make()).text)?.[1] ?? '';

  test('is shown once, opens record and files, and every use is counted', async () => {
    await set({});
    await database.db.finding.update({ where: { id: finding.id }, data: { releasedAt: null } });
    const token = await madeToken();
    const page = await visit(paths.fileLink(token));
    expect([page.status, page.heading]).toEqual([200, 'What informants say']);
    expect(page.headers.get('X-Robots-Tag')).toContain('noindex');
    expect(page.headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(page.links.map(({ href }) => href)).toContain(paths.linkedFile(token, file));
    expect((await visit(paths.linkedFile(token, file))).html).toBe('the restricted figures');
    const kept = await visit(paths.fileAccess(finding.reference), { as: owner });
    expect(kept.html).not.toContain(token);
    expect(kept.text).toContain('2 times');
    const rows = await database.db.fileLink.findMany({ where: { findingId: finding.id } });
    expect(JSON.stringify(rows)).not.toContain(token);
    const facts = await database.db.fact.findMany({ where: { nounId: finding.id } });
    expect(JSON.stringify(facts.map(({ data }) => data))).not.toContain(token);
    expect(await database.db.fact.count({ where: { name: 'FileLinkWasUsed' } })).toBe(2);
    expect((await read(who.member)).status).toBe(403);
  });

  test('ends with its day, by hand, and with the finding', async () => {
    const token = await madeToken();
    const works = async () => [
      (await visit(paths.fileLink(token))).status,
      (await visit(paths.linkedFile(token, file))).status,
    ];
    expect(await works()).toEqual([200, 200]);
    await moveClock('31 days');
    expect(await works()).toEqual([404, 404]);
    await moveClock('-31 days');
    const retracted = { retractedAt: new Date(), retractedReason: 'Wrong' };
    await database.db.finding.update({ where: { id: finding.id }, data: retracted });
    expect(await works()).toEqual([404, 404]);
    await database.db.finding.update({
      where: { id: finding.id },
      data: { retractedAt: null, retractedReason: null },
    });
    const { reference: link } = await database.db.fileLink.findFirstOrThrow({
      where: { findingId: finding.id },
    });
    const revoked = await send(
      paths.fileAccess(finding.reference),
      { intent: 'revoke', link },
      { as: author },
    );
    expect(revoked.banner).toBe('Link revoked');
    expect(await works()).toEqual([404, 404]);
  });

  test('opens no other file, and no guess opens anything', async () => {
    const token = await madeToken();
    const other = await makeFinding({ submittedById: owner });
    const theirs = await attachText(other.versionId, owner, 'theirs');
    expect((await visit(paths.linkedFile(token, theirs))).status).toBe(404);
    for (const guess of ['x', token.toLowerCase(), `${token}x`, "'; --", 'a'.repeat(43)])
      expect((await visit(paths.fileLink(guess))).status).toBe(guess === token ? 200 : 404);
  });

  test.each([
    [{ days: '91' }, 'days', 'A link lasts 90 days at most'],
    [{ days: '0' }, 'days', 'A link lasts a day at least'],
    [{ purpose: '' }, 'purpose', 'Say who it is for and why'],
  ])('%o is refused', async (over, field, message) =>
    expect((await make(over)).messageBeside(field)).toBe(message),
  );

  test('is made by those who keep the files alone', async () => {
    for (const as of [who.member, who.auditor]) expect((await make({}, as)).status).toBe(403);
    expect(await database.db.fileLink.count({ where: { findingId: finding.id } })).toBe(0);
  });
});
