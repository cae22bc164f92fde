import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { showPercent, trendInWords, trendOf, type Break, type Point } from './trend';

const point = (year: number, value: number): Point => ({
  periodWritten: String(year),
  startsOn: new Date(Date.UTC(year, 0, 1)),
  value,
});
const broken = (year: number): Break => ({
  periodWritten: String(year),
  startsOn: new Date(Date.UTC(year, 0, 1)),
  what: 'Counted by another rule',
});
const words = (points: Point[], breaks: Break[] = [], baseline: string | null = null) =>
  trendInWords(trendOf(points, breaks, baseline));

describe('a series of figures', () => {
  test('5,000 to 6,800 is +36 %', () => {
    expect(words([point(2018, 6800), point(2017, 5000)])).toBe('+36 % from 2017 to 2018');
    expect(words([point(2017, 100), point(2018, 109)])).toBe('+9 % from 2017 to 2018');
  });

  test('claims nothing across a change of recording, and again after it', () => {
    const points = [point(2016, 4000), point(2017, 5000), point(2018, 6800)];
    expect(words(points, [broken(2018)])).toBe('No trend is claimed: recording changed in 2018');
    expect(words(points, [broken(2017)], '2017')).toBe('+36 % from 2017 to 2018');
    expect(words(points, [broken(2016)])).toBe('+70 % from 2016 to 2018');
    expect(words(points, [broken(2017), broken(2018)])).toBe(
      'No trend is claimed: recording changed in 2017 and 2018',
    );
  });

  test('is counted from its baseline where one is said', () => {
    const points = [point(2015, 100), point(2016, 200), point(2018, 100)];
    expect([words(points), words(points, [], '2016'), words(points, [], '1999')]).toEqual([
      '0 % from 2015 to 2018',
      '−50 % from 2016 to 2018',
      '0 % from 2015 to 2018',
    ]);
  });

  test('of one figure, or from nothing, tells no change', () => {
    expect(trendOf([], [], null).kind).toBe('none');
    expect(trendOf([point(2017, 5)], [], null).kind).toBe('none');
    expect(trendOf([point(2017, 0), point(2018, 5)], [], null).kind).toBe('none');
  });

  test('does not depend on the order in which figures were entered', () => {
    const years = fc.uniqueArray(fc.integer({ min: 1990, max: 2030 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(years, (drawn) => {
        const points = drawn.map((year) => point(year, year));
        expect(words(points)).toBe(words([...points].reverse()));
      }),
    );
  });
});

test('a percentage has its sign', () => {
  expect([36, 0, -4].map(showPercent)).toEqual(['+36 %', '0 %', '−4 %']);
});
