import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recordDueFacts } from '~/domain/notifications/due-facts.server';
import { newReference } from '~/domain/new-reference.server';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeCollection } from '../../../../tests/support/factories/collections';
import { dayParts } from '../../../../tests/support/factories/elicitations';
import { attachText } from '../../../../tests/support/factories/files';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makePerson } from '../../../../tests/support/factories/people';
import { HOSTILE, makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit, visitData } from '../../../../tests/support/site';
import { toldOf } from '../../../../tests/support/told';

const database = useDatabase();
let who: Readers;
let owner: string;
let other: string;
let finding: Awaited<ReturnType<typeof makeFinding>>;
let file: string;

beforeAll(async () => {
  who = await makeReaders();
  owner = (await makePerson({ expert: true, name: 'Olu Wner' })).id;
  other = (await makePerson({ expert: true, name: 'Otto Her' })).id;
});
beforeEach(async () => {
  finding = await makeFinding({ submittedById: owner, title: 'What informants say' });
  file = await attachText(finding.versionId, owner);
  await restrict('');
});

const restrict = (conditions: string) =>
  send(
    paths.fileAccess(finding.reference),
    { level: 'restricted', reason: 'It names informants', conditions },
    { as: owner },
  );
const ask = (kind: string, fields: Record<string, string> = {}, as: string | undefined = who.member) =>
  send(paths.askAbout(finding.reference, kind), { reason: 'For a review of evidence', ...fields }, { as });
const asked = async (...said: Parameters<typeof ask>) => {
  const sent = await ask(...said);
  if (sent.status !== 303) throw new Error(`not asked: ${sent.errors.join(' ')} ${sent.status}`);
  return database.db.request.findFirstOrThrow({ orderBy: { id: 'desc' } });
};
const take = (
  request: { reference: string },
  step: string,
  as: string,
  fields: Record<string, string> = {},
) => send(paths.requestStep(request.reference, step), fields, { as });
const page = (request: { reference: string }, as?: string) => visit(paths.request(request.reference), { as });
const until = (days: number) => dayParts('until', days);

describe('access to restricted files', () => {
  test('is asked for, answered by its owner, and carried out at once', async () => {
    const request = await asked('access');
    expect(await toldOf('RequestWasMade', request.id)).toMatchObject({
      people: [owner],
      paths: [paths.request(request.reference)],
    });
    expect((await visit(paths.requests('waiting'), { as: owner })).text).toContain('Mel Member');
    expect((await visit(paths.requests('mine'), { as: who.member })).text).toContain('Access to files');
    const home = await visit(paths.home(), { as: owner });
    expect(home.links.map(({ href }) => href)).toContain(paths.request(request.reference));
    expect((await take(request, 'hold', owner, { text: 'Asking the funder' })).banner).toContain('Held');
    await take(request, 'comment', who.member, { text: HOSTILE });
    const seen = await page(request, owner);
    expect(seen.text).toContain('Asking the funder');
    expect(seen.html).not.toContain('<script>alert');
    const done = await take(request, 'accept', owner, { text: 'Welcome', ...until(30) });
    expect(done.banner).toBe('Accepted and carried out');
    expect((await visit(paths.findingFile(finding.reference, file), { as: who.member })).status).toBe(200);
    expect((await visit(paths.findingFile(finding.reference, file), { as: other })).status).toBe(403);
    expect((await page(request, who.member)).text).toContain('Welcome');
    expect((await toldOf('RequestWasAccepted', request.id)).people).toEqual([who.member]);
    expect((await toldOf('FileAccessWasGranted', finding.id)).people).toEqual([who.member]);
  });

  test('is known to those two sides alone: no page, list, count or data of anybody else', async () => {
    const request = await asked('access', { reason: 'A secret purpose' });
    for (const as of [other, who.auditor, who.administrator, who.committee, who.unverified]) {
      for (const path of [paths.request(request.reference), paths.requestStep(request.reference, 'accept')]) {
        expect((await visit(path, { as })).status).toBe(404);
        expect((await visitData(path, { as })).body).not.toContain('A secret purpose');
      }
      expect((await take(request, 'decline', as, { text: 'No' })).status).toBe(404);
      expect((await visit(paths.requests('waiting'), { as })).html).not.toContain(request.reference);
      expect((await visit(paths.finding(finding.reference), { as })).html).not.toContain('A secret purpose');
    }
    expect((await page(request)).location).toContain(paths.signIn());
    expect((await visit('/findings?q=secret+purpose', { as: other })).text).not.toContain('informants');
  });

  test('the conditions are accepted as they are worded, and kept so', async () => {
    await restrict('Destroy the files after use.');
    const form = await visit(paths.askAbout(finding.reference, 'access'), { as: who.member });
    expect(form.text).toContain('Destroy the files after use.');
    const conditions = form.fields['conditions'] as string;
    const unticked = await ask('access', { conditions });
    expect([unticked.status, unticked.messageBeside('accepts')]).toEqual([
      422,
      'Accept the conditions to ask for access',
    ]);
    await restrict('Tell nobody.');
    expect((await ask('access', { conditions, accepts: 'yes' })).status).toBe(409);
    const request = await asked('access', { conditions: 'Tell nobody.', accepts: 'yes' });
    await restrict('Anything goes.');
    expect((await page(request, owner)).text).toContain('Tell nobody.');
    await take(request, 'accept', owner, until(10));
    const grant = await database.db.fileGrant.findFirstOrThrow({ where: { findingId: finding.id } });
    expect(grant.conditions).toBe('Tell nobody.');
  });

  test.each([
    ['no day', {}, 'Enter the last day of the access'],
    ['more than a year', until(400), 'Access lasts a year at most'],
    ['a day that is over', until(-2), 'The last day must be today or later'],
  ])('%s is refused beside the field', async (_name, fields, message) => {
    const request = await asked('access');
    const sent = await take(request, 'accept', owner, fields);
    expect([sent.status, sent.messageBeside('until')]).toEqual([422, message]);
    expect((await page(request, owner)).text).toContain('Waiting');
  });

  test('nobody who reads them, no auditor of drafts and no stranger asks', async () => {
    expect((await ask('access', {}, owner)).status).toBe(403);
    expect((await ask('access', {}, who.unverified)).status).toBe(404);
    const draft = await makeFinding({ state: 'draft', submittedById: owner });
    const hidden = await send(paths.askAbout(draft.reference, 'access'), { reason: 'x' }, { as: who.member });
    expect(hidden.status).toBe(404);
    expect((await visit(paths.askAbout(finding.reference, 'nonsense'), { as: who.member })).status).toBe(404);
  });
});

