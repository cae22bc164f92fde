import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { doneValue, makeBid, openQuestion } from '../../../../tests/support/factories/bids';
import { makePanel, makeScores } from '../../../../tests/support/factories/panels';
import { makeOrganisation, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { run } from '../../command.server';
import { recommend } from '../../evaluation/commands/recommend.server';
import { rankingPage } from '../../evaluation/queries/ranking-page.server';
import { newReference } from '../../new-reference.server';
import { ask } from '../../query.server';
import { reservePage } from '../queries/reserve-page.server';
import { approveRecommendation } from './approve-recommendation.server';
import { keepReserveList } from './keep-reserve-list.server';
import { withdrawAward } from './withdraw-award.server';

const store = useDatabase();

const refusalOf = (outcome: { kind: string }) =>
  outcome.kind === 'refused' && 'refusal' in outcome
    ? (outcome.refusal as { name: string }).name
    : outcome.kind;

/**
 * Three lots; one bidder may win one of them and keeps those in which it is furthest ahead. Port scores 5 in lots 1 and
 * 2, Quay 3 in lot 1 and 1 in lot 2; nobody bids for lot 3. All ask for £30,000, so price gives 30 points to each.
 */
async function makeDivided() {
  const question = await makeQuestion({
    state: 'closed',
    lots: [{ title: 'North' }, { title: 'South', budget: 3_500_000 }, { title: 'East' }],
    data: { lotsMostAwards: 1, lotRule: 'difference' },
  });
  const [port, quay] = [await makeOrganisation(), await makeOrganisation()];
  const bid = (organisationId: string, leadId: string, lot: number) =>
    makeBid({ question, organisationId, leadId, lot, pounds: 30_000 });
  const [one, two] = [await makePerson({ expert: true }), await makePerson({ expert: true })];
  const bids = {
    port1: await bid(port.id, one.id, 1),
    port2: await bid(port.id, one.id, 2),
    quay1: await bid(quay.id, two.id, 1),
    quay2: await bid(quay.id, two.id, 2),
  };
  const panel = await makePanel(question, { declaredAtAward: true });
  await openQuestion(question);
  const now = new Date();
  await store.db.question.update({ where: { id: question.id }, data: { evaluationStartedAt: now } });
  for (const evaluator of panel.evaluators)
    for (const [name, value] of Object.entries({ port1: 5, port2: 5, quay1: 3, quay2: 1 }))
      await makeScores(bids[name as keyof typeof bids], question, evaluator, value);
  await store.db.question.update({ where: { id: question.id }, data: { qualityAgreedAt: now } });
  return { question, panel, bids };
}

let made: Awaited<ReturnType<typeof makeDivided>>;
beforeAll(async () => {
  made = await makeDivided();
});

const recommended = async (bids: { reference: string }[], over: Record<string, string> = {}) =>
  run(recommend, made.panel.moderator, {
    reference: made.question.reference,
    outcome: 'awarded',
    bids: bids.map(({ reference }) => reference),
    text: 'By the ranking of each lot.',
    noAward3: 'Nobody bid for it.',
    ...over,
  });

describe('a question in lots', () => {
  test('is ranked lot by lot, with prices and weights weighed within each', async () => {
    const { question, panel, bids } = made;
    const page = await ask(rankingPage, panel.moderator, { reference: question.reference });
    if (!page || 'kind' in page) throw new Error('no ranking');
    const shown = page.parts.map(({ lot, rows }) => [
      lot?.title,
      rows.map(({ bidder, rank, total, ...row }) => [
        bidder.slice(-5),
        rank,
        total,
        'aside' in row && row.aside,
      ]),
    ]);
    expect(shown).toEqual([
      // 70 × 5/5 + 30 and 70 × 3/5 + 30: 28 ahead. In the south 70 × 1/5 + 30: 56 ahead, so Port keeps the south.
      [
        'North',
        [
          ['lot 1', 1, '100', true],
          ['lot 1', 2, '72', false],
        ],
      ],
      [
        'South',
        [
          ['lot 2', 1, '100', false],
          ['lot 2', 2, '44', false],
        ],
      ],
      ['East', []],
    ]);
    expect(page.parts[0]?.sensitivity.length).toBeGreaterThan(0);
    expect(page.rows.map(({ reference }) => reference)).toContain(bids.quay2.reference);
  });

  test('is recommended lot by lot: by rank, within the limit, and with a reason for a lot that is left', async () => {
    const { port1, port2, quay1, quay2 } = made.bids;
    expect(refusalOf(await recommended([port1, port2]))).toBe('LotsAreLimited');
    expect(refusalOf(await recommended([port1, quay2]))).toBe('LotsAreLimited');
    expect(refusalOf(await recommended([quay1, quay2]))).toBe('BetterBidIsPassedOver');
    expect(refusalOf(await recommended([quay2], { noAward1: 'Too dear.' }))).toBe('BetterBidIsPassedOver');
    expect(refusalOf(await recommended([quay1, port1, port2]))).toBe('LotsAreLimited');
    expect(refusalOf(await recommended([port2]))).toBe('LotIsLeft');
    expect(refusalOf(await recommended([quay1, port2], { noAward3: '' }))).toBe('LotIsLeft');
    expect(refusalOf(await recommended([], { outcome: 'awarded' }))).toBe('NobodyIsChosen');
  });

  test('where one lot is left, its winner may win another', async () => {
    const { port1 } = made.bids;
    const outcome = await recommended([port1], { noAward2: 'The need for it has gone.' });
    doneValue(outcome);
    const row = await store.db.recommendation.findFirstOrThrow({ where: { questionId: made.question.id } });
    expect(row.unawarded).toEqual([
      { lot: 2, reason: 'The need for it has gone.' },
      { lot: 3, reason: 'Nobody bid for it.' },
    ]);
    await store.db.recommendation.update({
      where: { id: row.id },
      data: {
        returnedAt: new Date(),
        returnedById: made.question.asking.ownerId,
        returnedReason: 'It is needed.',
      },
    });
  });

  test('is awarded lot by lot, and every summary speaks of its own', async () => {
    const { question, panel, bids } = made;
    const { reference } = question;
    doneValue(await recommended([bids.quay1, bids.port2]));
    doneValue(await run(approveRecommendation, panel.owner, { reference }));
    const awards = await store.db.award.findMany({ where: { questionId: question.id } });
    expect(awards.map(({ bidId, amount }) => [bidId, amount]).sort()).toEqual(
      [
        [bids.quay1.id, 3_000_000],
        [bids.port2.id, 3_000_000],
      ].sort(),
    );
    const told = async ({ id }: { id: string }) =>
      (await store.db.assessmentSummary.findUniqueOrThrow({ where: { bidId: id } })).content;
    expect(await told(bids.port1)).toMatchObject({
      ...{ outcome: 'notAwarded', rank: 1, ranked: 2, aside: true },
      lot: { number: 1, title: 'North' },
    });
    expect(await told(bids.port2)).toMatchObject({
      outcome: 'awarded',
      rank: 1,
      ranked: 2,
      lot: { number: 2 },
    });
    expect(await told(bids.quay2)).not.toHaveProperty('aside');
  });

  test('keeps a reserve list for each lot, without whoever may win no more', async () => {
    const { question, panel, bids } = made;
    const { reference } = question;
    const until = '2030-01-31';
    const page = await ask(reservePage, panel.owner, { reference });
    if (!page || 'kind' in page) throw new Error('no reserve page');
    // Port and Quay have each won the one lot that they may win.
    expect(page.lists).toEqual([]);
    const keep = (lot?: number) => run(keepReserveList, panel.owner, { reference, places: 1, until, lot });
    expect(refusalOf(await keep())).toBe('LotIsNotChosen');
    expect(refusalOf(await keep(1))).toBe('BidsAreTooFew');
    const award = await store.db.award.findFirstOrThrow({ where: { bidId: bids.port2.id } });
    doneValue(
      await run(withdrawAward, panel.owner, {
        reference: award.reference,
        reason: 'An interest came to light.',
      }),
    );
    doneValue(await keep(1));
    expect(await store.db.reservePlace.findFirst({ where: { bidId: bids.port1.id } })).toMatchObject({
      ...{ position: 1, lotId: bids.port1.lotId },
    });
  });
});

describe('limits held by the database', () => {
  const award = (questionId: string, bidId: string, amount = 1) =>
    store.db.award.create({
      data: {
        ...{ id: crypto.randomUUID(), reference: newReference(), questionId, bidId, amount },
        ...{ decidedAt: new Date(), decidedById: made.question.asking.ownerId },
      },
    });

  test('one winner, one pound or one lot too many is refused', async () => {
    const { question, bids } = await makeDivided();
    await expect(award(question.id, bids.port2.id, 3_500_001)).rejects.toThrow('BudgetIsExceeded');
    await award(question.id, bids.port2.id, 3_500_000);
    await expect(award(question.id, bids.quay2.id)).rejects.toThrow('AwardsAreAllGiven');
    await expect(award(question.id, bids.port1.id)).rejects.toThrow('LotsAreLimited');
    await award(question.id, bids.quay1.id);
  });

  test('lots are frozen with the question, and a bid stays with its lot', async () => {
    const { question, bids } = made;
    const [first, second] = question.lots;
    if (!first || !second) throw new Error('no lots');
    const { db } = store;
    await expect(db.lot.update({ where: { id: first.id }, data: { budget: 1 } })).rejects.toThrow(
      'PublishedTextIsFrozen',
    );
    await expect(db.lot.delete({ where: { id: first.id } })).rejects.toThrow('PublishedTextIsFrozen');
    await expect(db.lot.create({ data: { ...first, id: crypto.randomUUID(), number: 4 } })).rejects.toThrow(
      'PublishedTextIsFrozen',
    );
    await expect(
      db.question.update({ where: { id: question.id }, data: { lotsMostAwards: 2 } }),
    ).rejects.toThrow('PublishedTextIsFrozen');
    await expect(db.bid.update({ where: { id: bids.port1.id }, data: { lotId: second.id } })).rejects.toThrow(
      'BidKeepsItsLot',
    );
  });

  test.each([
    ['LotsAreUnfinished', [{}], {}],
    ['LotsAreUnfinished', [{}, { covers: ' ' }], {}],
    ['LotsAreUnfinished', [{}, { number: 3 }], {}],
    ['LotsAreUnfinished', [{}, {}], { awardsAvailable: 1 }],
    ['LotsAreUnsettled', [{}, {}], { divided: false }],
    ['LotsExceedTheBudget', [{ budget: 12_000_000 }, { budget: 1 }], {}],
    ['question_lot_rule', [{}, {}], { lotsMostAwards: 1 }],
  ])('%s keeps lots %j from publication', async (rule, lots, over) => {
    const { id, asking } = await makeQuestion({ state: 'draft', lots });
    const at = new Date();
    const publishing = { submittedAt: at, approvedAt: at, approvedById: asking.ownerId, publishedAt: at };
    await expect(
      store.db.question.update({ where: { id }, data: { ...over, ...publishing } }),
    ).rejects.toThrow(rule);
  });
});
