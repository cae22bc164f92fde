import { expect, test } from 'vitest';
import { newId } from '~/platform/ids.server';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeAward, makeEvaluated } from '../../../../tests/support/factories/awards';
import { makeCompetition } from '../../../../tests/support/factories/competitions';
import { declareNothing, makeScores, makeWall } from '../../../../tests/support/factories/panels';
import { actorFor } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { ask } from '../../query.server';
import { ownWork } from '../queries/own-work.server';
import { TASKS, type TaskKind } from './own-work';

const store = useDatabase();
const now = new Date();

const all = Object.keys(TASKS) as TaskKind[];
const steps = all.slice(all.indexOf('appointPanel'), all.indexOf('recordPayment') + 1);

const stepsOf = async (personId: string) =>
  (await ask(ownWork, await actorFor(personId), {}))?.tasks.filter(({ kind }) => steps.includes(kind)) ?? [];
const kindsOf = async (personId: string): Promise<TaskKind[]> =>
  (await stepsOf(personId)).map(({ kind }) => kind);

type Asked = Awaited<ReturnType<typeof makeQuestion>>;

async function recommend(question: Asked) {
  const id = newId();
  await store.db.recommendation.create({
    data: {
      ...{ id, questionId: question.id, text: 'Best.', outcome: 'awarded', bidIds: [], ranking: {} },
      ...{ madeById: question.asking.moderatorId, madeAt: now },
    },
  });
  return id;
}

test('a panel that is too small waits with those who run it, until it is whole', async () => {
  const question = await makeQuestion({ state: 'open' });
  const { authorId, ownerId, moderatorId, evaluatorId, budgetHolderId } = question.asking;
  for (const id of [authorId, ownerId]) expect(await kindsOf(id)).toEqual(['appointPanel']);
  for (const id of [moderatorId, budgetHolderId]) expect(await kindsOf(id)).toEqual([]);
  const [step] = await stepsOf(authorId);
  expect(step).toMatchObject({ reference: question.reference, due: question.closesAt });
  const named = { questionId: question.id, appointedById: authorId, appointedAt: now };
  const evaluators = (await makeCompetition()).panel.evaluators.map(({ id }) => id);
  await store.db.panelMembership.createMany({
    data: [evaluatorId, ...evaluators].map((personId) => ({
      ...named,
      personId,
      role: 'evaluator' as const,
    })),
  });
  expect(await kindsOf(authorId)).toEqual(['appointPanel']);
  await store.db.panelMembership.create({ data: { ...named, personId: moderatorId, role: 'moderator' } });
  expect(await kindsOf(authorId)).toEqual([]);
});

test('with the last score it is the moderator’s turn, then all declare before the award', async () => {
  const { question, panel, first, second } = await makeCompetition();
  const { moderator, evaluators, owner, budgetHolder } = panel;
  for (const evaluator of evaluators) await makeScores(first, question, evaluator, 4);
  await makeScores(second, question, evaluators[0], 3);
  expect(await kindsOf(moderator.id)).toEqual([]);
  await makeScores(second, question, evaluators[1], 3);
  expect(await kindsOf(moderator.id)).toEqual(['moderate']);
  await store.db.question.update({ where: { id: question.id }, data: { qualityAgreedAt: now } });
  expect(await kindsOf(moderator.id)).toEqual(['recommend']);
  expect(await kindsOf(owner.id)).toEqual([]);
  const recommendationId = await recommend(question);
  const influential = [owner.id, budgetHolder.id, moderator.id, panel.author.id, evaluators[0].id];
  for (const id of influential) expect(await kindsOf(id)).toEqual(['declareAtAward']);
  await makeWall(question.id, evaluators[1].id);
  expect(await kindsOf(evaluators[1].id)).toEqual([]);
  await declareNothing(question.id, influential, 'award');
  for (const id of influential) expect(await kindsOf(id)).toEqual([]);
  await store.db.recommendation.update({ where: { id: recommendationId }, data: { returnedAt: now } });
  expect(await kindsOf(moderator.id)).toEqual(['recommend']);
});

test('nothing is asked for while a competition is on hold', async () => {
  const { question, panel } = await makeEvaluated();
  expect(await kindsOf(panel.moderator.id)).toEqual(['recommend']);
  const placed = { placedById: panel.owner.id, placedAt: now };
  await store.db.competitionHold.create({
    data: { id: newId(), questionId: question.id, reason: 'Budget.', reviewOn: now, ...placed },
  });
  expect(await kindsOf(panel.moderator.id)).toEqual([]);
});

