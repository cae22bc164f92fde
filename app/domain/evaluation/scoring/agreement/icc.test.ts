import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intraclass, type Reliability } from './icc';

/** Shrout and Fleiss (1979), table 2: six targets, four judges. */
const TARGETS = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

test.each<[string, (found: Reliability) => number, number]>([
  ['ICC(1,1)', ({ single }) => single.oneWay, 0.166],
  ['ICC(2,1)', ({ single }) => single.random, 0.29],
  ['ICC(3,1)', ({ single }) => single.fixed, 0.715],
  ['ICC(1,4)', ({ average }) => average.oneWay, 0.443],
  ['ICC(2,4)', ({ average }) => average.random, 0.62],
  ['ICC(3,4)', ({ average }) => average.fixed, 0.909],
])('%s of the published example', (_, of, expected) => {
  const found = intraclass(TARGETS);
  expect(found && of(found)).toBeCloseTo(expected, 3);
});

test.each([
  ['nothing', []],
  ['one target', [[1, 2, 3]]],
  ['one judge', [[1], [2]]],
  ['a score missing', [[1, 2], [3]]],
  [
    'targets that do not differ',
    [
      [3, 4],
      [4, 3],
    ],
  ],
])('%s cannot be told', (_, rows) => {
  expect(intraclass(rows)).toBeNull();
});

test('judges who always agree are perfectly reliable, and one who is always harsher still is where judges are fixed', () => {
  const row = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 9 });
  fc.assert(
    fc.property(row, fc.integer({ min: 1, max: 3 }), (values, harsher) => {
      fc.pre(new Set(values).size > 1);
      const same = intraclass(values.map((value) => [value, value, value]));
      expect(same?.single.oneWay).toBeCloseTo(1, 9);
      const shifted = intraclass(values.map((value) => [value, value - harsher]));
      expect(shifted?.single.fixed).toBeCloseTo(1, 9);
      expect(shifted?.single.random ?? 1).toBeLessThan(1);
    }),
  );
});
