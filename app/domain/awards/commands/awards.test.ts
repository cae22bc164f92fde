import { describe, expect, test } from 'vitest';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeAward, makeEvaluated } from '../../../../tests/support/factories/awards';
import { doneValue, makeBid } from '../../../../tests/support/factories/bids';
import { makeWall } from '../../../../tests/support/factories/panels';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import type { Actor } from '../../actor';
import { setApprovalLevels } from '../../approvals/commands/set-approval-levels.server';
import { excludeBid } from '../../bids/commands/exclude-bid.server';
import { newReference } from '../../new-reference.server';
import { run } from '../../command.server';
import { recommend } from '../../evaluation/commands/recommend.server';
import { acceptDeliverable } from './accept-deliverable.server';
import { approveRecommendation } from './approve-recommendation.server';
import { closeAward } from './close-award.server';
import { deliver } from './deliver.server';
import { giveNotice } from './give-notice.server';
import { payMilestone } from './pay-milestone.server';
import { planMilestones } from './plan-milestones.server';
import { returnDeliverable } from './return-deliverable.server';
import { reviewDeliverable } from './review-deliverable.server';
import { sendSummaries } from './send-summaries.server';
import { signContract } from './sign-contract.server';
import { withdrawAward } from './withdraw-award.server';

const store = useDatabase();

const refusalOf = (outcome: { kind: string }) =>
  outcome.kind === 'refused' && 'refusal' in outcome
    ? (outcome.refusal as { name: string }).name
    : outcome.kind;

const awardOf = (questionId: string) =>
  store.db.award.findFirstOrThrow({ where: { questionId, withdrawnAt: null } });

async function recommended(over: { outcome?: string } = {}) {
  const made = await makeEvaluated();
  const outcome = over.outcome ?? 'awarded';
  const bids = outcome === 'awarded' ? [made.first.reference] : [];
  const { reference } = made.question;
  doneValue(
    await run(recommend, made.panel.moderator, {
      reference,
      outcome,
      bids,
      text: 'By the ranking.',
      tieReason: '',
    }),
  );
  return made;
}

async function approvedTwice(teamId: string, approver: Actor & { id: string }): Promise<void> {
  const { reference } = await store.db.team.findUniqueOrThrow({ where: { id: teamId } });
  const { address } = await store.db.personEmail.findFirstOrThrow({ where: { personId: approver.id } });
  const levels = [{ fromAmount: '£0', role: '', people: address }];
  doneValue(await run(setApprovalLevels, approver, { of: 'team', reference, levels }));
}

/** One more evaluator, who has declared nothing. */
const appointUndeclared = ({ id, asking }: Awaited<ReturnType<typeof recommended>>['question']) =>
  store.db.panelMembership.create({
    data: {
      questionId: id,
      personId: asking.evaluatorId,
      role: 'evaluator',
      appointedById: asking.authorId,
      appointedAt: new Date(),
    },
  });

