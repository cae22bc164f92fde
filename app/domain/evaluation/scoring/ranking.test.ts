import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fraction, inDecimals } from './fraction';
import type { AssessedBid, RankingRules } from './award/formulas';
import { needsTieReason, passesOverBetter, rankBids } from './ranking';

const usual: RankingRules = {
  priceScored: true,
  weights: { quality: 70, price: 30 },
  formula: 'weighted',
  threshold: null,
  tieBreak: ['quality'],
  budget: null,
};
const unpriced: RankingRules = { ...usual, priceScored: false };

/** One criterion of weight 100 unless two scores are given, then 50 and 50 with a minimum on the second. */
const bid = (id: string, price: number | null, ...scores: number[]): AssessedBid => ({
  id,
  price,
  criteria: scores.map((score, i) => ({
    weight: 100 / scores.length,
    minimum: i === 1 ? 2 : null,
    score: fraction(score),
  })),
});

const places = (bids: AssessedBid[], rules = usual) =>
  rankBids(bids, rules).ranked.map(({ id, rank, tie }) => `${rank} ${id} ${tie}`);

describe('ranking', () => {
  test('by total of quality and price', () => {
    const { ranked } = rankBids(
      [bid('a', 14_200_000, 4), bid('b', 12_000_000, 3), bid('c', 12_400_000, 4)],
      usual,
    );
    expect(ranked.map((row) => [row.id, row.rank, inDecimals(row.total, 2)])).toEqual([
      ['c', 1, '85.03'],
      ['a', 2, '81.35'],
      ['b', 3, '72'],
    ]);
  });

  test('equal totals share a rank and quality decides between them', () => {
    // 0.7 × 60 + 0.3 × 100 = 72 = 0.7 × 80 + 0.3 × 53⅓
    const level = [bid('cheap', 8_000_000, 3), bid('good', 15_000_000, 4), bid('poor', 16_000_000, 1)];
    expect(places(level)).toEqual(['1 good byQuality', '1 cheap byQuality', '3 poor none']);
  });

  test('where quality is equal too, a reason is needed', () => {
    const level = [bid('a', 100, 3), bid('b', 100, 3), bid('c', 200, 3)];
    const ranking = rankBids(level, usual);
    expect(places(level)).toEqual(['1 a byReason', '1 b byReason', '3 c none']);
    expect(needsTieReason(ranking, ['a'])).toBe(true);
    expect(needsTieReason(ranking, ['a', 'b'])).toBe(false);
    expect(needsTieReason(ranking, ['c'])).toBe(false);
    expect(passesOverBetter(ranking, ['c'])).toBe(true);
    expect(passesOverBetter(ranking, ['b'])).toBe(false);
  });

  test('a bid below a minimum has no rank and no influence on the lowest price', () => {
    const ranking = rankBids([bid('cheapest', 100, 5, 1), bid('b', 300, 4, 4), bid('c', 600, 4, 4)], usual);
    expect(ranking.unranked.map((row) => [row.id, row.why])).toEqual([['cheapest', 'minimum']]);
    expect(ranking.ranked.map((row) => [row.id, row.price && inDecimals(row.price)])).toEqual([
      ['b', '100'],
      ['c', '50'],
    ]);
  });

  test('a funding call ranks by quality alone', () => {
    expect(places([bid('a', null, 2), bid('b', null, 5)], unpriced)).toEqual(['1 b none', '2 a none']);
    expect(rankBids([bid('a', null, 2)], unpriced).ranked[0]?.price).toBeNull();
  });

  test('no bids, no ranking; no price or a price of 0 is an error', () => {
    expect(rankBids([], usual)).toEqual({ ranked: [], unranked: [] });
    expect(() => rankBids([bid('a', 0, 3)], usual)).toThrow(RangeError);
    expect(() => rankBids([bid('a', null, 3)], usual)).toThrow(RangeError);
  });

  test('never depends on arrival, and ranks agree with totals', () => {
    const some = fc.array(
      fc.tuple(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 5 }),
      ),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(some, fc.nat(), (made, seed) => {
        const bids = made.map(([price, a, b], i) => bid(`bid-${i}`, price * 1000, a, b));
        const shuffled = [...bids].sort(
          (a, b) => ((a.id.charCodeAt(4) * seed) % 7) - ((b.id.charCodeAt(4) * seed) % 7),
        );
        const known = (list: AssessedBid[]) =>
          new Map(rankBids(list, usual).ranked.map(({ id, rank, tie }) => [id, `${rank} ${tie}`]));
        expect(known(shuffled)).toEqual(known(bids));
        const { ranked } = rankBids(bids, usual);
        ranked.forEach((row, i) => {
          const before = ranked[i - 1];
          if (before)
            expect(row.rank).toBe(row.tie !== 'none' && before.rank === row.rank ? before.rank : i + 1);
        });
      }),
    );
  });
});