test('once decided come summaries, notice and, after the standstill, the contract', async () => {
  const { question, panel, award } = await makeAward({ state: 'decided' });
  const runners = [panel.author.id, panel.owner.id];
  for (const id of runners) expect(await kindsOf(id)).toEqual(['sendSummaries']);
  const ofQuestion = { bid: { questionId: question.id } };
  await store.db.assessmentSummary.updateMany({ where: ofQuestion, data: { sentAt: now } });
  for (const id of runners) expect(await kindsOf(id)).toEqual(['giveNotice']);
  expect(await kindsOf(panel.budgetHolder.id)).toEqual([]);
  const standstillEndsOn = new Date(Date.now() + 3 * 86_400_000);
  await store.db.award.update({ where: { id: award.id }, data: { noticeAt: now, standstillEndsOn } });
  for (const id of runners) expect(await kindsOf(id)).toEqual([]);
  await moveClock('5 days');
  for (const id of runners) expect(await kindsOf(id)).toEqual(['recordContract']);
});

test('an agreement letter moves the turn to the lead and then to the budget holder', async () => {
  const { panel, award, first, question } = await makeAward({ state: 'readyToContract' });
  const letter = await store.db.agreementLetter.create({
    data: {
      ...{ id: newId(), reference: `TURN${String(Date.now()).slice(-4)}`, awardId: award.id, number: 1 },
      ...{ state: 'prepared', text: 'We agree.', contractReference: 'C-2', preparedAt: now },
      ...{ startsOn: now, endsOn: new Date(now.getTime() + 90 * 86_400_000) },
    },
  });
  const three = [panel.owner.id, first.leadId, panel.budgetHolder.id];
  const turns = () => Promise.all(three.map(kindsOf));
  const becomes = (state: string) =>
    store.db.agreementLetter.update({ where: { id: letter.id }, data: { state } });
  expect(await turns()).toEqual([['recordContract'], [], []]);
  await becomes('sent');
  expect(await turns()).toEqual([[], ['signAgreement'], []]);
  await becomes('signed');
  expect(await turns()).toEqual([[], [], ['approveAgreement']]);
  await becomes('rejected');
  expect(await turns()).toEqual([['recordContract'], [], []]);
  const lodged = { lodgedById: first.leadId, lodgedAt: now, grounds: ['scoring'], text: 'Look again.' };
  await store.db.challenge.create({
    data: { id: newId(), reference: 'TURNCHAL', questionId: question.id, bidId: first.id, ...lodged },
  });
  expect(await turns()).toEqual([[], [], []]);
});

test('what was accepted waits for its payment with the budget holder', async () => {
  const { award, panel, first } = await makeAward({ state: 'inDelivery' });
  expect(await kindsOf(panel.budgetHolder.id)).toEqual([]);
  const { id: milestoneId } = await store.db.milestone.findFirstOrThrow({ where: { awardId: award.id } });
  await store.db.deliverable.create({
    data: {
      ...{ id: newId(), reference: 'TURNDELV', milestoneId, title: 'Report', summary: 'It says.' },
      ...{ deliveredAt: now, deliveredById: first.leadId, reviewedAt: now },
      ...{
        reviewedById: panel.evaluators[0].id,
        reviewNote: 'Sound.',
        acceptedAt: now,
        acceptedById: panel.owner.id,
      },
    },
  });
  expect(await kindsOf(panel.budgetHolder.id)).toEqual(['recordPayment']);
  expect(await kindsOf(panel.owner.id)).toEqual([]);
  await store.db.milestone.update({ where: { id: milestoneId }, data: { paidAt: now } });
  expect(await kindsOf(panel.budgetHolder.id)).toEqual([]);
});

test('what is overdue to a winner says to which of them', async () => {
  const { award, panel, first } = await makeAward({ state: 'inDelivery' });
  await store.db.obligation.create({
    data: {
      ...{ id: newId(), reference: 'TURNBLGN', awardId: award.id, position: 1, kind: 'data', what: 'Files' },
      ...{ recipient: 'Lead', dueOn: new Date('2020-01-01'), state: 'due' },
    },
  });
  const { name } = await store.db.person.findUniqueOrThrow({ where: { id: first.leadId } });
  const tasks = (await ask(ownWork, await actorFor(panel.author.id), {}))?.tasks ?? [];
  expect(tasks.find(({ kind }) => kind === 'meetObligation')?.title).toBe(`Files, for ${name}`);
});