describe('the decision', () => {
  test('is the owner’s, within the ranking, and prepares a summary for every bidder', async () => {
    const { question, panel, first, second } = await recommended();
    const { reference } = question;
    expect((await run(approveRecommendation, panel.author, { reference })).kind).toBe('denied');
    expect((await run(approveRecommendation, panel.moderator, { reference })).kind).toBe('denied');
    doneValue(await run(approveRecommendation, panel.owner, { reference }));
    expect((await run(approveRecommendation, panel.owner, { reference })).kind).toBe('hidden');
    const award = await store.db.award.findFirstOrThrow({
      where: { questionId: question.id },
      include: { milestones: true },
    });
    expect(award).toMatchObject({ bidId: first.id, amount: 6_000_000, noticeAt: null });
    const plan = award.milestones.sort((a, b) => a.position - b.position);
    expect(plan.map(({ title, amount }) => [title, amount])).toEqual([
      ['Protocol for harbour', 1_200_000],
      ['Final report', 4_800_000],
    ]);
    const summaries = await store.db.assessmentSummary.findMany({
      where: { bid: { questionId: question.id } },
    });
    const outcomes = Object.fromEntries(summaries.map(({ bidId, content }) => [bidId, content]));
    expect(outcomes[first.id]).toMatchObject({ outcome: 'awarded', quality: '80', rank: 1, ranked: 2 });
    expect(outcomes[second.id]).toMatchObject({
      outcome: 'notAwarded',
      quality: '40',
      price: '100',
      total: '58',
    });
    expect(JSON.stringify(outcomes[second.id])).toContain('Evidence in section 1.');
    const decided = await store.db.question.findUniqueOrThrow({ where: { id: question.id } });
    expect(decided).toMatchObject({ outcome: 'awarded', outcomeReason: 'By the ranking.' });
  });

  test('waits for the declarations at award', async () => {
    const { question, panel } = await recommended();
    await appointUndeclared(question);
    const outcome = await run(approveRecommendation, panel.owner, { reference: question.reference });
    expect(refusalOf(outcome)).toBe('DeclarationsAreMissing');
  });

  test('waits for nobody whom a conflict keeps out of all of it', async () => {
    const { question, panel } = await recommended();
    await appointUndeclared(question);
    const approve = () => run(approveRecommendation, panel.owner, { reference: question.reference });
    expect(refusalOf(await approve())).toBe('DeclarationsAreMissing');
    await makeWall(question.id, question.asking.evaluatorId);
    doneValue(await approve());
  });

  test('a bid that was excluded since passes no approval, neither the first nor the last', async () => {
    const { question, panel, first } = await recommended();
    const approver = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
    await approvedTwice(question.asking.teamId, approver);
    const reason = 'It came from a ministry.';
    doneValue(await run(excludeBid, panel.moderator, { reference: first.reference, reason }));
    const outcome = await run(approveRecommendation, panel.owner, { reference: question.reference });
    expect(refusalOf(outcome)).toBe('BidIsNotInTheCompetition');
    expect(await store.db.approval.count({ where: { questionId: question.id } })).toBe(0);
  });

  test.each(['noneSuitable', 'cancelled'])(
    'can be %s, and still every bidder gets a summary',
    async (outcome) => {
      const { question, panel, first } = await recommended({ outcome });
      doneValue(await run(approveRecommendation, panel.owner, { reference: question.reference }));
      expect(await store.db.award.count({ where: { questionId: question.id } })).toBe(0);
      doneValue(await run(sendSummaries, panel.author, { reference: question.reference }));
      const summary = await store.db.assessmentSummary.findUniqueOrThrow({ where: { bidId: first.id } });
      expect(summary.content).toMatchObject({ outcome });
      expect(summary.sentAt).not.toBeNull();
      expect(refusalOf(await run(giveNotice, panel.author, { reference: question.reference }))).toBe(
        'NothingToAnnounce',
      );
    },
  );

  test('can be withdrawn until the notice, which puts the question back into evaluation', async () => {
    const { question, panel, first } = await recommended();
    const { reference } = question;
    doneValue(await run(approveRecommendation, panel.owner, { reference }));
    const award = await awardOf(question.id);
    const withdraw = { reference: award.reference, reason: 'An undeclared interest came to light.' };
    expect((await run(withdrawAward, panel.author, withdraw)).kind).toBe('denied');
    doneValue(await run(withdrawAward, panel.owner, withdraw));
    expect(refusalOf(await run(withdrawAward, panel.owner, withdraw))).toBe('AwardIsWithdrawn');
    const reopened = await store.db.question.findUniqueOrThrow({ where: { id: question.id } });
    expect(reopened).toMatchObject({ decidedAt: null, outcome: null });
    const again = {
      reference,
      outcome: 'awarded',
      bids: [first.reference],
      text: 'As before.',
      tieReason: '',
    };
    doneValue(await run(recommend, panel.moderator, again));
    doneValue(await run(approveRecommendation, panel.owner, { reference }));
    doneValue(await run(sendSummaries, panel.owner, { reference }));
    doneValue(await run(giveNotice, panel.owner, { reference }));
    const second = await awardOf(question.id);
    expect(
      refusalOf(await run(withdrawAward, panel.owner, { ...withdraw, reference: second.reference })),
    ).toBe('NoticeIsOut');
  });
});

