import { expect, test } from 'vitest';
import { newId } from '~/platform/ids.server';
import { actorFor, makePerson, visitor } from '../../../../tests/support/factories/people';
import { makePanel } from '../../../../tests/support/factories/panels';
import { makeAskingTeam, makeQuestion } from '../../../../tests/support/factories/questions';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { countingQueries } from '~/platform/db.server';
import { ask } from '../../query.server';
import { newReference } from '../../new-reference.server';
import { ownProgress } from './own-progress.server';
import { ownWork } from './own-work.server';

const base = useDatabase();
const DAY_MS = 86_400_000;

const workOf = async (personId: string) => {
  const work = await ask(ownWork, await actorFor(personId), {});
  if (!work) throw new Error('no work');
  return work;
};
const tasksOf = async (personId: string) =>
  (await workOf(personId)).tasks.map(({ kind, reference }) => [kind, reference]);
const draftsOf = async (personId: string) =>
  (await workOf(personId)).drafts.map(({ kind, reference }) => [kind, reference]);

test('a draft waits with its author, then for approval with the owner alone', async () => {
  const asking = await makeAskingTeam();
  const draft = await makeQuestion({ asking, state: 'draft' });
  const sent = await makeQuestion({ asking, state: 'awaitingApproval' });
  expect(await draftsOf(asking.authorId)).toEqual([['question', draft.reference]]);
  expect(await tasksOf(asking.authorId)).toEqual([]);
  expect(await tasksOf(asking.ownerId)).toEqual([['approveQuestion', sent.reference]]);
  for (const personId of [asking.budgetHolderId, asking.evaluatorId, (await makePerson()).id])
    expect(await tasksOf(personId)).toEqual([]);
});

test('a returned question is its author’s draft again', async () => {
  const asking = await makeAskingTeam();
  const { reference } = await makeQuestion({ asking, state: 'returned' });
  expect(await draftsOf(asking.authorId)).toEqual([['returnedQuestion', reference]]);
  expect(await tasksOf(asking.ownerId)).toEqual([]);
});

test('a clarification waits for those who write for the team, until it is answered', async () => {
  const asking = await makeAskingTeam();
  const question = await makeQuestion({ asking });
  const asker = await makePerson({ expert: true });
  const reference = newReference();
  const id = newId();
  await base.db.clarification.create({
    data: {
      id,
      reference,
      questionId: question.id,
      askerId: asker.id,
      asked: 'Which ports?',
      askedAt: new Date(),
    },
  });
  const panel = ['appointPanel', question.reference];
  expect(await tasksOf(asking.authorId)).toEqual([['answerClarification', reference], panel]);
  expect(await tasksOf(asking.ownerId)).toEqual([panel]);
  expect(await tasksOf(asker.id)).toEqual([]);
  await base.db.clarification.update({
    where: { id },
    data: { answer: 'All', publishedText: 'Which?', answeredAt: new Date(), answeredById: asking.authorId },
  });
  expect(await tasksOf(asking.authorId)).toEqual([panel]);
});

test('closed bids wait for their openers, and for nobody behind a wall', async () => {
  const asking = await makeAskingTeam();
  const { id, reference } = await makeQuestion({ asking, state: 'closed' });
  expect(await tasksOf(asking.budgetHolderId)).toEqual([['openBids', reference]]);
  await base.db.wall.create({
    data: {
      id: newId(),
      questionId: id,
      personId: asking.budgetHolderId,
      reason: 'Sister of a bidder',
      raisedAt: new Date(),
      raisedById: asking.ownerId,
    },
  });
  expect(await tasksOf(asking.budgetHolderId)).toEqual([]);
});

test('after opening, everybody who can influence the outcome is asked to declare', async () => {
  const asking = await makeAskingTeam();
  const { reference } = await makeQuestion({ asking, state: 'opened' });
  for (const personId of [asking.authorId, asking.ownerId, asking.budgetHolderId])
    expect(await tasksOf(personId)).toContainEqual(['declareInterest', reference]);
  expect(await tasksOf((await makePerson()).id)).toEqual([]);
});

test('an invitation waits for the invited until the question closes', async () => {
  const expert = await makePerson({ expert: true });
  const open = await makeQuestion({ visibility: 'invited', invited: [{ personId: expert.id }] });
  await makeQuestion({ state: 'closed', visibility: 'invited', invited: [{ personId: expert.id }] });
  expect(await tasksOf(expert.id)).toEqual([['readInvitation', open.reference]]);
});

