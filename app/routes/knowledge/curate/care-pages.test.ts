import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let who: Readers;
let reference: string;
let id: string;

beforeAll(async () => {
  who = await makeReaders();
});
beforeEach(async () => {
  ({ id, reference } = await makeFinding({ submittedById: who.member, title: 'Brokers at sea' }));
});

const row = () => database.db.finding.findUniqueOrThrow({ where: { id } });
const asCoordinator = () => ({ as: who.coordinator });
const linksFor = async (as: string) =>
  (await visit(paths.finding(reference), { as })).links.map(({ text }) => text);

const CARE = [
  ['release', paths.releaseFinding],
  ['retract', paths.retractFinding],
  ['supersede', paths.supersedeFinding],
  ['reaffirm', paths.reaffirmFinding],
] as const;

describe('who looks after a published finding', () => {
  test.each(CARE)('coordinators alone open “%s”', async (_name, address) => {
    expect((await visit(address(reference), asCoordinator())).status).toBe(200);
    for (const as of [who.member, who.auditor, who.administrator])
      expect((await visit(address(reference), { as })).status).toBe(403);
    for (const as of [who.unverified, who.committee])
      expect((await visit(address(reference), { as })).status).toBe(404);
    expect((await visit(address(reference))).location).toContain(paths.signIn());
  });

  test.each(CARE)('nobody else does “%s” by sending its form', async (_name, address) => {
    const before = await row();
    const fields = { reason: 'Because', by: reference, 'reviewBy.day': '1' };
    for (const as of [who.member, who.auditor])
      expect([403, 422]).toContain((await send(address(reference), fields, { as })).status);
    expect(await row()).toEqual(before);
  });

  test.each(CARE)('what was never published has no “%s”', async (_name, address) => {
    const waiting = await makeFinding({ state: 'submitted', submittedById: who.member });
    expect((await visit(address(waiting.reference), asCoordinator())).status).toBe(403);
    const draft = await makeFinding({ state: 'draft', submittedById: who.member });
    expect((await visit(address(draft.reference), asCoordinator())).status).toBe(404);
  });

  test('only they find the links on its page, and every link they find opens', async () => {
    const wanted = ['Release to the public', 'Retract it', 'Supersede it by another', 'Change its tags'];
    expect(await linksFor(who.coordinator)).toEqual(expect.arrayContaining(wanted));
    for (const as of [who.member, who.auditor])
      for (const text of wanted) expect(await linksFor(as)).not.toContain(text);
    const page = await visit(paths.finding(reference), asCoordinator());
    const offered = page.$('[aria-label="What you can do"] a').toArray();
    expect(offered.length).toBeGreaterThan(5);
    for (const link of offered) {
      const opened = await visit(page.$(link).attr('href') ?? '', asCoordinator());
      expect(opened.status, page.$(link).text()).toBe(200);
    }
  });
});

describe('releasing to the public', () => {
  const release = (reason: string, intent = 'release') =>
    send(paths.releaseFinding(reference), { reason, intent }, asCoordinator());

  test('puts it before everybody, with a named decision on record', async () => {
    expect((await visit(paths.finding(reference))).status).toBe(404);
    const sent = await release('It helps carriers');
    expect(sent.banner).toBe('The public can now see this finding');
    const page = await visit(paths.finding(reference));
    expect(page.heading).toBe('Brokers at sea');
    expect(page.html).toContain('application/ld+json');
    expect(page.text).not.toContain('Mel Member');
    expect(await database.db.release.findFirst({ where: { nounId: id } })).toMatchObject({
      releasedById: who.coordinator,
      reason: 'It helps carriers',
      withdrawnAt: null,
    });
  });

  test('needs a reason', async () => {
    const page = await release('');
    expect(page.status).toBe(422);
    expect(page.messageBeside('reason')).toBe('Say why the public may see this');
    expect((await row()).releasedAt).toBeNull();
  });

  test('a page opened before somebody else released it does not turn it round', async () => {
    await release('First');
    const again = await release('Second');
    expect(again.status).toBe(409);
    expect(again.errors).toEqual(['The public can see this finding already.']);
    expect(again.fields['reason']).toBe('Second');
    expect((await row()).releasedAt).not.toBeNull();
  });

  test('can be taken back: the public loses it, the record of it stays', async () => {
    await release('First');
    const page = await visit(paths.releaseFinding(reference), asCoordinator());
    expect(page.heading).toBe('Withdraw the release');
    expect(page.fields['intent']).toBe('withdraw');
    const sent = await release('A name stood in it', 'withdraw');
    expect(sent.banner).toBe('The public can no longer see this finding');
    expect((await visit(paths.finding(reference))).status).toBe(404);
    expect(await database.db.release.findFirst({ where: { nounId: id } })).toMatchObject({
      withdrawnById: who.coordinator,
      withdrawnReason: 'A name stood in it',
    });
    expect((await release('Twice', 'withdraw')).status).toBe(409);
  });

  test('what is marked above OFFICIAL is never released', async () => {
    await database.db.finding.update({ where: { id }, data: { marking: 'OFFICIAL_SENSITIVE' } });
    const page = await release('It helps carriers');
    expect(page.status).toBe(422);
    expect(page.errors).toEqual(['Only what is marked OFFICIAL can be released.']);
  });
});

