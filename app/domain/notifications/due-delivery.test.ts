import { beforeAll, describe, expect, test } from 'vitest';
import { moveClock, useDatabase } from '../../../tests/support/database';
import { makeAward } from '../../../tests/support/factories/awards';
import { makeOrganisation } from '../../../tests/support/factories/people';
import { toldOf } from '../../../tests/support/told';
import { newId } from '~/platform/ids.server';
import { newReference } from '../new-reference.server';
import { addDays, isoDay, ukDay } from '../uk-time';
import { dueInDelivery, lateReviews } from './due-delivery.server';
import { recordDueFacts } from './due-facts.server';

const store = useDatabase();
type Made = Awaited<ReturnType<typeof makeAward>>;
let live: Made;
let closed: Made;
let waiting: Made;
let suspended: Made;
let today: Date;
let roundId: string;

const inDays = (days: number) => addDays(today, days);
const REPORTS = [-1, 0, 7, 8];
const OWED = [-1, 0];
const DUE = 'MonitoringReportIsDue';
const LATE = 'MonitoringReportIsOverdue';

/** Reports, obligations and tranches of an award on the days at which something changes. */
async function makeParts({ award, panel, question }: Made) {
  const awardId = award.id;
  const named = () => ({ id: newId(), reference: newReference() });
  await store.db.monitoringReport.createMany({
    data: REPORTS.map((days, i) => ({
      ...{ ...named(), awardId, number: i + 1, dueOn: inDays(days), state: 'due' },
    })),
  });
  await store.db.obligation.createMany({
    data: OWED.map((days, i) => ({
      ...{ ...named(), awardId, position: i + 1, kind: 'data', what: `Files ${days}`, recipient: 'Lead' },
      ...{ dueOn: inDays(days), state: 'due' },
    })),
  });
  const funding = newId();
  await store.db.funding.create({
    data: {
      ...{ id: funding, questionId: question.id, awardId, organisationId: (await makeOrganisation()).id },
      ...{ amount: 200, certainty: 'firm', recordedAt: award.decidedAt, recordedById: panel.author.id },
      tranches: {
        create: OWED.map((days, i) => ({
          ...{ ...named(), position: i + 1, plannedOn: inDays(days), plannedAmount: 100 },
        })),
      },
    },
  });
}

async function makeRound({ award, panel, first }: Made, dueOn: Date) {
  const milestone = await store.db.milestone.findFirstOrThrow({ where: { awardId: award.id } });
  const id = newId();
  const reviewers = panel.evaluators.map((one) => ({ reviewerId: one.id }));
  await store.db.deliverable.create({
    data: {
      ...{
        id: newId(),
        reference: newReference(),
        milestoneId: milestone.id,
        title: 'Final',
        summary: 'Yes.',
      },
      ...{ deliveredAt: award.decidedAt, deliveredById: first.leadId },
      rounds: {
        create: {
          ...{ id, number: 1, dueOn, openedAt: award.decidedAt, openedById: panel.author.id },
          reviews: { create: reviewers },
        },
      },
    },
  });
  return id;
}

const of = ({ award }: Made, facts: { name: string; nounId: string; data?: unknown }[]) =>
  facts
    .filter(({ nounId }) => nounId === award.id)
    .map(({ name, data }) => [name, (data as { dueOn: string }).dueOn])
    .sort((a, b) => a.join().localeCompare(b.join()));
const day = (days: number) => isoDay(inDays(days));

beforeAll(async () => {
  live = await makeAward({ state: 'inDelivery' });
  closed = await makeAward({ state: 'inDelivery' });
  waiting = await makeAward({ state: 'readyToContract' });
  suspended = await makeAward({ state: 'readyToContract' });
  today = ukDay(live.award.decidedAt);
  await store.db.award.update({
    where: { id: suspended.award.id },
    data: {
      ...{
        contractedAt: live.award.decidedAt,
        contractReference: 'C-2',
        startsOn: today,
        endsOn: inDays(90),
      },
      ...{ suspendedFrom: inDays(-10), suspendedUntil: inDays(10) },
    },
  });
  for (const made of [live, closed, waiting, suspended]) await makeParts(made);
  roundId = await makeRound(live, today);
  await makeRound(closed, today);
  await store.db.award.update({ where: { id: closed.award.id }, data: { closedAt: live.award.decidedAt } });
});

