import { beforeAll, describe, expect, test } from 'vitest';
import { moveClock, useDatabase } from '../../../../../tests/support/database';
import { joinBid, makeExpert, openQuestion } from '../../../../../tests/support/factories/bids';
import { makeCompetition } from '../../../../../tests/support/factories/competitions';
import { makeWall } from '../../../../../tests/support/factories/panels';
import { actorFor, makePerson, visitor } from '../../../../../tests/support/factories/people';
import { ending } from '../../../../../tests/support/outcome';
import type { Actor } from '../../../actor';
import { run } from '../../../command.server';
import { ask } from '../../../query.server';
import { assessorsPage } from '../queries/assessors-page.server';
import { answerAssessorInvitation } from './answer-assessor-invitation.server';
import { inviteAssessor } from './invite-assessor.server';
import { setAvailability } from './set-availability.server';

const store = useDatabase();
const dayFrom = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

let world: Awaited<ReturnType<typeof makeCompetition>>;
let author: Actor;
beforeAll(async () => {
  world = await makeCompetition({ stage: 'closed' });
  author = world.panel.author;
});

const invite = (actor: Actor, person: string, over: Record<string, unknown> = {}) =>
  run(inviteAssessor, actor, {
    ...{ reference: world.question.reference, person, answerBy: dayFrom(7) },
    ...over,
  }).then(ending);
const answer = (actor: Actor, given: Record<string, unknown>) =>
  run(answerAssessorInvitation, actor, { reference: world.question.reference, ...given }).then(ending);
const facts = (name: string) =>
  store.db.fact.count({ where: { name, noun: 'question', nounId: world.question.id } });
const invited = async () => {
  const person = await makeExpert();
  expect(await invite(author, person.reference)).toBe('done');
  return person;
};
const place = (personId: string) =>
  store.db.panelMembership.findUnique({
    where: { questionId_personId: { questionId: world.question.id, personId } },
  });

describe('an invitation', () => {
  test('is sent by those who run the competition; strangers and bidders learn of nothing', async () => {
    const { panel, first } = world;
    const guest = (await makePerson({ expert: true })).reference;
    const before = await facts('AssessorWasInvited');
    for (const actor of [panel.moderator, panel.budgetHolder, panel.evaluators[0]])
      expect(await invite(actor, guest)).toBe('denied');
    const coordinator = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
    expect(await invite(coordinator, guest)).toBe('denied');
    for (const actor of [visitor(), await makeExpert(), await actorFor(first.leadId)])
      expect(await invite(actor, guest)).toBe('hidden');
    expect(await facts('AssessorWasInvited')).toBe(before);
    expect(await invite(panel.owner, guest)).toBe('done');
    expect(await facts('AssessorWasInvited')).toBe(before + 1);
  });

  test('reaches verified members alone, named by reference or by address in any case', async () => {
    const [unverified, suspended, walled, byMail] = await Promise.all([
      makePerson({ verified: false }),
      makePerson(),
      makePerson(),
      makePerson(),
    ]);
    await store.db.person.update({ where: { id: suspended.id }, data: { suspendedAt: new Date() } });
    await makeWall(world.question.id, walled.id);
    for (const person of [unverified.reference, suspended.reference, '23456789', "' OR 1=1 --", '%@%'])
      expect(await invite(author, person)).toBe('PersonIsUnknown');
    expect(await invite(author, walled.reference)).toBe('PersonIsConflicted');
    expect(await invite(author, world.panel.evaluators[0].reference)).toBe('PersonIsOnPanel');
    expect(await invite(author, ` PERSON-${byMail.id}@EXAMPLE.ORG `)).toBe('done');
    expect(await invite(author, byMail.reference)).toBe('InvitationIsOpen');
    for (const person of ['', 'x'.repeat(255)]) expect(await invite(author, person)).toBe('invalid');
  });

  test.each([
    [-1, 'AnswerByIsOut'],
    [0, 'done'],
    [60, 'done'],
    [61, 'AnswerByIsOut'],
  ])('with %i days to answer is %s', async (days, expected) => {
    const { reference } = await makePerson();
    expect(await invite(author, reference, { answerBy: dayFrom(days) })).toBe(expected);
  });

  test('sent twice at once is sent once', async () => {
    const { reference } = await makePerson();
    const both = await Promise.all([invite(author, reference), invite(world.panel.owner, reference)]);
    expect(both.sort()).toEqual(['InvitationIsOpen', 'done']);
  });

  test('does not tell who bids before the opening', async () => {
    expect(await invite(author, (await actorFor(world.first.leadId)).reference)).toBe('done');
  });
});