describe('retracting', () => {
  const retract = (reason: string) => send(paths.retractFinding(reference), { reason }, asCoordinator());

  test('leaves a tombstone with the reason and takes the text away, on every page of it', async () => {
    const sent = await retract('The data were miscoded.');
    expect(sent.banner).toBe('Finding retracted');
    for (const address of [paths.finding(reference), paths.findingVersion(reference, 1)]) {
      const page = await visit(address, { as: who.auditor });
      expect(page.status).toBe(200);
      expect(page.text).toContain('The data were miscoded.');
      expect(page.text).not.toContain('Most of it happens at night.');
    }
    const list = await visit(paths.findings(), { as: who.auditor });
    expect(list.links.map(({ href }) => href)).not.toContain(paths.finding(reference));
  });

  test('needs a reason, and is done once', async () => {
    expect((await retract(' ')).messageBeside('reason')).toBe('Say why it is retracted');
    await retract('Wrong');
    const again = await retract('Wrong again');
    expect(again.status).toBe(409);
    expect((await row()).retractedReason).toBe('Wrong');
    expect(await linksFor(who.coordinator)).not.toContain('Retract it');
  });

  test('ends rating and use', async () => {
    await retract('Wrong');
    const page = await visit(paths.finding(reference), { as: who.member });
    expect(page.buttons).not.toContain('Rate');
    expect((await visit(paths.recordImpact(reference), { as: who.member })).status).toBe(403);
  });
});

describe('superseding', () => {
  const supersede = (by: string) => send(paths.supersedeFinding(reference), { by }, asCoordinator());

  test('leads readers to the finding that takes its place', async () => {
    const fresh = await makeFinding({ title: 'Brokers, ten years on' });
    const sent = await supersede(fresh.reference.toLowerCase());
    expect(sent.location).toBe(paths.finding(reference));
    for (const address of [paths.finding(reference), paths.findingVersion(reference, 1)]) {
      const page = await visit(address, { as: who.auditor });
      expect(page.text, address).toContain('Superseded.');
      expect(page.links).toContainEqual({
        text: 'Brokers, ten years on',
        href: paths.finding(fresh.reference),
      });
    }
  });

  test('the way on is shown to nobody who may not read where it leads', async () => {
    await send(paths.releaseFinding(reference), { reason: 'Open', intent: 'release' }, asCoordinator());
    const inside = await makeFinding({ title: 'Inside the network' });
    await supersede(inside.reference);
    const page = await visit(paths.finding(reference));
    expect(page.text).toContain('Superseded.');
    expect(page.html).not.toContain('Inside the network');
    expect(page.html).not.toContain(inside.reference);
  });

  test.each([
    ['nothing', () => Promise.resolve('')],
    ['no reference', () => Promise.resolve("'; DROP TABLE")],
    ['itself', () => Promise.resolve(reference)],
    ['a draft of somebody', async () => (await makeFinding({ state: 'draft' })).reference],
    ['one that is retracted', async () => (await makeFinding({ state: 'retracted' })).reference],
  ])('%s does not take its place', async (_name, by) => {
    const typed = await by();
    const page = await supersede(typed);
    expect(page.status).toBe(422);
    expect(page.messageBeside('by')).toMatch(/reference/i);
    expect(page.fields['by']).toBe(typed);
    expect((await row()).supersededAt).toBeNull();
  });
});

