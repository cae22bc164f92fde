import { beforeAll, describe, expect, test } from 'vitest';
import { newReference } from '~/domain/new-reference.server';
import { newId } from '~/platform/ids.server';
import { useDatabase } from '../../../../tests/support/database';
import { makePanel, makeWall } from '../../../../tests/support/factories/panels';
import { actorFor, makePerson, visitor } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { done, ending } from '../../../../tests/support/outcome';
import type { Actor, Person } from '../../actor';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { addDays, isoDay, ukDay } from '../../uk-time';
import { askRequester } from '../commands/clarify-request.server';
import { closeRequest } from '../commands/close-request.server';
import { logRequest } from '../commands/log-request.server';
import { handledRequest } from './handled-request.server';
import { requestList } from './request-list.server';
import { requestPage } from './request-page.server';

const store = useDatabase();
let question: Awaited<ReturnType<typeof makeQuestion>>;
let panel: Awaited<ReturnType<typeof makePanel>>;
let coordinator: Person;
let auditor: Person;
let walled: Person;
let expert: Person;
let elsewhere: Person;
let reference: string;

const today = () => ukDay(new Date());
const log = async (actor: Actor, over: Record<string, unknown> = {}, key?: string) =>
  run(
    logRequest,
    actor,
    {
      words: 'All scores',
      receivedOn: isoDay(today()),
      questions: question.reference,
      requester: 'Robin Quill',
      contact: 'robin@press.example',
      ...over,
    },
    key,
  );
const listed = async (actor: Actor, closed = false) =>
  (await ask(requestList, actor, { closed }))?.requests.map((one) => one.reference) ?? null;

beforeAll(async () => {
  question = await makeQuestion({ state: 'closed' });
  panel = await makePanel(question);
  coordinator = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
  auditor = await actorFor((await makePerson({ roles: ['auditor'] })).id);
  expert = await actorFor((await makePerson({ expert: true })).id);
  elsewhere = await actorFor((await makeQuestion()).asking.ownerId);
  const { id } = await makePerson({ roles: ['coordinator'] });
  await makeWall(question.id, id);
  walled = await actorFor(id);
  reference = done(await log(coordinator)).reference;
});

describe('logging', () => {
  test('twice by one press makes one request, and two presses make two', async () => {
    const before = await store.db.informationRequest.count();
    const [first, again] = [await log(coordinator, {}, 'one-key'), await log(coordinator, {}, 'one-key')];
    expect(done(again)).toEqual(done(first));
    expect(await store.db.informationRequest.count()).toBe(before + 1);
    await store.db.informationRequest.findUniqueOrThrow({ where: { reference: done(first).reference } });
    expect(done(await log(coordinator)).reference).not.toBe(done(first).reference);
  });

  test('is refused, denied or hidden by who asks, and leaves nothing behind', async () => {
    const before = await store.db.informationRequester.count();
    const endings: [Actor, string][] = [
      [panel.author, 'hidden'],
      [panel.moderator, 'hidden'],
      [expert, 'hidden'],
      [visitor(), 'hidden'],
      [auditor, 'denied'],
      [elsewhere, 'QuestionIsUnknown'],
      [walled, 'QuestionIsUnknown'],
    ];
    for (const [actor, expected] of endings) expect(ending(await log(actor))).toBe(expected);
    expect(await store.db.informationRequester.count()).toBe(before);
    expect(await store.db.fact.count({ where: { name: 'AttemptWasDenied', actorId: auditor.id } })).toBe(1);
  });

  test('takes a reference typed twice or with a dash for one question', async () => {
    const { reference: typed } = question;
    const twice = `${typed.slice(0, 4)}-${typed.slice(4)}`;
    const made = done(await log(panel.owner, { questions: `${twice}, ` })).reference;
    const row = await store.db.informationRequest.findUniqueOrThrow({ where: { reference: made } });
    expect(await store.db.informationRequestQuestion.count({ where: { requestId: row.id } })).toBe(1);
    const draft = await makeQuestion({ state: 'draft' });
    expect(ending(await log(coordinator, { questions: draft.reference }))).toBe('QuestionIsUnknown');
  });
});

describe('the log', () => {
  test('holds a request for those who see it, and is none for others', async () => {
    for (const actor of [coordinator, auditor, panel.owner]) expect(await listed(actor)).toContain(reference);
    for (const actor of [walled, elsewhere]) expect(await listed(actor)).toEqual([]);
    for (const actor of [expert, panel.author, panel.moderator, visitor()])
      expect(await listed(actor)).toBeNull();
  });

  test('goes by the last day, pages of twenty-five without gap or double', async () => {
    for (let behind = 1; behind <= 26; behind++)
      done(await log(coordinator, { receivedOn: isoDay(addDays(today(), -behind * 2)) }));
    const first = await ask(requestList, coordinator, { closed: false });
    expect(first?.requests).toHaveLength(25);
    const days = first?.requests.map(({ lastDay }) => lastDay.getTime()) ?? [];
    expect(days).toEqual(days.toSorted((one, other) => one - other));
    const rest = await ask(requestList, coordinator, { closed: false, after: first?.next });
    expect(rest?.next).toBeNull();
    const all = [first, rest].flatMap((view) => view?.requests.map((one) => one.reference) ?? []);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(await store.db.informationRequest.count());
  });

  test('refuses a place in it that is none', async () => {
    for (const after of ['', 'x', '2026-02-30_x', `2026-02-30_${newId()}`, `${newId()}_2026-01-01`])
      expect(await ask(requestList, coordinator, { closed: false, after })).toBeNull();
  });
});

