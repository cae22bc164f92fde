import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AwardFormula } from '../../../questions/method/award-method';
import { compare, fraction, inDecimals, inFloat, minus, plus } from '../fraction';
import { rankBids } from '../ranking';
import type { AssessedBid, RankingRules } from './formulas';
import { sensitivityTo, towards } from './sensitivity';

const rules = (over: Partial<RankingRules> = {}): RankingRules => ({
  priceScored: true,
  weights: { quality: 70, price: 30 },
  formula: 'weighted',
  threshold: null,
  tieBreak: ['quality'],
  budget: null,
  ...over,
});

const bid = (id: string, price: number, ...scores: number[]): AssessedBid => ({
  id,
  price,
  criteria: scores.map((score, i) => ({
    weight: scores.length === 1 ? 100 : ([50, 30, 20][i] ?? 0),
    minimum: null,
    score: fraction(score),
  })),
});

const shown = (found: ReturnType<typeof sensitivityTo>) =>
  found && {
    below: found.below && [
      inDecimals(found.below.at, 3),
      found.below.enters.join(),
      found.below.leaves.join(),
    ],
    above: found.above && [
      inDecimals(found.above.at, 3),
      found.above.enters.join(),
      found.above.leaves.join(),
    ],
  };

describe('the weight of price', () => {
  // Quality 80 and 60, price scores 50 and 100: level where 80 − 0.3 w = 60 + 0.4 w, at 200 ÷ 7.
  const [good, cheap] = [bid('good', 200, 4), bid('cheap', 100, 3)];

  test('at which another bid comes first is exact', () => {
    expect(shown(sensitivityTo('price', [good, cheap], rules(), 1))).toEqual({
      below: ['28.571', 'good', 'cheap'],
      above: null,
    });
    const few = rules({ weights: { quality: 80, price: 20 } });
    expect(shown(sensitivityTo('price', [good, cheap], few, 1))).toEqual({
      below: null,
      above: ['28.571', 'cheap', 'good'],
    });
  });

  test('is rounded towards the weight in force, so that what is said holds', () => {
    const found = sensitivityTo('price', [good, cheap], rules(), 1);
    expect(found?.below && inDecimals(towards(found.below.at, found.now))).toBe('28.6');
    expect(inDecimals(towards(fraction(287, 10), fraction(20)))).toBe('28.7');
    expect(inDecimals(towards(fraction(2879, 100), fraction(20)))).toBe('28.7');
  });

  test('of more than one award tells who comes in and who leaves', () => {
    const third = bid('third', 400, 5);
    const found = sensitivityTo('price', [good, cheap, third], rules(), 2);
    expect(found?.below).toMatchObject({ enters: ['good'], leaves: ['cheap'] });
  });

  test('is no question where the formula does not weigh price', () => {
    expect(sensitivityTo('price', [good], rules({ formula: 'lowestPrice', threshold: 50 }), 1)).toBeNull();
    expect(sensitivityTo('price', [good], rules({ priceScored: false }), 1)).toBeNull();
  });
});

describe('the weight of a criterion', () => {
  const [first, second] = [bid('first', 100, 5, 2, 2), bid('second', 100, 2, 5, 5)];

  test('moves against the others, which keep their proportions', () => {
    // Quality w + 0.4 (100 − w) against 0.4 w + (100 − w): level at one half.
    const found = sensitivityTo(0, [first, second], rules({ priceScored: false, tieBreak: [] }), 1);
    expect(found?.now).toEqual(fraction(50));
    expect(found && [found.below, found.above].map((change) => change && inDecimals(change.at))).toContain(
      '50',
    );
  });

  test('can carry a bid over the threshold of a sequential formula', () => {
    const cheap = bid('cheap', 50, 1, 5, 5);
    const found = sensitivityTo(0, [first, cheap], rules({ formula: 'lowestPrice', threshold: 61 }), 1);
    // 20 w + 100 (100 − w) over 100 reaches 61 at w = 48.75; the dearer is able from 30 on upwards: 0.6 w + 40 ≥ 61.
    expect(shown(found)).toEqual({ below: ['48.75', 'cheap', 'first'], above: null });
  });

  test('has no counterpart where it is the only one', () => {
    expect(sensitivityTo(0, [bid('a', 1, 3), bid('b', 2, 4)], rules(), 1)).toBeNull();
  });
});

test('no bids, nothing to move', () => {
  expect(sensitivityTo('price', [], rules(), 1)).toBeNull();
});

/** Within the bounds the same bids come first, and just beyond them others do: against ranking anew. */
test.each<AwardFormula>(['weighted', 'lowestPrice', 'highestQuality', 'pricePerPoint'])(
  'agrees with ranking anew: %s',
  (formula) => {
    const made = fc.array(
      fc.tuple(fc.integer({ min: 50, max: 200 }), ...[1, 2, 3].map(() => fc.integer({ min: 1, max: 5 }))),
      { minLength: 2, maxLength: 7 },
    );
    const moved = fc.constantFrom<'price' | number>('price', 0, 1, 2);
    fc.assert(
      fc.property(made, moved, fc.integer({ min: 1, max: 3 }), (rows, which, places) => {
        const bids = rows.map(([price = 1, ...scores], i) => bid(`b${i}`, price, ...scores));
        const of = rules({ formula, threshold: formula === 'weighted' ? null : 55 });
        const found = sensitivityTo(which, bids, of, places);
        if (!found) return;
        const now = winners(bids, of, places);
        for (const [change, end, side] of [
          [found.below, 0, -1],
          [found.above, 100, 1],
        ] as const) {
          const bound = change?.at ?? fraction(end);
          const inside = plus(found.now, fractionOf(minus(bound, found.now), 0.999));
          expect(winners(...reweighted(bids, of, which, inside), places)).toEqual(now);
          if (!change || inFloat(change.at) * side >= end * side) continue;
          const beyond = plus(change.at, fraction(side, 1_000_000));
          expect(winners(...reweighted(bids, of, which, beyond), places)).not.toEqual(now);
        }
      }),
      { numRuns: 60 },
    );
  },
);

const fractionOf = (value: ReturnType<typeof fraction>, share: number) =>
  fraction(value.n * BigInt(Math.round(share * 1000)), value.d * 1000n);

const winners = (bids: AssessedBid[], of: RankingRules, places: number) =>
  rankBids(bids, of)
    .ranked.slice(0, places)
    .map(({ id }) => id)
    .sort();

/** The same bids with other weights, as whole numbers of a finer scale. */
function reweighted(
  bids: AssessedBid[],
  of: RankingRules,
  which: 'price' | number,
  weight: ReturnType<typeof fraction>,
): [AssessedBid[], RankingRules] {
  expect(compare(weight, fraction(0))).toBeGreaterThanOrEqual(0);
  if (which === 'price') {
    const scale = weight.d;
    const price = Number(weight.n);
    return [bids, { ...of, weights: { quality: Number(100n * scale) - price, price } }];
  }
  const rest = minus(fraction(100), weight);
  return [
    bids.map((one) => {
      const own = one.criteria[which];
      const others = 100 - (own?.weight ?? 0);
      return {
        ...one,
        criteria: one.criteria.map((criterion, i) => {
          const share =
            i === which ? weight : fraction(rest.n * BigInt(criterion.weight), rest.d * BigInt(others));
          // The same product of weight and score, with the weight left at 1.
          return {
            weight: 1,
            minimum: null,
            score: fraction(share.n * criterion.score.n, share.d * criterion.score.d),
          };
        }),
      };
    }),
    of,
  ];
}
