import { beforeAll, describe, expect, test } from 'vitest';
import { settleExtension } from '~/domain/questions/commands/settle-extension.server';
import { proposeExtension } from '~/domain/questions/commands/propose-extension.server';
import { submitBid } from '~/domain/bids/commands/submit-bid.server';
import { run } from '~/domain/command.server';
import { isoDay, showInstant, ukDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeBid, makeExpert } from '../../../../tests/support/factories/bids';
import { makeWall } from '../../../../tests/support/factories/panels';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeOutsiders, type Outsiders } from '../../../../tests/support/factories/question-cast';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { toldOf } from '../../../../tests/support/told';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
const DAY_MS = 86_400_000;
let question: Awaited<ReturnType<typeof makeQuestion>>;
let outsiders: Outsiders;
let bid: Awaited<ReturnType<typeof makeBid>>;
let watcher: string;

const stored = () => database.db.question.findUniqueOrThrow({ where: { id: question.id } });
const address = () => paths.extendDeadline(question.reference);
const closing = async (days: number) => {
  const { closesAt } = await stored();
  return new Date((closesAt?.getTime() ?? 0) + days * DAY_MS);
};
const dayFields = async (days: number) => {
  const [year = '', month = '', day = ''] = isoDay(ukDay(await closing(days))).split('-');
  return { 'closesOn.day': day, 'closesOn.month': month, 'closesOn.year': year, closesTime: '17:00' };
};
const settle = async (id: string, decision = 'confirmed', reason = '') =>
  run(settleExtension, await actorFor(id), { reference: question.reference, decision, reason });

beforeAll(async () => {
  question = await makeQuestion();
  outsiders = await makeOutsiders();
  bid = await makeBid({ question });
  watcher = (await makeExpert()).id;
  await send(paths.questionInterest(question.reference), { intent: 'watch' }, { as: watcher });
});

describe('proposing a later deadline', () => {
  test('is for those who run the question and coordinators, forward alone, with a reason', async () => {
    const { authorId } = question.asking;
    const page = await visit(paths.question(question.reference), { as: authorId });
    expect(page.links).toContainEqual({ text: 'Move the deadline', href: address() });
    expect((await visit(address(), { as: outsiders.coordinator })).status).toBe(200);
    expect((await visit(address(), { as: watcher })).status).toBe(403);
    const fields = await dayFields(7);
    expect((await send(address(), { ...fields, reason: '' }, { as: authorId })).messageBeside('reason')).toBe(
      'Say why the deadline should move',
    );
    const back = await send(address(), { ...(await dayFields(-1)), reason: 'Sooner' }, { as: authorId });
    expect(back.messageBeside('closesOn')).toContain('A deadline only moves forward');
    expect(back.fields['reason']).toBe('Sooner');
    const sent = await send(address(), { ...fields, reason: 'The data came late.' }, { as: authorId });
    expect(sent.location).toBe(address());
    const second = await send(address(), { ...fields, reason: 'Again' }, { as: question.asking.ownerId });
    expect([second.status, second.text]).toEqual([422, expect.stringContaining('waits to be confirmed')]);
  });

  test('moves nothing and is known to nobody outside; the owner is asked', async () => {
    expect((await stored()).closesAt).toEqual(question.closesAt);
    const outside = await visit(paths.question(question.reference), { as: watcher });
    expect(outside.text).not.toContain('The data came late');
    const told = await toldOf('DeadlineExtensionWasProposed', question.id);
    expect(told.people).toEqual([question.asking.ownerId]);
  });

  test('is no work of a bidder or of somebody with a conflict', async () => {
    const coordinator = await actorFor(outsiders.coordinator);
    const own = await makeBid({ question, leadId: coordinator.id });
    expect(await settle(coordinator.id)).toMatchObject({ refusal: { name: 'BidderMovesNoDeadline' } });
    await database.db.bidMember.updateMany({
      where: { bidId: own.id },
      data: { acceptedAt: null, declinedAt: question.createdAt },
    });
    const walled = await makePerson({ roles: ['coordinator'] });
    await makeWall(question.id, walled.id);
    expect((await visit(address(), { as: walled.id })).status).toBe(403);
  });
});

