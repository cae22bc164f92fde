import { beforeAll, describe, expect, test } from 'vitest';
import { recordDueFacts } from '~/domain/notifications/due-facts.server';
import { addDays, showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { dayFields, logged, referenceIn, ukToday } from '../../../../tests/support/factories/information';
import { makePerson } from '../../../../tests/support/factories/people';
import { send, visit } from '../../../../tests/support/site';
import { toldOf } from '../../../../tests/support/told';

const store = useDatabase();
let made: Awaited<ReturnType<typeof makeAward>>;
let coordinator: string;
let auditor: string;
let expert: string;
let path: string;
let reference: string;

const today = ukToday;
const requestRow = () => store.db.informationRequest.findUniqueOrThrow({ where: { reference } });
const factsNamed = (name: string) => store.db.fact.count({ where: { name } });

beforeAll(async () => {
  made = await makeAward({ state: 'standstill', routeSlug: 'funding-call' });
  coordinator = (await makePerson({ roles: ['coordinator'] })).id;
  auditor = (await makePerson({ roles: ['auditor'] })).id;
  expert = (await makePerson({ expert: true })).id;
  path = await logged({
    as: coordinator,
    questions: [made.question.reference],
    receivedOn: addDays(await today(), -2),
  });
  reference = referenceIn(path);
});

describe('logging', () => {
  test('needs a day that has come, words, and questions that one may handle', async () => {
    const { panel, question } = made;
    const fields = { words: 'What?', requester: 'A', contact: 'B', questions: question.reference };
    const late = { ...fields, ...dayFields('receivedOn', addDays(await today(), 1)) };
    expect((await send(paths.logRequest(), late, { as: coordinator })).errors).toEqual([
      'The day on which it was received cannot be in the future',
    ]);
    const unknown = { ...fields, questions: 'AAAA-AAAA', ...dayFields('receivedOn', await today()) };
    const refused = await send(paths.logRequest(), unknown, { as: coordinator });
    expect(refused.errors[0]).toContain('references of published questions that you may handle');
    expect(refused.fields['words']).toBe('What?');
    expect((await send(paths.logRequest(), {}, { as: coordinator })).errors.length).toBeGreaterThanOrEqual(5);
    expect((await visit(paths.logRequest(), { as: auditor })).status).toBe(403);
    expect((await visit(paths.logRequest(), { as: expert })).status).toBe(404);
    const other = (await makeAward()).question.reference;
    const foreign = { ...fields, questions: other, ...dayFields('receivedOn', await today()) };
    expect((await send(paths.logRequest(), foreign, { as: panel.owner.id })).status).toBe(422);
  });

  test('the requester is for handlers alone, and the last day is the twentieth working one', async () => {
    const { panel, first } = made;
    for (const as of [coordinator, panel.owner.id])
      expect((await visit(path, { as })).text).toContain('Robin Quill');
    const read = await visit(path, { as: auditor });
    expect(read.status).toBe(200);
    expect(read.text).not.toContain('Robin Quill');
    expect(read.text).toContain(showDate((await requestRow()).dueOn));
    for (const as of [expert, first.leadId, panel.moderator.id, panel.author.id])
      expect((await visit(path, { as })).status).toBe(404);
    expect((await visit(paths.extendRequest(reference), { as: auditor })).status).toBe(403);
    expect((await toldOf('InformationRequestWasLogged', (await requestRow()).id)).people).toEqual([
      panel.owner.id,
    ]);
  });
});

describe('the clock', () => {
  test('stops while the requester is asked, and starts anew with the answer', async () => {
    const before = (await requestRow()).dueOn;
    const asked = { asked: 'Which years do you mean?', ...dayFields('askedOn', await today()) };
    expect((await send(paths.askRequester(reference), asked, { as: coordinator })).status).toBe(303);
    expect((await send(paths.askRequester(reference), asked, { as: coordinator })).status).toBe(409);
    expect((await visit(path, { as: coordinator })).text).toContain(
      'No time runs until the requester has answered',
    );
    await moveClock('30 days');
    await recordDueFacts();
    expect(await factsNamed('InformationRequestIsOverdue')).toBe(0);
    const early = { answer: '2026', ...dayFields('answeredOn', addDays(await today(), -31)) };
    expect((await send(paths.recordClarified(reference), early, { as: coordinator })).errors).toEqual([
      'They cannot have answered before they were asked',
    ]);
    const answer = { answer: 'This one.', ...dayFields('answeredOn', await today()) };
    expect((await send(paths.recordClarified(reference), answer, { as: coordinator })).status).toBe(303);
    const { dueOn } = await requestRow();
    expect(dueOn.getTime()).toBeGreaterThan(before.getTime());
    expect(dueOn.getTime()).toBeGreaterThanOrEqual(addDays(await today(), 28).getTime());
  });

  test('is moved for the public interest alone, with a reason, to a later day', async () => {
    const { dueOn } = await requestRow();
    const extend = (until: Date, reason = 'Section 43(2): the harm to bidders is being weighed.') =>
      send(paths.extendRequest(reference), { reason, ...dayFields('until', until) }, { as: coordinator });
    expect((await extend(dueOn)).errors).toEqual(['Enter a day after the one on which it is due now']);
    expect((await extend(addDays(dueOn, 7), '')).status).toBe(422);
    expect((await extend(addDays(dueOn, 7))).status).toBe(303);
    expect((await visit(path, { as: coordinator })).text).toContain(
      `${showDate(addDays(dueOn, 7))}, instead of ${showDate(dueOn)}`,
    );
  });

  test('tells handlers before the day, on it and after it, each once; overdue ones come first', async () => {
    const { dueOn } = await requestRow();
    const last = addDays(dueOn, 7);
    const names = [
      'InformationRequestIsDueSoon',
      'InformationRequestIsDueToday',
      'InformationRequestIsOverdue',
    ];
    for (const [place, ahead] of [-3, 0, 1].entries()) {
      const away = (addDays(last, ahead).getTime() - (await today()).getTime()) / 86_400_000;
      await moveClock(`${away} days`);
      await recordDueFacts();
      await recordDueFacts();
      expect(await Promise.all(names.map(factsNamed))).toEqual([0, 1, 2].map((at) => (at <= place ? 1 : 0)));
    }
    const told = await toldOf('InformationRequestIsOverdue', (await requestRow()).id);
    expect(told.people).toEqual(expect.arrayContaining([coordinator, made.panel.owner.id]));
    const newer = await logged({
      as: coordinator,
      questions: [made.question.reference],
      receivedOn: await today(),
    });
    const list = await visit(paths.requestLog(), { as: made.panel.owner.id });
    expect(list.rows.map((row) => row[1])).toEqual(['Overdue', 'Open']);
    expect(list.links.map(({ href }) => href)).toContain(newer);
    expect((await visit(paths.requestLog(), { as: auditor })).rows).toHaveLength(2);
    expect((await visit(paths.requestLog(), { as: expert })).status).toBe(404);
    const strange = (await makePerson({ roles: ['coordinator'] })).id;
    await store.db.wall.create({
      data: {
        ...{ id: strange, questionId: made.question.id, personId: strange, bidId: made.first.id },
        ...{ reason: 'Family', raisedAt: new Date() },
      },
    });
    expect((await visit(paths.requestLog(), { as: strange })).rows).toEqual([]);
    expect((await visit(path, { as: strange })).status).toBe(404);
  });
});

describe('bidders', () => {
  test('are asked through their own page, answer once, and are told of the outcome', async () => {
    const { first, second, panel } = made;
    const ask = {
      bid: first.reference,
      words: 'Your scores.',
      ...dayFields('answerBy', addDays(await today(), 7)),
    };
    expect((await send(paths.consultBidder(reference), ask, { as: auditor })).status).toBe(403);
    expect((await send(paths.consultBidder(reference), ask, { as: coordinator })).status).toBe(303);
    expect((await send(paths.consultBidder(reference), ask, { as: coordinator })).status).toBe(409);
    const consultation = await store.db.informationConsultation.findFirstOrThrow();
    const own = paths.consultation(consultation.reference);
    expect((await visit(own, { as: second.leadId })).status).toBe(404);
    const page = await visit(own, { as: first.leadId });
    expect(page.text).toContain('All scores and reasons');
    expect(page.text).not.toContain('Robin Quill');
    const objection = { objects: 'yes', answer: 'Our day rates are a secret of our trade.' };
    expect((await send(own, objection, { as: panel.owner.id })).status).toBe(403);
    expect((await send(own, { objects: 'yes' }, { as: first.leadId })).errors).toEqual([
      'Say to what you object, and why',
    ]);
    expect((await send(own, objection, { as: first.leadId })).status).toBe(303);
    expect((await send(own, { objects: 'no' }, { as: first.leadId })).status).toBe(409);
    expect((await visit(path, { as: coordinator })).rows).toEqual([
      [expect.any(String), expect.any(String), 'Objects'],
    ]);
    await expect(
      store.db.informationConsultation.update({ where: { id: consultation.id }, data: { answer: 'No' } }),
    ).rejects.toThrow(/kept as it was answered/);
    const close = {
      outcome: 'partly',
      words: 'Prices are withheld.',
      ...dayFields('outcomeOn', await today()),
    };
    expect(
      (await send(paths.closeRequest(reference), { ...close, words: '' }, { as: coordinator })).errors,
    ).toEqual(['Say why, as the requester was told']);
    expect((await send(paths.closeRequest(reference), close, { as: coordinator })).status).toBe(303);
    expect((await send(paths.closeRequest(reference), close, { as: coordinator })).status).toBe(409);
    expect((await toldOf('InformationRequestWasClosed', (await requestRow()).id)).people).toContain(
      first.leadId,
    );
    expect((await visit(own, { as: first.leadId })).text).toContain('Released in part');
    expect((await visit(paths.closedRequests(), { as: auditor })).rows[0]?.[1]).toBe('Released in part');
  });
});

test('the database keeps a request as it came and closes it once', async () => {
  const { id } = await requestRow();
  await expect(
    store.db.informationRequest.update({ where: { id }, data: { words: 'Less' } }),
  ).rejects.toThrow(/kept as it came/);
  await expect(store.db.informationRequest.delete({ where: { id } })).rejects.toThrow();
  await expect(
    store.db.exemption.update({ where: { code: 's.43(2)' }, data: { absolute: true } }),
  ).rejects.toThrow(/never change/);
});
