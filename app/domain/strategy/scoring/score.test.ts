import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asExported,
  averageOf,
  feasibilityOf,
  harmOf,
  homeShareOf,
  PARTS,
  placeFactor,
  rankOf,
  scoreOf,
  STARTING_WEIGHTS,
  timelinessOf,
  type Scored,
  type Weights,
} from './score';

const scored = (over: Partial<Scored> = {}): Scored => ({
  ...{ harm: 0.5, gap: 0.2, timeliness: 1, feasibility: 0.3, home: null },
  ...over,
});
const weighted = (domestic: number): Weights => ({ ...STARTING_WEIGHTS, domestic, overseas: 100 - domestic });

describe('the score', () => {
  test('is what a reader works out by hand', () => {
    // 40 × 0.5 + 30 × 0.2 + 15 × 1 + 15 × 0.3
    expect(scoreOf(scored(), STARTING_WEIGHTS)).toEqual({ value: 45.5, unknown: [], factor: 1 });
  });

  test('a part that is not known counts nothing and is named; none is not the same as unknown', () => {
    expect(scoreOf(scored({ gap: null }), STARTING_WEIGHTS)).toMatchObject({ value: 39.5, unknown: ['gap'] });
    expect(scoreOf(scored({ gap: 0 }), STARTING_WEIGHTS)).toMatchObject({ value: 39.5, unknown: [] });
  });

  test('70/30 and 30/70 turn the order of home and overseas round, 50/50 leaves it', () => {
    const home = scored({ home: 1 });
    const overseas = scored({ home: 0 });
    const under = (domestic: number) => [home, overseas].map((one) => scoreOf(one, weighted(domestic)).value);
    expect(under(50)).toEqual([45.5, 45.5]);
    expect(under(70)).toEqual([63.7, 27.3]);
    expect(under(30)).toEqual([27.3, 63.7]);
    expect(placeFactor(0.5, weighted(70))).toBe(1);
    expect(placeFactor(null, weighted(100))).toBe(1);
  });

  test('comes out of the exported parts to the digit, and more of a part never lowers it', () => {
    const unit = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
    const parts = fc.record({ harm: unit, gap: unit, timeliness: unit, feasibility: unit, home: unit });
    fc.assert(
      fc.property(
        parts,
        fc.constantFrom(...PARTS),
        fc.integer({ min: 0, max: 100 }),
        (drawn, one, domestic) => {
          const weights = weighted(domestic);
          const { value } = scoreOf(drawn, weights);
          expect(scoreOf(asExported(drawn), weights).value).toBe(value);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(200);
          expect(scoreOf({ ...drawn, [one]: 1 }, weights).value).toBeGreaterThanOrEqual(value);
        },
      ),
    );
  });
});

describe('its parts', () => {
  test.each([
    [null, null],
    [-1, null],
    [0, 1],
    [91, 1],
    [92, 0.75],
    [183, 0.5],
    [366, 0.25],
  ])('a decision in %s days: %s', (days, part) => expect(timelinessOf(days)).toBe(part));

  test('of experts, harm and place', () => {
    expect([0, 3, 10, 40].map(feasibilityOf)).toEqual([0, 0.3, 1, 1]);
    expect([harmOf(20, 80), harmOf(null, 80), harmOf(0, 80), harmOf(1, 0)]).toEqual([0.25, null, 0, null]);
    expect(homeShareOf({ home: 0, overseas: 0, both: 0 })).toBeNull();
    expect(homeShareOf({ home: 2, overseas: 1, both: 1 })).toBe(0.625);
  });
});

test('ranks are shared, and a priority without a threat area has no score', () => {
  const values = [30, 50, 50, 10];
  expect(values.map((value) => rankOf(value, values))).toEqual([3, 1, 1, 4]);
  expect([averageOf([]), averageOf([10, 20, 20])]).toEqual([null, 16.7]);
});
