import fc from 'fast-check';
import { expect, test } from 'vitest';
import { krippendorffAlpha, type Metric } from './krippendorff';

const row = (text: string) => text.split(' ').map((mark) => (mark === '-' ? null : Number(mark)));
const FOUR_RATERS = [
  row('1 2 3 3 2 1 4 1 2 - - -'),
  row('1 2 3 3 2 2 4 1 2 5 - 3'),
  row('- 3 3 3 2 3 4 2 2 5 1 -'),
  row('1 2 3 3 2 4 4 1 2 5 1 -'),
];
const METRICS: Metric[] = ['nominal', 'ordinal', 'interval', 'ratio'];

test.each<[Metric, number]>([
  ['nominal', 0.743],
  ['ordinal', 0.815],
  ['interval', 0.849],
  ['ratio', 0.797],
])('four raters, twelve units, %s: %f', (metric, expected) => {
  expect(krippendorffAlpha(FOUR_RATERS, metric)).toBeCloseTo(expected, 3);
});

test.each(METRICS)('perfect agreement is 1 (%s)', (metric) => {
  expect(
    krippendorffAlpha(
      [
        [1, 2, 5],
        [1, 2, 5],
        [1, null, 5],
      ],
      metric,
    ),
  ).toBeCloseTo(1, 10);
});

test.each(METRICS)('two raters who always differ are below chance (%s)', (metric) => {
  expect(
    krippendorffAlpha(
      [
        [1, 5, 1, 5],
        [5, 1, 5, 1],
      ],
      metric,
    ),
  ).toBeLessThan(0);
});

test.each([
  ['nobody', []],
  ['one rater', [[1, 2, 3]]],
  [
    'no unit twice',
    [
      [1, null],
      [null, 2],
    ],
  ],
  [
    'always the same',
    [
      [3, 3],
      [3, 3],
    ],
  ],
])('%s cannot be compared', (_name, ratings) => {
  for (const metric of METRICS) expect(krippendorffAlpha(ratings, metric)).toBeNull();
});

const mark = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
const table = fc
  .record({ raters: fc.integer({ min: 2, max: 5 }), units: fc.integer({ min: 2, max: 8 }) })
  .chain(({ raters, units }) =>
    fc.array(fc.array(mark, { minLength: units, maxLength: units }), {
      minLength: raters,
      maxLength: raters,
    }),
  );

test('neither the order of raters nor an empty unit changes it, and it is never above 1', () => {
  fc.assert(
    fc.property(table, fc.constantFrom(...METRICS), (ratings, metric) => {
      const alpha = krippendorffAlpha(ratings, metric);
      const turned = krippendorffAlpha([...ratings].reverse(), metric);
      const padded = krippendorffAlpha(
        ratings.map((line) => [...line, null]),
        metric,
      );
      if (alpha === null) expect([turned, padded]).toEqual([null, null]);
      else {
        expect(alpha).toBeLessThanOrEqual(1 + 1e-9);
        expect(turned).toBeCloseTo(alpha, 9);
        expect(padded).toBeCloseTo(alpha, 9);
      }
    }),
  );
});
