import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreedScore, quality, reachesMinimums } from './agreed-score';
import { compare, equals, fraction, inDecimals } from './fraction';
import { priceScore, total } from './price-score';
import { bandOf, isDisagreement, rangeOf } from './score-scale';

const shown = (value: ReturnType<typeof agreedScore>, places = 1) => value && inDecimals(value, places);

describe('the panel’s score', () => {
  test.each([
    [4, [1, 2], '4'],
    [0, [5, 5], '0'],
    [null, [3, 4], '3.5'],
    [null, [3, 4, 4], '3.67'],
    [null, [2], '2'],
  ])('consensus %s of %j is %s', (consensus, scores, expected) => {
    expect(shown(agreedScore(consensus, scores), 2)).toBe(expected);
  });

  test('is unknown, not zero, while there is no score', () => {
    expect(agreedScore(null, [])).toBeNull();
  });
});

describe('disagreement', () => {
  test.each([
    [[], 0, false],
    [[3], 0, false],
    [[3, 4], 1, false],
    [[2, 4], 2, true],
    [[5, 0, 3], 5, true],
  ])('%j has range %i', (values, range, disagreement) => {
    expect(rangeOf(values)).toBe(range);
    expect(isDisagreement(values)).toBe(disagreement);
  });

  test('every band has a name', () => {
    expect([0, 1, 2, 3, 4, 5].every((value) => bandOf(value) !== '')).toBe(true);
  });
});

const six = [20, 30, 15, 15, 10, 10];
const all = (scores: number[]) =>
  six.map((weight, i) => ({ weight, minimum: null, score: fraction(scores[i] ?? 0) }));

describe('quality', () => {
  test.each([
    [[5, 5, 5, 5, 5, 5], '100'],
    [[0, 0, 0, 0, 0, 0], '0'],
    [[3, 3, 3, 3, 3, 3], '60'],
    [[4, 4, 3, 3, 3, 4], '72'],
    [[5, 4, 3, 2, 1, 0], '61'],
  ])('%j makes %s', (scores, expected) => {
    expect(inDecimals(quality(all(scores)))).toBe(expected);
  });

  test('a better score of one criterion never lowers it', () => {
    const marks = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(marks, fc.integer({ min: 0, max: 5 }), (scores, raised) => {
        const better = scores.map((score, i) => (i === raised ? score + 1 : score));
        expect(compare(quality(all(better)), quality(all(scores)))).toBe(1);
      }),
    );
  });

  test.each([
    [3, [3], true],
    [3, [2, 3], false],
    [null, [0], true],
    [0, [0], true],
  ])('a minimum of %s with scores %j', (minimum, scores, reached) => {
    const score = agreedScore(null, scores) ?? fraction(0);
    expect(reachesMinimums([{ minimum, score }])).toBe(reached);
  });
});

describe('price', () => {
  const pounds = (amount: number) => amount * 100;
  test.each([
    [120_000, '100'],
    [124_000, '96.8'],
    [142_000, '84.5'],
  ])('£%i against a lowest of £120,000 scores %s', (price, expected) => {
    expect(inDecimals(priceScore(pounds(120_000), pounds(price)))).toBe(expected);
  });

  test('a price of 0 is refused', () => {
    expect(() => priceScore(0, 100)).toThrow(RangeError);
    expect(() => priceScore(100, 0)).toThrow(RangeError);
  });

  test('lies above 0 and at most at 100, and falls as the price rises', () => {
    const pence = fc.integer({ min: 1, max: 2_000_000_000 });
    fc.assert(
      fc.property(pence, pence, pence, (a, b, c) => {
        const lowest = Math.min(a, b, c);
        expect(compare(priceScore(lowest, a), fraction(100))).toBeLessThanOrEqual(0);
        expect(compare(priceScore(lowest, a), priceScore(lowest, b))).toBe(Math.sign(b - a));
      }),
    );
  });
});

describe('total', () => {
  test('is 0.7 Q + 0.3 P exactly', () => {
    const made = total({ quality: fraction(72), price: fraction(3000, 31) }, { quality: 70, price: 30 });
    expect(equals(made, fraction(504 * 31 + 9000, 310))).toBe(true);
    expect(inDecimals(made, 2)).toBe('79.43');
  });
});
