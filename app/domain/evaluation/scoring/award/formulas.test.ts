import { describe, expect, test } from 'vitest';
import type { AwardFormula } from '../../../questions/method/award-method';
import { fraction, inDecimals } from '../fraction';
import { needsTieReason, passesOverBetter, rankBids } from '../ranking';
import type { AssessedBid, RankingRules } from './formulas';

const rules = (formula: AwardFormula, over: Partial<RankingRules> = {}): RankingRules => ({
  priceScored: true,
  weights: { quality: 70, price: 30 },
  formula,
  threshold: null,
  tieBreak: ['quality'],
  budget: null,
  ...over,
});

/** Two criteria, of weight 60 and 40, neither with a minimum. */
const bid = (id: string, pounds: number, [first, second]: [number, number], over = {}): AssessedBid => ({
  id,
  price: pounds * 100,
  criteria: [
    { weight: 60, minimum: null, score: fraction(first) },
    { weight: 40, minimum: null, score: fraction(second) },
  ],
  ...over,
});

const good = bid('good', 142_000, [5, 4]); // 92
const fair = bid('fair', 124_000, [4, 3]); // 72
const poor = bid('poor', 120_000, [3, 2]); // 52
const all = [good, fair, poor];
const order = (of: RankingRules, bids = all) =>
  rankBids(bids, of).ranked.map(({ id, total }) => `${id} ${inDecimals(total, 2)}`);

describe('one set of bids by each formula', () => {
  test.each([
    ['weighted', rules('weighted'), ['good 89.75', 'fair 79.43', 'poor 66.4']],
    ['the lowest price of at least 60', rules('lowestPrice', { threshold: 60 }), ['fair 100', 'good 87.32']],
    [
      'the highest quality',
      rules('highestQuality', { threshold: 50, budget: 13_000_000 }),
      ['fair 72', 'poor 52'],
    ],
    // £1,543.48, £1,722.22 and £2,307.69 a point.
    ['the lowest price for a point', rules('pricePerPoint'), ['good 100', 'fair 89.62', 'poor 66.88']],
  ])('%s', (_, of, expected) => {
    expect(order(of)).toEqual(expected);
  });

  test('says why a bid has no rank', () => {
    const why = (of: RankingRules, bids = all) =>
      rankBids(bids, of).unranked.map(({ id, why }) => `${id} ${why}`);
    expect(why(rules('lowestPrice', { threshold: 60 }))).toEqual(['poor threshold']);
    expect(why(rules('highestQuality', { threshold: 50, budget: 13_000_000 }))).toEqual(['good budget']);
    expect(why(rules('weighted'), [good, { ...fair, out: 'withdrew' }])).toEqual(['fair withdrew']);
    expect(why(rules('pricePerPoint'), [bid('none', 10, [0, 0])])).toEqual(['none threshold']);
  });

  test('a threshold is reached by reaching it exactly', () => {
    expect(order(rules('lowestPrice', { threshold: 72 }))).toEqual(['fair 100', 'good 87.32']);
    expect(order(rules('lowestPrice', { threshold: 73 }))).toEqual(['good 100']);
  });

  test('a budget bounds no other formula', () => {
    expect(order(rules('weighted', { budget: 1 }))).toHaveLength(3);
  });

  test('points of an interview count as quality', () => {
    expect(order(rules('highestQuality'), [good, { ...fair, points: 21 }])).toEqual(['fair 93', 'good 92']);
    expect(order(rules('lowestPrice', { threshold: 60 }), [{ ...fair, points: -13 }, good])).toEqual([
      'good 100',
    ]);
  });

  test('where price is not scored, quality alone orders whatever the formula', () => {
    expect(order(rules('lowestPrice', { priceScored: false }))).toEqual(['good 92', 'fair 72', 'poor 52']);
  });
});

describe('level bids', () => {
  // Both of quality 72 and the same price, one by the heavier criterion.
  const heavy = bid('heavy', 124_000, [4, 3]);
  const light = bid('light', 124_000, [2, 5]);
  const even = {
    ...light,
    criteria: [
      { weight: 60, minimum: null, score: fraction(2) },
      { weight: 40, minimum: null, score: fraction(6) },
    ],
  };

  test('are told apart by the published order', () => {
    const ties = (of: RankingRules, bids: AssessedBid[]) =>
      rankBids(bids, of).ranked.map(({ id, rank, tie }) => `${rank} ${id} ${tie}`);
    expect(ties(rules('weighted', { tieBreak: ['quality', 'heaviest'] }), [even, heavy])).toEqual([
      '1 heavy byHeaviest',
      '1 light byHeaviest',
    ]);
    expect(ties(rules('weighted'), [even, heavy])).toEqual(['1 heavy byReason', '1 light byReason']);
    const cheaper = { ...even, price: 1 };
    expect(ties(rules('highestQuality', { tieBreak: ['price'] }), [heavy, cheaper])).toEqual([
      '1 light byPrice',
      '1 heavy byPrice',
    ]);
  });

  test('need a reason only where that order leaves them level', () => {
    const settled = rankBids([even, heavy], rules('weighted', { tieBreak: ['heaviest'] }));
    expect([needsTieReason(settled, ['heavy']), passesOverBetter(settled, ['light'])]).toEqual([false, true]);
    const open = rankBids([even, heavy], rules('weighted', { tieBreak: ['quality', 'price'] }));
    expect([needsTieReason(open, ['light']), passesOverBetter(open, ['light'])]).toEqual([true, false]);
  });
});