test('open questions of one’s own threat areas stand on the page, hidden ones do not', async () => {
  const [first, second] = await base.db.term.findMany({
    where: { scheme: 'threatArea' },
    orderBy: { position: 'asc' },
  });
  const expert = await makePerson({ expert: true });
  await base.db.expertTerm.create({ data: { personId: expert.id, termId: first!.id } });
  const mine = [{ scheme: 'threatArea' as const, slug: first!.slug }];
  const shown = await makeQuestion({ terms: mine });
  await makeQuestion({ terms: [{ scheme: 'threatArea', slug: second!.slug }] });
  await makeQuestion({ terms: mine, visibility: 'team' });
  await makeQuestion({ terms: mine, visibility: 'invited' });
  await makeQuestion({ terms: mine, state: 'draft' });
  await makeQuestion({ terms: mine, state: 'closed' });
  expect((await workOf(expert.id)).open.map(({ reference }) => reference)).toEqual([shown.reference]);
});

test('the page takes four statements whatever there is, and is for members alone', async () => {
  const { ownerId } = await makeAskingTeam();
  const actor = await actorFor(ownerId);
  const { queries } = await countingQueries(() => ask(ownWork, actor, {}));
  expect(queries).toBeLessThanOrEqual(6);
  expect(await ask(ownWork, visitor(), {})).toBeNull();
  expect(await ask(ownWork, await actorFor((await makePerson({ verified: false })).id), {})).toBeNull();
});

test('where everything stands takes five statements at most, and is for members alone', async () => {
  const { ownerId, evaluatorId } = await makeAskingTeam();
  const coordinator = await makePerson({ roles: ['coordinator'] });
  for (const id of [ownerId, evaluatorId, coordinator.id]) {
    const actor = await actorFor(id);
    const { queries } = await countingQueries(() => ask(ownProgress, actor, {}));
    expect(queries).toBeLessThanOrEqual(5);
  }
  expect(await ask(ownProgress, visitor(), {})).toBeNull();
});

test('a first stage that closed waits for its panel, and a later closing for the owner who did not propose it', async () => {
  const asking = await makeAskingTeam();
  const now = Date.now();
  const { id: questionId, reference } = await makeQuestion({
    asking,
    data: { expressionsCloseAt: new Date(now + DAY_MS), expressionWords: 100, expressionCriteria: 'Access.' },
  });
  const panel = await makePanel({ id: questionId, asking }, { declared: false });
  const [evaluator] = panel.evaluators;
  const by = await makePerson({ expert: true });
  const sent = {
    sealed: Buffer.from('x'),
    wrappedKey: Buffer.from('x'),
    keyId: 'k',
    submittedAt: new Date(now),
  };
  const expression = await base.db.expression.create({
    data: { id: newId(), reference: newReference(), questionId, personId: by.id, ...sent },
  });
  expect(await tasksOf(panel.moderator.id)).toEqual([]);
  await moveClock('2 days');
  for (const person of [panel.moderator, evaluator])
    expect(await tasksOf(person.id)).toEqual([['judgeExpressions', reference]]);
  for (const personId of [asking.authorId, by.id]) expect(await tasksOf(personId)).toEqual([]);
  await base.db.expression.update({
    where: { id: expression.id },
    data: { invited: true, reason: 'Access', decidedAt: new Date(), decidedById: panel.moderator.id },
  });
  expect(await tasksOf(evaluator.id)).toEqual([]);
  expect(await tasksOf(panel.moderator.id)).toEqual([['judgeExpressions', reference]]);
  await base.db.expressionRound.create({
    data: { questionId, toldById: panel.moderator.id, toldAt: new Date() },
  });
  expect(await tasksOf(panel.moderator.id)).toEqual([]);

  const { closesAt } = await base.db.question.findUniqueOrThrow({ where: { id: questionId } });
  await base.db.deadlineExtension.create({
    data: {
      ...{
        id: newId(),
        questionId,
        reason: 'Late papers',
        proposedById: asking.authorId,
        proposedAt: new Date(),
      },
      ...{ insteadOf: closesAt ?? new Date(), closesAt: new Date((closesAt?.getTime() ?? now) + DAY_MS) },
    },
  });
  expect(await tasksOf(asking.ownerId)).toEqual([['settleExtension', reference]]);
  expect(await tasksOf(asking.authorId)).toEqual([]);
});