describe('one request', () => {
  test('is told to each as far as they may know', async () => {
    const read = (actor: Actor) => ask(requestPage, actor, { reference });
    expect((await read(panel.owner))?.requester?.name).toBe('Robin Quill');
    const audited = await read(auditor);
    expect([audited?.requester, audited?.may.handle, audited?.may.close]).toEqual([null, false, false]);
    expect(audited?.questions.map((one) => one.reference)).toEqual([question.reference]);
    for (const actor of [walled, elsewhere, expert, panel.author, visitor()])
      expect(await read(actor)).toBeNull();
    const handled = (actor: Actor) => ask(handledRequest, actor, { reference });
    expect(await handled(auditor)).toMatchObject({ kind: 'deny' });
    expect(await handled(walled)).toBeNull();
    expect(await handled(coordinator)).toMatchObject({ reference, waits: false, isClosed: false, bids: [] });
    expect(await ask(handledRequest, coordinator, { reference: newReference() })).toBeNull();
  });

  test('offers the steps of its state: open, waiting, closed', async () => {
    const made = done(await log(coordinator)).reference;
    const may = async () => (await ask(requestPage, coordinator, { reference: made }))?.may;
    const open = { handle: true, ask: true, clarify: false, extend: true, consult: false, close: true };
    expect(await may()).toEqual(open);
    done(
      await run(askRequester, coordinator, { reference: made, asked: 'Which?', askedOn: isoDay(today()) }),
    );
    expect(await may()).toEqual({ ...open, ask: false, clarify: true, extend: false });
    const close = { reference: made, outcome: 'withdrawn', outcomeOn: isoDay(today()) };
    expect(ending(await run(closeRequest, auditor, close))).toBe('denied');
    expect(ending(await run(closeRequest, walled, close))).toBe('hidden');
    const both = await Promise.all([1, 2].map(() => run(closeRequest, coordinator, close)));
    expect(both.map(ending).toSorted()).toEqual(['RequestIsClosed', 'done']);
    expect(await may()).toEqual({ ...open, ask: false, extend: false, close: false });
    expect(await listed(coordinator, true)).toEqual([made]);
    expect(await listed(coordinator)).not.toContain(made);
  });
});

describe('the database', () => {
  const change = async (data: Parameters<typeof store.db.informationRequest.update>[0]['data']) =>
    store.db.informationRequest.update({ where: { reference }, data });

  test('keeps an extension and an outcome whole, and after what they follow', async () => {
    const { dueOn, receivedOn } = await store.db.informationRequest.findUniqueOrThrow({
      where: { reference },
    });
    const later = addDays(dueOn, 7);
    const who = { extendedById: coordinator.id, extendedAt: new Date() };
    await expect(change({ extendedTo: later })).rejects.toThrow(/is_extended_whole/);
    const whole = { ...who, extendedTo: later, extensionReason: 'Weighed' };
    await expect(change({ ...whole, extendedTo: dueOn })).rejects.toThrow(/is_extended_whole/);
    await expect(change({ ...whole, extensionReason: ' ' })).rejects.toThrow(/is_extended_whole/);
    const closed = { outcome: 'full' as const, closedById: coordinator.id, closedAt: new Date() };
    await expect(change(closed)).rejects.toThrow(/is_closed_whole/);
    await expect(change({ ...closed, outcomeOn: addDays(receivedOn, -1) })).rejects.toThrow(
      /is_closed_whole/,
    );
    await expect(change({ dueOn: receivedOn })).rejects.toThrow(/is_due_after/);
    await expect(change({ reference: newReference() })).rejects.toThrow(/kept as it came/);
  });

  test('asks the requester one thing at a time, in words', async () => {
    const { id } = await store.db.informationRequest.findUniqueOrThrow({ where: { reference } });
    const asked = () => ({
      id: newId(),
      requestId: id,
      asked: 'Which?',
      askedOn: today(),
      askedById: expert.id,
    });
    await expect(
      store.db.informationClarification.create({ data: { ...asked(), asked: ' ' } }),
    ).rejects.toThrow(/clarification_asks/);
    const { id: first } = await store.db.informationClarification.create({ data: asked() });
    await expect(store.db.informationClarification.create({ data: asked() })).rejects.toThrow();
    const answer = (data: object) => store.db.informationClarification.update({ where: { id: first }, data });
    await expect(answer({ answer: 'All' })).rejects.toThrow(/answered_whole/);
    const said = { answer: 'All', answeredOn: today(), answeredById: expert.id };
    await expect(answer({ ...said, answeredOn: addDays(today(), -1) })).rejects.toThrow(/answered_whole/);
    await answer(said);
    await expect(answer({ answer: 'Less' })).rejects.toThrow(/kept as it was answered/);
    await expect(store.db.informationClarification.delete({ where: { id: first } })).rejects.toThrow(
      /kept as it was answered/,
    );
  });
});
