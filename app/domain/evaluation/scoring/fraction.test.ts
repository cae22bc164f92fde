import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, equals, fraction, inDecimals, over, plus, sum, times } from './fraction';

const number = fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 1, max: 9999 }));

describe('fractions', () => {
  test.each([
    [1, 3, '0.3'],
    [2, 3, '0.7'],
    [1, 2, '0.5'],
    [100, 1, '100'],
    [1, 20, '0.1'],
    [-1, 20, '-0.1'],
    [-1, 100, '0'],
    [2399, 24, '100'],
  ])('%i/%i is shown as %s', (n, d, shown) => {
    expect(inDecimals(fraction(n, d))).toBe(shown);
  });

  test('are kept in lowest terms with a positive denominator', () => {
    expect(fraction(6, -8)).toEqual({ n: -3n, d: 4n });
    expect(fraction(0, -8)).toEqual({ n: 0n, d: 1n });
    expect(() => fraction(1, 0)).toThrow(RangeError);
  });

  test('a third three times is one, which floats cannot promise for every sum', () => {
    expect(equals(sum([fraction(1, 3), fraction(1, 3), fraction(1, 3)]), fraction(1))).toBe(true);
    expect(equals(sum(Array.from({ length: 10 }, () => fraction(1, 10))), fraction(1))).toBe(true);
  });

  test('adding, multiplying and dividing undo each other', () => {
    fc.assert(
      fc.property(number, number, ([a, b], [c, d]) => {
        const [x, y] = [fraction(a, b), fraction(c, d)];
        expect(equals(plus(x, y), plus(y, x))).toBe(true);
        if (c !== 0) expect(equals(over(times(x, y), y), x)).toBe(true);
        expect(compare(x, y)).toBe(-compare(y, x) + 0);
      }),
    );
  });
});
