import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overseasTwice, ratioOf, showRatio, type Alignment } from './alignment/alignment';
import { showBig } from './big-money';
import { showCost } from './cost-words';
import {
  alertsOf,
  fractionOf,
  sharesOf,
  showAlert,
  showBand,
  showPart,
  showShare,
  titleOf,
  type Band,
  type Part,
} from './shares';

const part = (key: string | null, amount: number, name = key ?? 'Unattributed'): Part => ({
  ...{ key, name, amount, lines: 1 },
});
const band = (key: string, low: number, high: number): Band => ({
  ...{ key, name: key, low, high, holdsFrom: new Date('2026-04-01'), owner: 'Home Office', reason: 'So' },
});

describe('a sum, short', () => {
  test.each([
    [0, '£0'],
    [1, '£0.01'],
    [99, '£0.99'],
    [100, '£1'],
    [95_000, '£950'],
    [999_999, '£9,999.99'],
    [1_000_000, '£10k'],
    [12_345_678, '£123.5k'],
    [95_000_000, '£950k'],
    [99_994_999, '£999.9k'],
    [99_995_000, '£1m'],
    [99_999_999, '£1m'],
    [100_000_000, '£1m'],
    [99_999_999_999, '£1bn'],
    [1_200_000_000, '£12m'],
    [100_000_000_000, '£1bn'],
    [240_000_000_000, '£2.4bn'],
    [1e16, '£100,000bn'],
  ])('%i pence read %s', (pence, words) => expect(showBig(pence)).toBe(words));
});

describe('a cost', () => {
  test.each<[[number, number, number], string]>([
    [[0, 0, 0], 'Unknown: no question is about it'],
    [[0, 0, 1], 'Unknown, 0 of 1 question costed (0%)'],
    [[100, 1, 1], '£1 known, 1 of 1 question costed (100%)'],
    [[0, 1, 2], '£0 known, 1 of 2 questions costed (50%)'],
    [[100_000_000, 2, 3], '£1m known, 2 of 3 questions costed (67%)'],
  ])('of %j: %s', (figures, words) => expect(showCost(...figures)).toBe(words));
});

describe('a share in words', () => {
  test.each([
    [0.049, 'less than 0.1%'],
    [0.05, '0.1%'],
    [0.1, '0.1%'],
    [49.94, '49.9%'],
    [49.95, '50%'],
    [99.94, '99.9%'],
    [99.95, 'more than 99.9%'],
    [100, '100%'],
    [140, '140%'],
  ])('%f reads %s', (share, words) => expect(showShare(share)).toBe(words));

  test('only nothing reads 0%, and only everything 100%', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (share) => {
        expect(showShare(share) === '0%').toBe(share === 0);
        expect(showShare(share) === '100%').toBe(share === 100);
      }),
    );
  });
});

describe('a fraction', () => {
  test.each([
    [1, 3, 'one third'],
    [3, 4, 'three quarters'],
    [2, 8, 'one quarter'],
    [5, 10, 'one half'],
    [4, 5, 'four fifths'],
    [5, 6, 'five sixths'],
    [6, 7, 'six sevenths'],
    [7, 8, 'seven eighths'],
    [8, 9, 'eight ninths'],
    [3, 10, 'three tenths'],
    [10, 11, null],
    [333, 1000, null],
    [-1, 2, null],
    [1, -2, null],
    [7, 5, null],
  ])('%i of %i is %j', (one, whole, words) => expect(fractionOf(one, whole)).toBe(words));

  test('is the same of a part and a whole both so many times as large', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.integer({ min: 1, max: 1000 }), (one, whole, times) => {
        expect(fractionOf(one * times, whole * times)).toBe(fractionOf(one, whole));
      }),
    );
  });

  test('stands beside the sum only where it is exact', () => {
    expect(showPart(1, 3, String)).toBe('1 of 3, 33.3% (one third)');
    expect(showPart(1, 13, String)).toBe('1 of 13, 7.7%');
    expect(showPart(0, 0, String)).toBe('0 of 0, Nothing to share');
    expect(showPart(3, 3, String)).toBe('3 of 3, 100%');
  });
});

