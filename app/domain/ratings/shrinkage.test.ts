import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shrunkMean } from './shrinkage';

test.each([
  [[5], 3.5],
  [Array<number>(10).fill(5), 4.4],
  [[4, 5, 5, 4, 3], 3.7],
  [[], 3.2],
])('%j with m = 3.2 and C = 5 gives %f', (values, expected) => {
  expect(shrunkMean(values, 3.2, 5)).toBeCloseTo(expected, 10);
});

const ratings = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 40 });
const grand = fc.double({ min: 1, max: 5, noNaN: true });

test('it lies between the grand mean and the plain mean', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 40 }),
      grand,
      (values, mean) => {
        const plain = values.reduce((a, b) => a + b, 0) / values.length;
        const shrunk = shrunkMean(values, mean);
        expect(shrunk).toBeGreaterThanOrEqual(Math.min(plain, mean) - 1e-9);
        expect(shrunk).toBeLessThanOrEqual(Math.max(plain, mean) + 1e-9);
      },
    ),
  );
});

test('a further 5 never lowers it, and a single 5 never beats ten', () => {
  fc.assert(
    fc.property(ratings, grand, (values, mean) => {
      expect(shrunkMean([...values, 5], mean)).toBeGreaterThanOrEqual(shrunkMean(values, mean) - 1e-9);
      expect(shrunkMean([5], mean)).toBeLessThanOrEqual(shrunkMean(Array<number>(10).fill(5), mean) + 1e-9);
    }),
  );
});

test('the order of ratings does not matter', () => {
  fc.assert(
    fc.property(ratings, grand, (values, mean) => {
      expect(shrunkMean([...values].reverse(), mean)).toBeCloseTo(shrunkMean(values, mean), 10);
    }),
  );
});