describe('an answer', () => {
  test('is for the invited alone, and not any more behind a wall or once it was withdrawn', async () => {
    const person = await invited();
    for (const actor of [visitor(), await makeExpert(), author])
      expect(await answer(actor, { answer: 'accept' })).toBe('hidden');
    await store.db.assessorInvitation.updateMany({
      where: { personId: person.id },
      data: { withdrawnAt: new Date() },
    });
    expect(await answer(person, { answer: 'accept' })).toBe('hidden');
    const other = await invited();
    await makeWall(world.question.id, other.id);
    expect(await answer(await actorFor(other.id), { answer: 'accept' })).toBe('hidden');
    expect(await place(other.id)).toBeNull();
  });

  test('that declines says why, and can still be changed to yes with what one can take', async () => {
    const person = await invited();
    expect(await answer(person, { answer: 'decline' })).toBe('ReasonIsMissing');
    expect(await answer(person, { answer: 'decline', reason: 'other', words: '  ' })).toBe('WordsAreMissing');
    expect(await answer(person, { answer: 'decline', reason: 'lazy' })).toBe('invalid');
    expect(await answer(person, { answer: 'decline', reason: 'other', words: 'I moved' })).toBe('done');
    expect(await place(person.id)).toBeNull();
    expect(await answer(person, { answer: 'accept', awayFrom: '2027-01-02' })).toBe('DatesDoNotFit');
    expect(await answer(person, { answer: 'accept', mostBids: '2' })).toBe('done');
    expect(await place(person.id)).toMatchObject({ role: 'evaluator', mostBids: 2, endedAt: null });
    expect(await answer(person, { answer: 'decline', reason: 'noTime' })).toBe('InvitationIsAnswered');
    const words = await store.db.assessorInvitation.findFirst({ where: { personId: person.id } });
    expect(words).toMatchObject({ declinedAt: null, declineReason: null, declineWords: '' });
  });

  test('sent twice at once makes one member', async () => {
    const person = await invited();
    const before = await facts('AssessorInvitationWasAccepted');
    const both = await Promise.all([1, 2].map(() => answer(person, { answer: 'accept' })));
    expect(both.sort()).toEqual(['InvitationIsAnswered', 'done']);
    expect(await facts('AssessorInvitationWasAccepted')).toBe(before + 1);
  });

  test('takes back a member who had left, once they are asked again', async () => {
    const person = await invited();
    await answer(person, { answer: 'accept', mostBids: '1' });
    await store.db.panelMembership.updateMany({
      where: { personId: person.id },
      data: { endedAt: new Date() },
    });
    expect(await invite(author, person.reference)).toBe('done');
    expect(await answer(person, { answer: 'accept' })).toBe('done');
    expect(await place(person.id)).toMatchObject({ endedAt: null, mostBids: null });
  });

  test('is one of two for the database too', async () => {
    const person = await invited();
    const both = { acceptedAt: new Date(), declinedAt: new Date(), declineReason: 'noTime' as const };
    await expect(
      store.db.assessorInvitation.updateMany({ where: { personId: person.id }, data: both }),
    ).rejects.toThrow('assessor_invitation_answered_once_check');
  });
});

test('what one can take is said by evaluators of the panel, within bounds', async () => {
  const { panel, question } = world;
  const set = (actor: Actor, given: Record<string, unknown>) =>
    run(setAvailability, actor, { reference: question.reference, ...given }).then(ending);
  for (const actor of [panel.moderator, author]) expect(await set(actor, { mostBids: '1' })).toBe('denied');
  for (const actor of [visitor(), await makeExpert()])
    expect(await set(actor, { mostBids: '1' })).toBe('hidden');
  const [one] = panel.evaluators;
  expect(await set(one, { mostBids: '201' })).toBe('invalid');
  expect(await set(one, { awayUntil: '2027-01-02' })).toBe('DatesDoNotFit');
  expect(await set(one, { mostBids: '0', awayFrom: '2027-01-02', awayUntil: '2027-01-02' })).toBe('done');
  expect(await place(one.id)).toMatchObject({ mostBids: 0, awayUntil: new Date('2027-01-02') });
  expect(await set(one, {})).toBe('done');
  expect(await place(one.id)).toMatchObject({ mostBids: null, awayFrom: null, awayUntil: null });
});

describe('late', () => {
  const standing = async (name: string) => {
    const now = await actorFor(world.panel.author.id);
    const view = await ask(assessorsPage, now, { reference: world.question.reference });
    if (!view || 'why' in view) throw new Error('the author sees the assessors');
    return view.invitations.find(({ person }) => person.name === name)?.lapsed;
  };

  test('on the last day an answer is awaited and taken, the day after neither', async () => {
    const [person, slow] = [await makeExpert(), await makeExpert()];
    for (const { reference } of [person, slow]) await invite(author, reference, { answerBy: dayFrom(1) });
    await moveClock('1 day');
    expect(await standing(person.name)).toBe(false);
    expect(await answer(person, { answer: 'accept' })).toBe('done');
    await moveClock('1 day');
    expect(await standing(slow.name)).toBe(true);
    expect(await answer(slow, { answer: 'accept' })).toBe('InvitationHasLapsed');
    expect(await answer(slow, { answer: 'decline', reason: 'away' })).toBe('done');
  });

  test('after the opening nobody who bids is asked or joins', async () => {
    const bidder = await makeExpert();
    await joinBid(world.first.id, { personId: bidder.id });
    expect(await invite(author, bidder.reference)).toBe('done');
    await openQuestion(world.question);
    expect(await answer(bidder, { answer: 'accept' })).toBe('PersonIsConflicted');
    expect(await place(bidder.id)).toBeNull();
    expect(await answer(bidder, { answer: 'decline', reason: 'conflict' })).toBe('done');
    expect(await invite(author, bidder.reference)).toBe('PersonIsConflicted');
  });

  test('once quality is agreed nobody joins any more', async () => {
    const person = await invited();
    const now = new Date();
    await store.db.question.update({
      where: { id: world.question.id },
      data: { evaluationStartedAt: now, qualityAgreedAt: now },
    });
    expect(await answer(person, { answer: 'accept' })).toBe('PanelIsSettled');
    expect(await invite(author, (await makePerson()).reference)).toBe('PanelIsSettled');
    expect(await answer(person, { answer: 'decline', reason: 'noTime' })).toBe('done');
  });
});