describe('a request', () => {
  test('is open once a person, kind and topic, however often it is sent', async () => {
    const answers = await Promise.all([ask('access'), ask('access'), ask('access')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
    expect((await ask('access', {}, other)).status).toBe(303);
    expect(await database.db.request.count({ where: { findingId: finding.id } })).toBe(2);
  });

  test('is answered once, and never by the one who asks', async () => {
    const request = await asked('merge', { into: (await makeFinding()).reference }, who.coordinator);
    expect((await take(request, 'accept', who.coordinator)).status).toBe(403);
    const answers = await Promise.all([
      take(request, 'decline', who.second, { text: 'They differ' }),
      take(request, 'decline', who.second, { text: 'They differ a lot' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 403]);
    expect((await page(request, who.coordinator)).text).toContain('Declined');
  });

  test('is declined only with a reason, which the one who asked is told', async () => {
    const request = await asked('access');
    expect((await take(request, 'decline', owner)).messageBeside('text')).toBe('Say why it is declined');
    await take(request, 'decline', owner, { text: 'The funder says no' });
    expect((await toldOf('RequestWasDeclined', request.id)).people).toEqual([who.member]);
    const facts = await database.db.fact.findMany({ where: { nounId: request.id } });
    expect(JSON.stringify(facts.map(({ data }) => data))).not.toContain('funder');
    expect((await ask('access')).status).toBe(303);
  });

  test('is taken back by the one who asked alone', async () => {
    const request = await asked('access');
    expect((await take(request, 'cancel', owner)).status).toBe(403);
    expect((await take(request, 'cancel', who.member)).banner).toBe('Cancelled');
    expect((await take(request, 'accept', owner, until(5))).status).toBe(403);
  });

  test('ends after thirty days by the clock, and by the job', async () => {
    const request = await asked('access');
    await moveClock('30 days');
    expect((await page(request, owner)).text).toContain('Expired');
    expect((await take(request, 'accept', owner, until(40))).status).toBe(403);
    expect((await visit(paths.requests('waiting'), { as: owner })).html).not.toContain(request.reference);
    await recordDueFacts();
    await recordDueFacts();
    expect(await database.db.fact.count({ where: { nounId: request.id, name: 'RequestHasExpired' } })).toBe(
      1,
    );
    expect((await toldOf('RequestHasExpired', request.id)).people).toEqual([who.member]);
    expect((await ask('access')).status).toBe(303);
    await moveClock('-30 days');
  });

  test('the database holds by itself', async () => {
    const { id, askedById } = await asked('access');
    const change = (data: object) => database.db.request.update({ where: { id }, data });
    const at = new Date();
    await expect(change({ reason: 'Another' })).rejects.toThrow('RequestIsKept');
    await expect(change({ state: 'accepted', decidedAt: at })).rejects.toThrow('decided_whole');
    await expect(change({ state: 'accepted', decidedAt: at, decidedById: askedById })).rejects.toThrow(
      'by_another',
    );
    await change({ state: 'declined', decidedAt: at, decidedById: owner });
    await expect(change({ state: 'asked', decidedAt: null, decidedById: null })).rejects.toThrow(
      'RequestHasEnded',
    );
    const events = database.db.requestEvent;
    await expect(events.updateMany({ where: { requestId: id }, data: { text: '' } })).rejects.toThrow(
      'IsKept',
    );
  });
});

describe('what accepting carries out', () => {
  test('deletion: the finding is retracted with the words of who accepts', async () => {
    expect((await ask('deletion')).status).toBe(403);
    const request = await asked('deletion', { reason: 'A miscoded year' }, owner);
    expect((await visit(paths.requests('waiting'), { as: who.coordinator })).html).toContain(
      request.reference.slice(0, 4),
    );
    const form = await visit(paths.requestStep(request.reference, 'accept'), { as: who.coordinator });
    expect(form.fields['text']).toBe('A miscoded year');
    await take(request, 'accept', who.coordinator, { text: 'Its data were miscoded' });
    const shown = await visit(paths.finding(finding.reference), { as: who.member });
    expect(shown.text).toContain('Its data were miscoded');
    expect(shown.text).not.toContain('Most of it happens at night');
    expect((await toldOf('FindingWasRetracted', finding.id)).people).toContain(owner);
  });

  test('merge: the address leads to the other finding', async () => {
    const kept = await makeFinding();
    const request = await asked('merge', { into: kept.reference });
    await take(request, 'accept', who.coordinator, { text: 'The same paper' });
    const led = await visit(paths.finding(finding.reference), { as: who.member });
    expect([led.status, led.location]).toEqual([301, paths.finding(kept.reference)]);
  });

  test('what cannot be carried out is refused in words, and nothing of it is done', async () => {
    const kept = await makeFinding();
    const request = await asked('merge', { into: kept.reference });
    const gone = { retractedAt: new Date(), retractedReason: 'Wrong' };
    await database.db.finding.update({ where: { id: kept.id }, data: gone });
    const sent = await take(request, 'accept', who.coordinator, { text: 'The same' });
    expect([sent.status, sent.errors]).toEqual([422, ['Only published findings that stand can be merged.']]);
    expect((await page(request, who.member)).text).toContain('Waiting');
    expect(await database.db.recordMerge.count({ where: { fromId: finding.id } })).toBe(0);
  });

  test.each([
    ['itself', () => finding.reference],
    ['nothing', () => newReference()],
    ['a draft of somebody else', async () => (await makeFinding({ state: 'draft' })).reference],
  ])('merging into %s is refused beside the field', async (_name, into) => {
    const sent = await ask('merge', { into: await into() });
    expect([sent.status, sent.messageBeside('into')]).toEqual([
      422,
      'There is no other finding with this reference',
    ]);
  });

  test('inclusion: a curator of the collection lets it in', async () => {
    const collection = await makeCollection(other, { title: 'Informants' });
    const form = await visit(paths.askAbout(finding.reference, 'inclusion'), { as: who.member });
    expect(form.text).toContain('Informants');
    const request = await asked('inclusion', { collection: collection.slug });
    expect((await toldOf('RequestWasMade', request.id)).people).toEqual([other]);
    expect((await take(request, 'accept', owner)).status).toBe(404);
    await take(request, 'accept', other);
    const shown = await visit(paths.finding(finding.reference), { as: who.member });
    expect(shown.links.map(({ href }) => href)).toContain(paths.collection(collection.slug));
    const again = await visit(paths.askAbout(finding.reference, 'inclusion'), { as: who.member });
    expect(again.html).not.toContain(`value="${collection.slug}"`);
  });
});

test('what was sent for review stands in the same list, with its own page', async () => {
  const sent = await makeFinding({ state: 'submitted', submittedById: owner, title: 'Sent for review' });
  const waiting = await visit(paths.requests('waiting'), { as: who.coordinator });
  expect(waiting.links.map(({ href }) => href)).toContain(paths.reviewFinding(sent.reference));
  expect((await visit(paths.requests('mine'), { as: owner })).text).toContain('Sent for review');
  expect((await visit(paths.requests('waiting'), { as: who.member })).text).not.toContain('Sent for review');
});

test('a long list is read a page at a time, each request once', async () => {
  const asker = (await makePerson({ expert: true })).id;
  for (let place = 0; place < 27; place += 1) {
    const { id } = await makeFinding({ submittedById: owner, title: `Finding number ${place}` });
    const row = { findingId: id, kind: 'access' as const, askedById: asker, reason: 'x' };
    const at = new Date();
    const times = { askedAt: at, expiresAt: new Date(at.getTime() + 86_400_000) };
    await database.db.request.create({
      data: {
        id: crypto.randomUUID().replace(/^.{8}/, '00000000'),
        reference: `TEST${place}`,
        ...row,
        ...times,
      },
    });
  }
  const first = await visit(paths.requests('mine'), { as: asker });
  const next = first.links.find(({ text }) => text.includes('Next'))?.href ?? '';
  const second = await visit(next, { as: asker });
  const titles = [...first.rows, ...second.rows]
    .map(([title]) => title)
    .filter((title) => title?.startsWith('Finding'));
  expect(new Set(titles).size).toBe(27);
  expect(titles).toHaveLength(27);
  expect((await visit('/requests?list=nonsense', { as: asker })).status).toBe(400);
});
