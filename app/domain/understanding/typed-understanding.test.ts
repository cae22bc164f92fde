import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addBreakInput, addIndicatorInput, addPointInput } from './indicators/indicator-form';
import { showPercent } from './indicators/trend';
import { rateUnderstandingInput } from './rating-form';
import { DIMENSIONS, gapOf, UNDERSTANDING_LEVELS, weakOn } from './understanding';

interface Parsed {
  success: boolean;
  error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined;
}

const wrong = ({ error }: Parsed): string[] =>
  (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('a figure as typed', () => {
  const typed = {
    reference: 'H7K4QXMF',
    periodWritten: '2018',
    source: 'The register',
    sourceDate: '2019-01-31',
  };
  const read = (value: unknown) => addPointInput.safeParse({ ...typed, value });

  test.each([
    ['6,800', 6800],
    [' 6800 ', 6800],
    ['0', 0],
    ['0.0001', 0.0001],
    ['12.5', 12.5],
    [6800, 6800],
    [0, 0],
    ['1000000000000', 1_000_000_000_000],
    [1_000_000_000_000, 1_000_000_000_000],
  ])('%j is %d', (value, figure) => {
    const parsed = read(value);
    expect(parsed.success && parsed.data.value).toBe(figure);
  });

  test.each([
    ['', 'Enter the figure'],
    ['  ', 'Enter the figure'],
    [undefined, 'Enter the figure'],
    [null, 'Enter the figure'],
    ['-1', 'Enter a number, like 6,800'],
    ['1.23456', 'Enter a number, like 6,800'],
    ['1e5', 'Enter a number, like 6,800'],
    ['about 5', 'Enter a number, like 6,800'],
    ['.5', 'Enter a number, like 6,800'],
    ['1000000000001', 'Enter a number, like 6,800'],
  ])('%j is none: %s', (value, message) => {
    expect(wrong(read(value))).toEqual([`value: ${message}`]);
  });

  test.each([-1, 1_000_000_000_001, Number.NaN, Infinity])('the number %d is none', (value) => {
    expect(read(value).success).toBe(false);
  });

  test.each([
    ['', 'Enter the period'],
    ['last year', 'Enter a period like 2018, 2018-04 or 2018-04-01'],
    ['2018-13', 'Enter a period like 2018, 2018-04 or 2018-04-01'],
  ])('of the period %j is told', (periodWritten, message) => {
    expect(wrong(addPointInput.safeParse({ ...typed, periodWritten, value: '1' }))).toEqual([
      `periodWritten: ${message}`,
    ]);
  });

  test('needs a source, and so does a change of recording', () => {
    expect(wrong(addPointInput.safeParse({ ...typed, value: '1', source: ' ', sourceDate: '' }))).toEqual([
      'source: Enter the source',
      'sourceDate: Enter the date of the source',
    ]);
    expect(wrong(addBreakInput.safeParse({ reference: 'H7K4QXMF' }))).toEqual([
      'periodWritten: Enter the period from which it is counted otherwise',
      'what: Say what changed',
      'source: Enter the source',
    ]);
  });
});

describe('an indicator as typed', () => {
  const typed = {
    area: 'fraud',
    name: 'Reports',
    measures: 'what was reported',
    unit: 'people',
  };
  test.each([
    [{}, []],
    [{ area: '' }, ['area: Choose the threat area']],
    [{ area: undefined }, ['area: Choose the threat area']],
    [{ kind: 'harm' }, [': Unrecognized key: "kind"']],
    [{ name: 'x'.repeat(151) }, ['name: Use 150 characters or fewer']],
    [{ measures: '' }, ['measures: Say what it measures, and what it does not']],
    [{ unit: '' }, ['unit: Say in what it is counted, like “people”']],
    [{ unit: 'x'.repeat(61) }, ['unit: Use 60 characters or fewer']],
    [{ baselineWritten: '2018-04' }, []],
    [{ baselineWritten: 'then' }, ['baselineWritten: Enter a period like 2018, 2018-04 or 2018-04-01']],
  ])('%# is taken or told what is wrong', (over, expected) => {
    expect(wrong(addIndicatorInput.safeParse({ ...typed, ...over }))).toEqual(expected);
  });
});

describe('a judgement', () => {
  const typed = { slug: 'fraud', dimension: 'scale', level: 'weak', basis: 'Two reviews' };
  test.each([
    [{}, []],
    [{ level: 'unknown' }, []],
    [{ level: 'excellent' }, ['level: Choose how well it is understood']],
    [{ dimension: 'cost' }, ['dimension: Choose which side of it you judge']],
    [{ basis: '' }, ['basis: Say on what you base this']],
    [{ reviewBy: '2026-02-30' }, ['reviewBy: Enter a real date, like 21 11 2026']],
  ])('%# is taken or told what is wrong', (over, expected) => {
    expect(wrong(rateUnderstandingInput.safeParse({ ...typed, ...over }))).toEqual(expected);
  });

  test('the gap is from none to all, and never grows with what is better understood', () => {
    const level = fc.option(fc.constantFrom(...UNDERSTANDING_LEVELS));
    const levels = fc.record({ scale: level, nature: level, drivers: level, harm: level, response: level });
    fc.assert(
      fc.property(levels, fc.constantFrom(...DIMENSIONS), (judged, side) => {
        const gap = gapOf(judged);
        if (Object.values(judged).every((one) => one === null)) expect(gap).toBeNull();
        else expect([gap !== null && gap >= 0, gap !== null && gap <= 1]).toEqual([true, true]);
        expect(gapOf({ ...judged, [side]: 'good' }) ?? 1).toBeLessThanOrEqual(gap ?? 1);
        expect(weakOn({ ...judged, [side]: 'weak' })).toContain(side);
      }),
    );
  });

  test('a change is told with one sign', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 1000 }), (percent) => {
        expect(showPercent(percent)).toMatch(
          percent === 0 ? /^0 %$/ : percent > 0 ? /^\+\d+ %$/ : /^−\d+ %$/,
        );
      }),
    );
  });
});