describe('confirming it', () => {
  test('takes another person who may', async () => {
    const { authorId, budgetHolderId } = question.asking;
    expect(await settle(authorId)).toMatchObject({
      kind: 'denied',
      why: expect.stringContaining('themselves'),
    });
    expect(await settle(budgetHolderId)).toMatchObject({ kind: 'denied' });
    expect(await settle(watcher)).toMatchObject({ kind: 'denied' });
    const { id } = await database.db.deadlineExtension.findFirstOrThrow();
    const byOne = { confirmedAt: new Date(question.createdAt), confirmedById: authorId };
    await expect(database.db.deadlineExtension.update({ where: { id }, data: byOne })).rejects.toThrow(
      'deadline_extension_by_two',
    );
    await expect(
      database.db.question.update({ where: { id: question.id }, data: { closesAt: await closing(7) } }),
    ).rejects.toThrow('PublishedTextIsFrozen');
  });

  test('moves deadline, clarifications and answers at once, and everybody concerned is told', async () => {
    const page = await visit(paths.settleExtension(question.reference), { as: question.asking.ownerId });
    expect(page.text).toContain('The data came late.');
    const sent = await send(
      paths.settleExtension(question.reference),
      { decision: 'confirmed' },
      { as: question.asking.ownerId },
    );
    expect(sent.banner).toBe('The deadline has moved. Everybody is told.');
    const now = await stored();
    expect(now.closesAt?.getTime()).toBeGreaterThan(question.closesAt?.getTime() ?? Infinity);
    expect(now.answersDueAt?.getTime()).toBeGreaterThan(question.answersDueAt?.getTime() ?? Infinity);
    const read = await visit(paths.question(question.reference), { as: watcher });
    expect(read.text).toContain('The data came late.');
    expect(read.text).toContain(`To ${showInstant(now.closesAt ?? new Date(0))}, from`);
    expect(read.text).toContain('Agreed by two people');
    const told = (await toldOf('DeadlineWasExtended', question.id)).people;
    expect(told).toEqual(expect.arrayContaining([watcher, bid.leadId, question.asking.authorId]));
    const versions = await database.db.questionVersion.findMany({ where: { questionId: question.id } });
    expect(versions.at(-1)?.content).toMatchObject({ closesAt: now.closesAt?.toISOString() });
    expect(await settle(outsiders.coordinator)).toMatchObject({ refusal: { name: 'ExtensionIsSettled' } });
  });

  test('a moved deadline never moves back, and its record stays', async () => {
    await expect(
      database.db.question.update({ where: { id: question.id }, data: { closesAt: question.closesAt } }),
    ).rejects.toThrow('PublishedTextIsFrozen');
    await expect(database.db.deadlineExtension.deleteMany()).rejects.toThrow();
    await expect(database.db.deadlineExtension.updateMany({ data: { reason: 'Other' } })).rejects.toThrow();
  });

  test('declining takes a reason, and leaves the deadline where it is', async () => {
    const before = (await stored()).closesAt;
    const propose = async (id: string) =>
      run(proposeExtension, await actorFor(id), {
        reference: question.reference,
        closesOn: ukDay(await closing(5)),
        closesTime: '12:00',
        reason: 'More time',
      });
    await propose(outsiders.coordinator);
    expect(await settle(question.asking.ownerId, 'declined')).toMatchObject({
      refusal: { name: 'ReasonIsMissing' },
    });
    expect(await settle(question.asking.ownerId, 'declined', 'Enough time')).toMatchObject({
      value: { moved: false },
    });
    const told = await toldOf('DeadlineExtensionWasDeclined', question.id);
    expect(told.people).toEqual([outsiders.coordinator]);
    await propose(question.asking.authorId);
    expect(await settle(question.asking.authorId, 'declined', 'Not needed')).toMatchObject({ kind: 'done' });
    expect((await stored()).closesAt).toEqual(before);
  });

  test('a bid that is in stays, and may be replaced until the new deadline; after it nothing moves', async () => {
    const lead = await actorFor(bid.leadId);
    await moveClock('21 days');
    const replace = { reference: bid.reference, revision: 1 };
    expect(await run(submitBid, lead, replace)).toMatchObject({ value: { submission: 2 } });
    await run(proposeExtension, await actorFor(question.asking.authorId), {
      reference: question.reference,
      closesOn: ukDay(await closing(9)),
      closesTime: '12:00',
      reason: 'More time',
    });
    await moveClock('30 days');
    expect(await settle(question.asking.ownerId)).toMatchObject({ refusal: { name: 'DeadlineHasPassed' } });
    const page = await visit(address(), { as: question.asking.authorId });
    expect(page.text).toContain('The question is not open');
    expect(await run(submitBid, lead, replace)).toMatchObject({ refusal: { name: 'DeadlineHasPassed' } });
  });
});
