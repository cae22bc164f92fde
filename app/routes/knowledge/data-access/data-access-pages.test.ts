import { beforeAll, describe, expect, test } from 'vitest';
import { recordDueFacts } from '~/domain/notifications/due-facts.server';
import { addDays, isoDay, ukDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { DATA_WANTED, makeDataset } from '../../../../tests/support/factories/datasets';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { HOSTILE, makeReaders, newId, type Readers } from '../../../../tests/support/factories/readers';
import { visitorNow } from '../../../../tests/support/factories/visitor';
import { send, visit } from '../../../../tests/support/site';
import { deadLinks } from '../../../../tests/support/site/links';
import { toldOf } from '../../../../tests/support/told';

const store = useDatabase();
let who: Readers;
let owner = '';
let asker = '';
const seats: string[] = [];
let dataset: { id: string; reference: string; name: string };
let question: { reference: string; title: string };

const addressOf = async (personId: string) =>
  (await store.db.personEmail.findFirstOrThrow({ where: { personId } })).address;
const inDays = async (days: number) => isoDay(addDays(ukDay((await visitorNow()).asOf), days));
const wanted = async (over: Record<string, string> = {}) => ({
  ...{ ...DATA_WANTED, earlier: '', kind: '', startsOn: await inDays(1), endsOn: await inDays(300) },
  ...over,
});
const askFor = async (over: Record<string, string> = {}, as = asker) =>
  send(paths.askForData(dataset.reference), await wanted(over), { as });
const asked = async (over: Record<string, string> = {}, as = asker) => {
  const page = await askFor(over, as);
  expect([page.status, page.location]).toEqual([303, page.location]);
  return (page.location ?? '').split('/').at(-1) ?? '';
};
const step = (reference: string, name: string, fields: Record<string, string>, as: string) =>
  send(paths.dataRequestStep(reference, name), fields, { as });
const opinion = (reference: string, as: string, said: string, reason = 'Because') =>
  step(reference, 'opinion', { opinion: said, reason, conflict: '' }, as);
const refusal = { outcome: 'refuse', code: 'data', words: 'County would do; postcodes tell homes apart.' };
const row = (reference: string) =>
  store.db.dataRequest.findUniqueOrThrow({ where: { reference: reference.replace('-', '') } });
const page = (reference: string, as: string) => visit(paths.dataRequest(reference), { as });

beforeAll(async () => {
  who = await makeReaders();
  owner = (await makePerson({ name: 'Ona Wner' })).id;
  asker = (await makePerson({ name: 'Asa Ker' })).id;
  for (const name of ['Sid Eat', 'Sue Eat', 'Sam Eat']) seats.push((await makePerson({ name })).id);
  dataset = await makeDataset({ createdById: owner, confirmedById: who.coordinator, name: 'Seizures' });
  question = await makeQuestion({});
});

const [first, second, third] = [0, 1, 2].map((at) => () => seats[at] ?? '') as [
  () => string,
  () => string,
  () => string,
];

test('the holder names a panel and how many of it must be heard; nobody else does', async () => {
  const panel = paths.dataPanel(dataset.reference);
  expect((await visit(panel, { as: asker })).status).toBe(403);
  expect((await visit(paths.dataset(dataset.reference), { as: asker })).text).toContain(
    'The holder has named nobody yet.',
  );
  const add = async (personId: string) =>
    send(panel, { intent: 'add', address: await addressOf(personId) }, { as: owner });
  for (const id of seats) expect((await add(id)).status).toBe(303);
  expect((await add(first())).messageBeside('address')).toContain('on the panel already');
  expect(
    (await send(panel, { intent: 'add', address: 'nobody@example.org' }, { as: owner })).messageBeside(
      'address',
    ),
  ).toContain('No verified member');
  const quorum = (number: string, as = owner) => send(panel, { intent: 'quorum', quorum: number }, { as });
  expect((await quorum('4')).messageBeside('quorum')).toBe('The panel has 3 members');
  expect((await quorum('none')).messageBeside('quorum')).toContain('from 1 to 12');
  expect((await quorum('2', who.coordinator)).status).toBe(303);
  expect((await quorum('1', asker)).status).toBe(403);
  expect((await visit(paths.dataset(dataset.reference), { as: asker })).text).toContain(
    'Sid Eat, Sue Eat, Sam Eat. 2 of them must be heard.',
  );
  expect((await toldOf('DataPanelMemberWasNamed', dataset.id)).people).toEqual([third()]);
});

describe('a request', () => {
  let reference = '';

  test('says what, why and by the five safes; what was typed is kept when something lacks', async () => {
    const wrong = await askFor({ safeSettings: '', question: 'H7K4-QXMF', purpose: HOSTILE });
    expect([wrong.status, wrong.messageBeside('safeSettings')]).toEqual([422, 'Say where the data will be']);
    expect(wrong.fields['purpose']).toContain('DROP TABLE');
    expect((await askFor({ question: 'H7K4-QXMF' })).messageBeside('question')).toContain('No question');
    reference = await asked({ question: question.reference, purpose: HOSTILE });
    expect((await askFor()).status).toBe(409);
    const seen = await page(reference, asker);
    expect(seen.heading).toBe('Waiting for the panel: Seizures');
    expect(seen.text).toContain(question.title);
    for (const safe of ['Safe people', 'Safe projects', 'Safe settings', 'Safe data', 'Safe outputs'])
      expect(seen.text).toContain(safe);
    expect(seen.$('main script')).toHaveLength(0);
    expect(await deadLinks(seen, { as: asker })).toEqual([]);
    const { id } = await row(reference);
    expect((await toldOf('DataWereAskedFor', id)).people).toEqual([...seats].sort());
  });

  test('does not exist for others, and the auditor only reads', async () => {
    for (const as of [who.member, who.committee, who.unverified])
      expect((await page(reference, as)).status).toBe(404);
    expect((await page(reference, who.auditor)).status).toBe(200);
    expect((await step(reference, 'note', { text: 'Hm' }, who.auditor)).status).toBe(403);
    expect((await step(reference, 'decision', refusal, who.coordinator)).status).toBe(403);
    expect((await visit(paths.dataRequestStep(reference, 'nothing'), { as: asker })).status).toBe(404);
    const list = async (as: string, name: string) =>
      (await visit(paths.dataRequests({ list: name }), { as })).rows.map(([of]) => of);
    expect(await list(asker, 'mine')).toEqual(['Seizures']);
    expect(await list(first(), 'waiting')).toEqual(['Seizures']);
    expect(await list(owner, 'waiting')).toEqual([]);
    expect(await list(who.member, 'all')).toEqual([]);
  });

  test('is decided once a quorum without a conflict was heard, as most of it thinks', async () => {
    expect((await opinion(reference, asker, 'approve')).status).toBe(403);
    const conflict = { opinion: 'noPart', reason: '', conflict: 'We share an office' };
    const silent = await step(reference, 'opinion', { ...conflict, conflict: '' }, third());
    expect([silent.messageBeside('conflict'), silent.lostErrors]).toEqual(['Say what your conflict is', []]);
    const both = await step(reference, 'opinion', { ...conflict, opinion: 'refuse' }, third());
    expect(both.messageBeside('opinion')).toBe('Take no part, or leave your conflict empty');
    expect((await step(reference, 'opinion', conflict, third())).status).toBe(303);
    expect((await step(reference, 'decision', refusal, third())).status).toBe(403);
    expect((await page(reference, third())).text).not.toContain('Takes no part');
    const stepsOf = async (as: string) => (await page(reference, as)).links.map(({ text }) => text);
    expect(await stepsOf(first())).toContain('Say what you think');
    await opinion(reference, first(), 'refuse', 'Postcodes are homes');
    expect(await stepsOf(first())).toContain('Change what you said');
    expect(await stepsOf(first())).not.toContain('Record the decision');
    expect((await page(reference, first())).text).toContain('1 more must say what they think first.');
    const early = await step(reference, 'decision', refusal, first());
    expect(early.text).toContain('1 more of the panel must say what they think first.');
    await opinion(reference, second(), 'refuse', 'I agree');
    await step(reference, 'note', { text: 'Could we offer counties?', panelOnly: 'on' }, second());
    await step(reference, 'note', { text: 'Would counties do?' }, second());
    expect(await stepsOf(first())).toContain('Record the decision');
    expect((await visit(paths.dataRequestStep(reference, 'decision'), { as: first() })).text).toContain(
      '2 of 3 heard: nobody would approve, nobody on conditions, 2 would refuse.',
    );
    const forAsker = (await page(reference, asker)).text;
    for (const hidden of ['Postcodes are homes', 'Could we offer', 'We share an office', '2 of 3 heard'])
      expect(forAsker).not.toContain(hidden);
    expect(forAsker).toContain('Would counties do?');
    const forPanel = (await page(reference, first())).text;
    for (const shown of [
      'Postcodes are homes',
      'Could we offer',
      'We share an office',
      '2 of 3 heard, 2 needed',
    ])
      expect(forPanel).toContain(shown);
    const approval = { outcome: 'approve', terms: 'Cite it', ...(await dayFields('expiresOn', 200)) };
    expect((await step(reference, 'decision', approval, first())).messageBeside('outcome')).toContain(
      'Too few',
    );
    expect(
      (await step(reference, 'decision', { ...refusal, words: '' }, first())).messageBeside('words'),
    ).toBe('Say why, so that others learn from it');
    expect((await step(reference, 'decision', refusal, first())).status).toBe(303);
    expect((await step(reference, 'decision', refusal, first())).status).toBe(403);
    const told = await toldOf('DataRequestWasDecided', (await row(reference)).id);
    expect([told.people, told.subjects]).toEqual([[asker], ['Your request for data was decided: Seizures']]);
  });

  test('the reason of a refusal is kept and found by word and by code, without who asked', async () => {
    const find = (about: Record<string, string>, as = who.member) => visit(paths.dataRefusals(about), { as });
    const all = await find({});
    expect(all.heading).toBe('1 of 1 requests for data was refused');
    expect(all.text).toContain('0 days from asking to the decision, in the middle');
    const found = await find({ q: 'postcode homes' });
    expect(found.rows.map((cells) => cells.slice(2, 4))).toContainEqual([
      'More than the purpose needs, or too sensitive',
      refusal.words,
    ]);
    expect((await find({ q: 'seizures', code: 'data' })).text).toContain(refusal.words);
    const unlike: Record<string, string>[] = [
      { q: 'submarine' },
      { code: 'means' },
      { q: 'postcode', code: 'basis' },
    ];
    for (const none of unlike) expect((await find(none)).text).toContain('No refusal is like that');
    for (const secret of ['Asa Ker', 'DROP TABLE', question.title, 'Sid Eat'])
      expect(all.text).not.toContain(secret);
    expect((await find({}, who.committee)).status).toBe(403);
    expect((await visit(paths.dataRefusals())).location).toContain(paths.signIn());
    expect(await deadLinks(all, { as: who.member })).toEqual([]);
  });

  test('an appeal follows it, begins from what was said, and is decided by somebody else', async () => {
    const address = paths.askForData(dataset.reference, { earlier: reference, kind: 'appeal' });
    const form = await visit(address, { as: asker });
    expect(form.fields['extract']).toBe(DATA_WANTED.extract);
    expect((await visit(address, { as: who.member })).status).toBe(403);
    expect((await askFor({ earlier: reference, kind: 'renewal' })).status).toBe(409);
    expect((await askFor({ earlier: reference, kind: 'appeal' }, who.member)).text).toContain(
      'not one of yours',
    );
    const appeal = await asked({ earlier: reference, kind: 'appeal', safeData: 'Places by county' });
    expect((await page(reference, asker)).text).toContain('It is followed by: Appeal against a refusal');
    expect((await askFor({ earlier: reference, kind: 'again' })).status).toBe(409);
    for (const id of [first(), second(), third()]) await opinion(appeal, id, 'conditions');
    const words = {
      ...{ outcome: 'conditions', terms: 'Cite the holder', conditions: 'In the secure room' },
      ...(await dayFields('expiresOn', 40)),
    };
    const decides = async (as: string) =>
      (await page(appeal, as)).links.some(({ text }) => text === 'Record the decision');
    expect([await decides(first()), await decides(second())]).toEqual([false, true]);
    expect((await step(appeal, 'decision', words, first())).text).toContain(
      'Somebody else decides an appeal',
    );
    expect((await step(appeal, 'decision', words, second())).status).toBe(303);
    const seen = await page(appeal, asker);
    expect(seen.heading).toBe('Approved: Seizures');
    for (const said of ['Cite the holder', 'In the secure room']) expect(seen.text).toContain(said);
    expect((await visit(paths.dataRefusals(), { as: who.member })).text).toContain('Appealed: approved');
    reference = appeal;
  });

  test('its end is told once before and once after, and what became of the data is confirmed', async () => {
    const { id } = await row(reference);
    const facts = async () =>
      (await store.db.fact.findMany({ where: { nounId: id, command: 'clock' }, orderBy: { id: 'asc' } })).map(
        ({ name }) => name,
      );
    await recordDueFacts();
    expect(await facts()).toEqual([]);
    await moveClock('11 days');
    for (let turn = 0; turn < 2; turn += 1) await recordDueFacts();
    expect(await facts()).toEqual(['DataAccessIsEnding']);
    expect((await toldOf('DataAccessIsEnding', id)).people).toEqual([asker]);
    await moveClock('30 days');
    for (let turn = 0; turn < 2; turn += 1) await recordDueFacts();
    expect(await facts()).toEqual(['DataAccessIsEnding', 'DataAccessHasEnded']);
    expect((await toldOf('DataAccessHasEnded', id)).people).toEqual([asker, ...seats].sort());
    expect((await page(reference, asker)).heading).toContain('Ended: return or destroy the data');
    expect((await step(reference, 'closing', { closing: '' }, asker)).messageBeside('closing')).toContain(
      'Choose',
    );
    expect((await step(reference, 'confirmation', {}, owner)).status).toBe(403);
    expect((await step(reference, 'closing', { closing: 'destroyed', note: 'Wiped' }, asker)).status).toBe(
      303,
    );
    expect((await step(reference, 'confirmation', {}, asker)).status).toBe(403);
    expect((await step(reference, 'confirmation', {}, owner)).status).toBe(303);
    const seen = await page(reference, who.auditor);
    expect(seen.text).toContain('Destroyed, every copy');
    expect(seen.text).toContain('by Ona Wner');
  });
});

const dayFields = async (name: string, days: number) => {
  const [year, month, day] = (await inDays(days)).split('-');
  return { [`${name}.day`]: day ?? '', [`${name}.month`]: month ?? '', [`${name}.year`]: year ?? '' };
};

test('a renewal lets the first end in peace; a request that is withdrawn makes room', async () => {
  const one = await asked();
  expect((await step(one, 'withdrawal', {}, first())).status).toBe(403);
  expect((await step(one, 'withdrawal', {}, asker)).status).toBe(303);
  const two = await asked();
  const approve = async (reference: string) => {
    for (const id of [first(), second()]) await opinion(reference, id, 'approve');
    const words = { outcome: 'approve', terms: 'Cite it', ...(await dayFields('expiresOn', 20)) };
    expect((await step(reference, 'decision', words, first())).status).toBe(303);
  };
  await approve(two);
  const renewal = await asked({ earlier: two, kind: 'renewal' });
  await approve(renewal);
  expect((await page(two, asker)).heading).toBe('Renewed: Seizures');
  await recordDueFacts();
  const { id } = await row(two);
  expect(await store.db.fact.count({ where: { nounId: id, name: 'DataAccessIsEnding' } })).toBe(0);
});

test('the database lets nobody rewrite what was asked or decided, nor decide without the panel', async () => {
  const reference = await asked({}, who.member);
  const { id } = await row(reference);
  const update = (data: object) => store.db.dataRequest.update({ where: { id }, data });
  const decided = {
    decidedAt: new Date(),
    decidedById: first(),
    terms: 'T',
    expiresOn: new Date('2030-01-01'),
  };
  await expect(update({ purpose: 'Another' })).rejects.toThrow(/DataRequestIsKept/);
  await expect(update({ state: 'approved', ...decided })).rejects.toThrow(/QuorumIsMissing/);
  await opinion(reference, first(), 'approve');
  await opinion(reference, second(), 'approve');
  await expect(update({ state: 'approved', ...decided, decidedById: third() })).rejects.toThrow(
    /DeciderIsNoMember/,
  );
  await expect(update({ state: 'refused', decidedAt: new Date(), decidedById: first() })).rejects.toThrow(
    /data_request_refused_check/,
  );
  await update({ state: 'approved', ...decided });
  await expect(update({ terms: 'Others' })).rejects.toThrow(/DataDecisionIsKept/);
  await expect(update({ state: 'withdrawn' })).rejects.toThrow(/DataDecisionIsKept/);
  await expect(store.db.dataRequest.delete({ where: { id } })).rejects.toThrow();
  const said = { requestId: id, personId: first() };
  const opinions = store.db.dataOpinion;
  const where = { requestId_personId: said };
  await expect(opinions.update({ where, data: { opinion: 'refuse' } })).rejects.toThrow(
    /DataRequestIsDecided/,
  );
  await expect(opinions.delete({ where })).rejects.toThrow(/OpinionIsKept/);
  const other = await row(await asked({}, who.coordinator));
  const heard = (personId: string) =>
    opinions.create({
      data: { requestId: other.id, personId, opinion: 'approve', reason: 'Yes', at: new Date() },
    });
  await expect(heard(owner)).rejects.toThrow(/OpinionIsNotAsked/);
  await expect(heard(who.coordinator)).rejects.toThrow(/OpinionIsNotAsked/);
  const seat = await store.db.dataPanelSeat.findFirstOrThrow({ where: { personId: first() } });
  await expect(store.db.dataPanelSeat.delete({ where: { id: seat.id } })).rejects.toThrow(/SeatIsKept/);
  const twice = { ...seat, id: newId() };
  await expect(store.db.dataPanelSeat.create({ data: twice })).rejects.toThrow(/data_panel_seat_once/);
});

test('who leaves the panel is no longer heard, and no quorum is lost by it', async () => {
  const panel = paths.dataPanel(dataset.reference);
  const seatOf = async (personId: string) =>
    (await store.db.dataPanelSeat.findFirstOrThrow({ where: { personId, endedAt: null } })).id;
  const end = (seat: string) => send(panel, { intent: 'end', seat }, { as: owner });
  const [one, other] = [await seatOf(first()), await seatOf(third())];
  expect((await end(other)).status).toBe(303);
  expect((await end(other)).status).toBe(409);
  expect((await end(one)).text).toContain('Fewer would be left than must be heard');
});