describe('parts of a whole', () => {
  test('keep their order, with what is open last', () => {
    const keys = sharesOf([part(null, 90), part('b', 1), part('a', 9)]).map(({ key }) => key);
    expect(keys).toEqual(['b', 'a', null]);
  });

  test('say what they are of: name, amount and lines stay', () => {
    expect(sharesOf([{ key: 'a', name: 'A', amount: 5, lines: 3 }])).toEqual([
      { key: 'a', name: 'A', amount: 5, lines: 3, share: 100 },
    ]);
  });

  test('of one another do not change when all grow alike', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 8 }), (amounts) => {
        const shares = (times: number) =>
          sharesOf(amounts.map((amount, at) => part(`p${at}`, amount * times))).map(
            ({ share }) => share ?? 0,
          );
        const thrice = shares(3);
        for (const [at, share] of shares(1).entries()) expect(thrice[at]).toBeCloseTo(share, 9);
      }),
    );
  });

  test('a title names the largest and the smallest that has any', () => {
    expect(titleOf(sharesOf([part('A', 0), part('B', 25), part('C', 75)]))).toBe('C takes 75%, B 25%');
    expect(titleOf(sharesOf([part('A', 50), part('B', 50)]))).toBe('A takes 50%, B 50%');
    expect(titleOf(sharesOf([part('A', 0), part(null, 0)]))).toBe('No money is recorded');
    expect(titleOf(sharesOf([part('A', 1), part(null, 3)]))).toBe('A takes 25%; 75% is unattributed');
  });
});

describe('a band', () => {
  const shares = sharesOf([part('A', 30), part('B', 70)]);

  test.each<[number, number, string | null]>([
    [30, 40, null],
    [20, 30, null],
    [30, 30, null],
    [30.1, 40, 'A takes 30%, below its band of 30.1% to 40%'],
    [20, 29.9, 'A takes 30%, above its band of 20% to 29.9%'],
    [0, 100, null],
  ])('of %f to %f: %j', (low, high, words) =>
    expect(alertsOf(shares, [band('A', low, high)]).map(showAlert)).toEqual(words === null ? [] : [words]),
  );

  test('of what is not there alerts nobody, nor one of what is open', () => {
    expect(alertsOf(shares, [band('C', 1, 2)])).toEqual([]);
    expect(alertsOf(sharesOf([part(null, 5)]), [band('A', 1, 2)])).toEqual([]);
  });

  test('no share is both too small and too large', () => {
    const per = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(per, per, fc.integer({ min: 1, max: 99 }), (one, two, amount) => {
        const [low, high] = [Math.min(one, two), Math.max(one, two)];
        const alerts = alertsOf(sharesOf([part('A', amount), part('B', 100 - amount)]), [
          band('A', low, high),
        ]);
        expect(alerts.map(({ side }) => side)).toEqual(
          amount < low ? ['below'] : amount > high ? ['above'] : [],
        );
      }),
    );
  });

  test('reads with both its ends', () => expect(showBand({ low: 0, high: 12.5 })).toBe('0% to 12.5%'));
});

describe('alignment', () => {
  const of = (onPriorities: number, elsewhere: number, untagged = 0): Alignment => ({
    ...{ onPriorities, elsewhere, untagged },
  });

  test.each<[Alignment, string]>([
    [of(4, 996), 'less than 0.01'],
    [of(5, 995), '0.01'],
    [of(994, 6), '0.99'],
    [of(995, 5), 'more than 0.99'],
    [of(1, 2), '0.33'],
    [of(1, 0, 1), '0.50'],
    [of(0, 0, 5), '0.00'],
  ])('of %j reads %s', (alignment, words) => expect(showRatio(alignment)).toBe(words));

  test('lies from 0 to 1, and tagging what was untagged elsewhere does not change it', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), fc.nat(1e6), (on, elsewhere, untagged) => {
        const ratio = ratioOf(of(on, elsewhere, untagged));
        expect(ratio).toBe(ratioOf(of(on, elsewhere + untagged)));
        expect(ratio === null || (ratio >= 0 && ratio <= 1)).toBe(true);
      }),
    );
  });

  test('overseas of nothing is nothing, both ways alike', () => {
    expect(overseasTwice({ overseas: 0, all: 0 }, [])).toEqual({ byMark: null, byType: null, agree: true });
    expect(overseasTwice({ overseas: 5, all: 10 }, [])).toEqual({ byMark: 50, byType: null, agree: false });
  });
});