describe('confirming that it stands', () => {
  const confirm = (day: string, month: string, year: string) =>
    send(
      paths.reaffirmFinding(reference),
      { 'reviewBy.day': day, 'reviewBy.month': month, 'reviewBy.year': year },
      asCoordinator(),
    );

  test('two years on is offered', async () => {
    const page = await visit(paths.reaffirmFinding(reference), asCoordinator());
    expect(Number(page.fields['reviewBy.year'])).toBe(
      new Date(Date.now() + 730 * 86_400_000).getUTCFullYear(),
    );
  });

  test('the day stands on its page from then on', async () => {
    const sent = await confirm('1', '3', '2090');
    expect(sent.banner).toBe('Finding confirmed');
    const page = await visit(paths.finding(reference), { as: who.member });
    expect(page.text).toMatch(/Look at it again by\s*1 March 2090/);
    expect(page.text).toContain('Last confirmed');
  });

  test.each([
    [['', '', ''], 'Enter when to look at it again'],
    [['31', '2', '2090'], 'Enter a real date'],
    [['x', 'y', 'z'], 'Enter a real date'],
    [['1', '1', '2020'], 'Enter a day in the future'],
  ] as const)('%j is said beside the date and kept', async ([day, month, year], message) => {
    const page = await confirm(day, month, year);
    expect(page.status).toBe(422);
    expect(page.messageBeside('reviewBy')).toContain(message);
    expect(page.fields['reviewBy.year']).toBe(year);
  });

  test('what no longer stands is not confirmed', async () => {
    const old = await makeFinding({ state: 'retracted' });
    const fields = { 'reviewBy.day': '1', 'reviewBy.month': '1', 'reviewBy.year': '2090' };
    const page = await send(paths.reaffirmFinding(old.reference), fields, asCoordinator());
    expect(page.status).toBe(409);
  });
});

describe('a new version', () => {
  const start = (changeNote: string, as = who.member) =>
    send(paths.newFindingVersion(reference), { changeNote }, { as });

  test('is started by whoever shared it or by a coordinator, nobody else', async () => {
    const address = paths.newFindingVersion(reference);
    for (const as of [who.member, who.coordinator]) expect((await visit(address, { as })).status).toBe(200);
    for (const as of [who.auditor, who.administrator]) {
      expect((await visit(address, { as })).status).toBe(403);
      expect((await start('Mine', as)).status).toBe(403);
    }
    expect((await visit(address, { as: who.committee })).status).toBe(404);
  });

  test('says what changes, or is not started', async () => {
    const page = await start('');
    expect(page.messageBeside('changeNote')).toBe('Say what changes and why');
    expect((await start('x'.repeat(1001))).messageBeside('changeNote')).toContain('1,000 characters');
  });

  test('is written by one person at a time', async () => {
    const sent = await start('More years');
    expect(sent.location).toBe(paths.findingDraft(reference));
    expect((await start('Again', who.coordinator)).status).toBe(403);
    expect(await linksFor(who.coordinator)).not.toContain('Start a new version');
  });

  test('is read by nobody else until it is published; then both versions can be read', async () => {
    await start('More years');
    const content = { revision: '1', studyType: 'review', keyMessages: 'By day as well.' };
    await send(paths.findingContent(reference), content, { as: who.member });
    const second = paths.findingVersion(reference, 2);
    expect((await visit(second, { as: who.auditor })).status).toBe(404);
    expect((await visit(second, { as: who.member })).text).toContain('By day as well.');
    await send(paths.checkFinding(reference), {}, { as: who.member });
    const review = await visit(paths.reviewFinding(reference), asCoordinator());
    expect(review.text).toContain('Version 2');
    expect(review.text).toContain('What changes: More years');
    await send(paths.reviewFinding(reference), {}, asCoordinator());
    expect((await visit(paths.finding(reference), { as: who.auditor })).text).toContain('By day as well.');
    const first = await visit(paths.findingVersion(reference, 1), { as: who.auditor });
    expect(first.text).toContain('This is not the current version.');
    expect(first.text).toContain('Most of it happens at night.');
  });
});