describe('what is due in delivery', () => {
  test('a report is due within seven days and late the day after its day; so is what the team owes', async () => {
    expect(of(live, await dueInDelivery(store.db))).toEqual([
      [DUE, day(0)],
      [DUE, day(7)],
      [LATE, day(-1)],
      ['ObligationIsOverdue', day(-1)],
      ['TrancheIsLate', day(-1)],
    ]);
  });

  test('before the contract, while it is suspended and after the closing only money is watched', async () => {
    const facts = await dueInDelivery(store.db);
    for (const made of [waiting, closed, suspended])
      expect(of(made, facts)).toEqual([['TrancheIsLate', day(-1)]]);
  });

  test('each carries what its notice needs: the question, the thing, its reference and its day', async () => {
    const facts = await dueInDelivery(store.db);
    const late = await store.db.monitoringReport.findFirstOrThrow({
      where: { awardId: live.award.id, number: 1 },
    });
    const fact = facts.find(({ name, nounId }) => name === LATE && nounId === live.award.id);
    expect(fact?.data).toEqual({
      ...{ questionId: live.question.id, subjectId: late.id, reference: late.reference, dueOn: day(-1) },
    });
    const tranche = facts.find(({ name, nounId }) => name === 'TrancheIsLate' && nounId === live.award.id);
    expect(Object.keys(tranche?.data ?? {}).sort()).toEqual(['dueOn', 'questionId', 'subjectId']);
  });
});

describe('by the clock', () => {
  test('each is recorded once, however often it is asked', async () => {
    const wrote = await recordDueFacts();
    expect(wrote).toBeGreaterThanOrEqual(7);
    expect(await recordDueFacts()).toBe(0);
    expect(await dueInDelivery(store.db)).toEqual([]);
    expect(await Promise.all([recordDueFacts(), recordDueFacts()])).toEqual([0, 0]);
  });

  test('and told: the late report to both sides, the late tranche to those who pay', async () => {
    const { award, first, panel } = live;
    const both = [first.leadId, panel.author.id, panel.owner.id].sort();
    expect((await toldOf(LATE, award.id)).people).toEqual(both);
    expect((await toldOf('ObligationIsOverdue', award.id)).people).toEqual(both);
    expect((await toldOf(DUE, award.id)).people).toEqual([first.leadId]);
    const payers = [panel.author.id, panel.owner.id, panel.budgetHolder.id].sort();
    expect((await toldOf('TrancheIsLate', award.id)).people).toEqual(payers);
  });

  test('what was submitted, met or received in time is not told when its day has passed', async () => {
    const { id: awardId } = live.award;
    const last = (table: { number?: number; position?: number }) => ({ awardId, ...table });
    await store.db.monitoringReport.updateMany({ where: last({ number: 3 }), data: { state: 'draft' } });
    await store.db.monitoringReport.updateMany({
      where: last({ number: 3 }),
      data: { state: 'submitted', submittedAt: live.award.decidedAt },
    });
    await store.db.obligation.updateMany({ where: last({ position: 2 }), data: { state: 'met' } });
    await store.db.tranche.updateMany({
      where: { funding: { awardId }, position: 2 },
      data: { actualOn: today, actualAmount: 100 },
    });
    await moveClock('1 day');
    const facts = await dueInDelivery(store.db);
    expect(of(live, facts)).toEqual([
      [DUE, day(8)],
      [LATE, day(0)],
    ]);
    expect(of(closed, facts)).toEqual([['TrancheIsLate', day(0)]]);
  });
});

describe('late reviews', () => {
  test('are those of running rounds past their day, of awards in delivery alone', async () => {
    expect(await lateReviews(store.db)).toEqual([
      expect.objectContaining({ name: 'ReviewIsLate', data: { awardId: live.award.id, roundId } }),
    ]);
    await recordDueFacts();
    expect(await lateReviews(store.db)).toEqual([]);
  });

  test('end when the last review is in, and when the work is decided', async () => {
    const again = newId();
    const deliverable = await store.db.deliverable.findFirstOrThrow({
      where: { rounds: { some: { id: roundId } } },
    });
    const round = { id: again, number: 2, dueOn: today, openedAt: live.award.decidedAt };
    const reviewerId = live.panel.evaluators[0].id;
    await store.db.reviewRound.create({
      data: {
        ...{ ...round, deliverableId: deliverable.id, openedById: live.panel.author.id },
        reviews: { create: { reviewerId } },
      },
    });
    expect((await lateReviews(store.db)).map(({ data }) => data?.['roundId'])).toEqual([again]);
    await store.db.review.update({
      where: { roundId_reviewerId: { roundId: again, reviewerId } },
      data: { decision: 'accept', comment: 'Sound.', givenAt: live.award.decidedAt },
    });
    expect(await lateReviews(store.db)).toEqual([]);
  });
});