describe('limits held by the database', () => {
  const row = async (made: Awaited<ReturnType<typeof makeEvaluated>>, bidId: string, amount: number) => ({
    id: crypto.randomUUID(),
    reference: newReference(),
    questionId: made.question.id,
    bidId,
    amount,
    decidedAt: new Date(),
    decidedById: made.question.asking.ownerId,
  });

  test('two awards at once cannot both win', async () => {
    const made = await makeEvaluated();
    const data = await Promise.all([made.first, made.second].map(({ id }) => row(made, id, 5_000_000)));
    const outcomes = await Promise.allSettled(
      data.map((one) =>
        store.db.$transaction(async (tx) => {
          await tx.award.create({ data: one });
          await tx.$queryRaw`SELECT pg_sleep(0.3)::text`;
        }),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await store.db.award.count({ where: { questionId: made.question.id } })).toBe(1);
  });

  test('a withdrawn award makes room; one pound over the budget does not fit', async () => {
    const made = await makeEvaluated();
    const first = await row(made, made.first.id, 5_000_000);
    await store.db.award.create({ data: { ...first, withdrawnAt: new Date(), withdrawnReason: 'Mistake.' } });
    const second = await row(made, made.first.id, 12_000_001);
    await expect(store.db.award.create({ data: second })).rejects.toThrow(
      /BudgetIsExceeded: That is £0.01 more/,
    );
    await store.db.award.create({ data: { ...second, amount: 12_000_000 } });
  });

  test('a bid of another question, an excluded bid and a draft cannot win', async () => {
    const [made, other] = [await makeEvaluated(), await makeEvaluated()];
    const draft = await makeBid({ question: made.question, submitted: false });
    await store.db.bid.update({
      where: { id: made.second.id },
      data: { excludedAt: new Date(), excludedReason: 'No price.' },
    });
    for (const bidId of [other.first.id, made.second.id, draft.id])
      await expect(store.db.award.create({ data: await row(made, bidId, 100) })).rejects.toThrow(
        /BidIsNotInTheCompetition/,
      );
  });
});

describe('notice and contract', () => {
  test('the notice follows the summaries and starts the standstill of the route', async () => {
    const { question, panel, award } = await makeAward({ routeSlug: 'competition', state: 'decided' });
    const { reference } = question;
    expect(refusalOf(await run(giveNotice, panel.owner, { reference }))).toBe('SummariesAreNotSent');
    doneValue(await run(sendSummaries, panel.owner, { reference }));
    expect(refusalOf(await run(sendSummaries, panel.owner, { reference }))).toBe('SummariesAreSent');
    doneValue(await run(giveNotice, panel.owner, { reference }));
    const noticed = await awardOf(question.id);
    expect(noticed.standstillEndsOn).not.toBeNull();
    const contract = {
      reference: award.reference,
      contractReference: 'HO-123',
      startsOn: '2027-01-11',
      endsOn: '2027-09-30',
    };
    expect(refusalOf(await run(signContract, panel.owner, contract))).toBe('StandstillIsOn');
  });

  test('a contract is signed after the standstill, once, with days in order', async () => {
    const { question, panel, award } = await makeAward({ state: 'standstill' });
    const { reference } = award;
    const contract = { reference, contractReference: 'HO-123', startsOn: '2027-01-11', endsOn: '2027-09-30' };
    expect(refusalOf(await run(signContract, panel.owner, contract))).toBe('StandstillIsOn');
    await moveClock('6 days');
    const owner = await actorFor(panel.owner.id);
    expect(refusalOf(await run(signContract, owner, { ...contract, endsOn: '2027-01-10' }))).toBe(
      'ContractEndsBeforeItStarts',
    );
    doneValue(await run(signContract, owner, contract));
    expect(refusalOf(await run(signContract, owner, contract))).toBe('ContractIsSigned');
    const started = await store.db.question.findUniqueOrThrow({ where: { id: question.id } });
    expect(started.deliveryStartedAt).not.toBeNull();
    await expect(
      store.db.milestone.updateMany({ where: { awardId: award.id }, data: { amount: 1 } }),
    ).rejects.toThrow(/ContractIsSigned/);
  });

  test('milestones can be rewritten until the contract and come to the award', async () => {
    const { panel, award } = await makeAward({ state: 'decided' });
    const one = { title: 'Report', dueOn: '2027-03-01', amount: '£60,000' };
    const plan = (milestones: object[]) =>
      run(planMilestones, panel.author, { reference: award.reference, milestones });
    expect(refusalOf(await plan([{ ...one, amount: '£50,000' }]))).toBe('MilestonesDoNotAddUp');
    doneValue(
      await plan([
        { ...one, amount: '£0', approval: 'on' },
        { ...one, title: 'End' },
      ]),
    );
    const rows = await store.db.milestone.findMany({
      where: { awardId: award.id },
      orderBy: { position: 'asc' },
    });
    expect(rows.map(({ title, approval, amount }) => [title, approval, amount])).toEqual([
      ['Report', true, 0],
      ['End', false, 6_000_000],
    ]);
    const more = {
      id: crypto.randomUUID(),
      awardId: award.id,
      position: 9,
      title: 'More',
      dueOn: new Date(),
      amount: 1,
    };
    await expect(store.db.milestone.create({ data: more })).rejects.toThrow(/MilestonesExceedTheAward/);
  });
});

describe('delivery', () => {
  test('goes from the winner over review and sign-off to payment, closing and an answered question', async () => {
    const { question, panel, award, first, second } = await makeAward({
      state: 'inDelivery',
      milestones: [
        { title: 'Favourable opinion', amount: 0, approval: true },
        { title: 'Final report', amount: 6_000_000 },
      ],
    });
    const winner = await actorFor(first.leadId);
    const { reference } = award;
    const hand = (position: number, actor = winner) =>
      run(deliver, actor, {
        reference,
        position,
        title: 'What we found',
        summary: 'In short: yes.',
        limits: 'Twelve ports only.',
      });
    expect(refusalOf(await hand(2))).toBe('ApprovalsAreMissing');
    expect((await hand(1, await actorFor(second.leadId))).kind).toBe('denied');
    expect((await hand(1, panel.owner)).kind).toBe('denied');
    for (const position of [1, 2]) {
      const { reference: handed } = doneValue(await hand(position));
      expect(refusalOf(await hand(position))).toBe('MilestoneIsDelivered');
      const it = { reference: handed };
      expect(refusalOf(await run(acceptDeliverable, panel.owner, it))).toBe('DeliverableIsNotReviewed');
      expect((await run(reviewDeliverable, winner, { ...it, note: 'Excellent.' })).kind).toBe('denied');
      doneValue(await run(reviewDeliverable, panel.author, { ...it, note: 'Sound; limits are stated.' }));
      expect(refusalOf(await run(acceptDeliverable, panel.author, it))).toBe('ReviewerCannotSignOff');
      doneValue(await run(acceptDeliverable, panel.owner, it));
      expect(refusalOf(await run(returnDeliverable, panel.owner, { ...it, reason: 'No.' }))).toBe(
        'DeliverableIsDecided',
      );
    }
    const answered = await store.db.question.findUniqueOrThrow({ where: { id: question.id } });
    expect(answered.answeredAt).not.toBeNull();
    expect(refusalOf(await run(closeAward, panel.owner, { reference }))).toBe('SomethingIsOwed');
    expect((await run(payMilestone, panel.owner, { reference, position: 2 })).kind).toBe('denied');
    expect(refusalOf(await run(payMilestone, panel.budgetHolder, { reference, position: 1 }))).toBe(
      'NothingIsOwed',
    );
    doneValue(await run(payMilestone, panel.budgetHolder, { reference, position: 2 }));
    expect(refusalOf(await run(payMilestone, panel.budgetHolder, { reference, position: 2 }))).toBe(
      'MilestoneIsPaid',
    );
    doneValue(await run(closeAward, panel.owner, { reference }));
  });

  test('what is returned can be delivered again, and the question is not answered meanwhile', async () => {
    const { question, panel, award, first } = await makeAward({ state: 'inDelivery' });
    const winner = await actorFor(first.leadId);
    const hand = () =>
      run(deliver, winner, {
        reference: award.reference,
        position: 1,
        title: 'Report',
        summary: 'Draft.',
        limits: '',
      });
    const { reference } = doneValue(await hand());
    doneValue(await run(returnDeliverable, panel.owner, { reference, reason: 'The methods are missing.' }));
    expect(
      refusalOf(await run(payMilestone, panel.budgetHolder, { reference: award.reference, position: 1 })),
    ).toBe('MilestoneIsNotAccepted');
    doneValue(await hand());
    const { answeredAt } = await store.db.question.findUniqueOrThrow({ where: { id: question.id } });
    expect(answeredAt).toBeNull();
  });
});
