import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stateOf } from './follow-ups/follow-up';
import { wrongInMeasure } from './load-measure.server';
import { isBetter, isCounted, missingForPilot, movesFrom, showValue, type MeasureState } from './measure';
import { measureFields } from './measure-form';
import { measureLines } from './measure-lines';
import { latestPeriods, PERIOD_KIND_NAMES, readPeriod, showPeriodOf, startOf, stepFrom } from './period';
import { seriesOf, titleOf, type Counted } from './series';
import { isoDay } from '../uk-time';
import { z } from 'zod';

const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe('periods at their edges', () => {
  test.each([
    ['quarter', '2026-01-01', '2026-01-01'],
    ['quarter', '2026-03-31', '2026-01-01'],
    ['quarter', '2026-04-01', '2026-04-01'],
    ['quarter', '2026-09-30', '2026-07-01'],
    ['month', '2026-01-31', '2026-01-01'],
    ['month', '2027-03-01', '2027-03-01'],
    ['year', '2026-12-31', '2026-01-01'],
    ['year', '2000-02-29', '2000-01-01'],
  ] as const)('the %s of %s begins on %s', (kind, within, first) => {
    expect(isoDay(startOf(kind, day(within)))).toBe(first);
    expect(startOf(kind, startOf(kind, day(within)))).toEqual(day(first));
  });

  test.each([
    ['1899', null],
    ['1900', '1900-01-01'],
    ['2200', '2200-01-01'],
    ['2201', null],
    ['2026-00', null],
    ['2026-12', '2026-12-01'],
    ['2026-Q0', null],
    ['2026-Q1', '2026-01-01'],
    ['2026-q1', null],
    [' 2026 ', '2026-01-01'],
    ['2026-', null],
    ['2026-07-01', null],
    ['２０２６', null],
    ["2026'; --", null],
    ['2026\n2027', null],
  ])('the code %j begins on %j', (code, first) => {
    const period = readPeriod(code);
    expect(period && isoDay(period.startsOn)).toBe(first);
  });

  test.each([
    ['month', 14, ['2026-01-01', '2025-12-01'], '2024-12-01'],
    ['quarter', 5, ['2026-01-01', '2025-10-01'], '2025-01-01'],
    ['year', 3, ['2026-01-01', '2025-01-01'], '2024-01-01'],
  ] as const)('the latest of each %s go back over the new year', (kind, count, first, last) => {
    const latest = latestPeriods(kind, day('2026-01-01'), count).map(isoDay);
    expect(latest.slice(0, 2)).toEqual(first);
    expect([latest.length, latest.at(-1)]).toEqual([count, last]);
  });

  test('no periods are none, and none lies after today', () => {
    const days = fc.integer({ min: 0, max: 60_000 }).map((count) => new Date(count * 86_400_000));
    fc.assert(
      fc.property(fc.constantFrom(...PERIOD_KIND_NAMES), days, (kind, today) => {
        expect(latestPeriods(kind, today, 0)).toEqual([]);
        const [latest] = latestPeriods(kind, today, 1);
        if (!latest) throw new Error('one was asked for');
        expect(latest <= today && today < stepFrom(kind, latest, 1)).toBe(true);
      }),
    );
  });

  test('are shown from a date or from its text alike', () => {
    for (const kind of PERIOD_KIND_NAMES)
      expect(showPeriodOf(kind, '2026-10-01')).toBe(showPeriodOf(kind, day('2026-10-01')));
    expect(showPeriodOf('month', '2026-10-01')).toBe('October 2026');
  });
});

describe('figures in words', () => {
  test.each<[number, string, string]>([
    [0, 'cases', '0 cases'],
    [-4.5, '%', '-4.5%'],
    [0.00004, 'cases', '0 cases'],
    [0.00006, 'cases', '0.0001 cases'],
    [1e12, '£', '1,000,000,000,000 £'],
    [1, 'cases', '1 case'],
    [-1, 'cases', '-1 case'],
  ])('%d %s', (value, unit, words) => expect(showValue(value, unit)).toBe(words));

  test('what is better one way is worse the other, and back again', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (before, now) => {
        const [higher, lower] = [isBetter(before, now, 'higher'), isBetter(before, now, 'lower')];
        expect(lower).toBe(higher === null ? null : !higher);
        expect(isBetter(now, before, 'lower')).toBe(higher);
      }),
    );
  });
});

describe('the life of a measure', () => {
  const STATES: MeasureState[] = ['draft', 'pilot', 'inUse', 'retired'];

  test('is counted in pilot and in use alone', () =>
    expect(STATES.filter(isCounted)).toEqual(['pilot', 'inUse']));

  test('always can end, and never goes back', () => {
    for (const [index, state] of STATES.entries()) {
      expect(movesFrom(state).every((to) => STATES.indexOf(to) > index)).toBe(true);
      expect(movesFrom(state).includes('retired')).toBe(state !== 'retired');
    }
  });

  test.each<[string | null, string | null, Date | null, string[]]>([
    [null, 'o', day('2027-01-01'), ['an owner']],
    ['a', null, day('2027-01-01'), ['an owning organisation']],
    ['a', 'o', null, ['a review date']],
    ['', '', null, ['an owner', 'an owning organisation', 'a review date']],
  ])('with %j, %j and %j it lacks', (ownerId, organisationId, reviewOn, missing) =>
    expect(missingForPilot({ ownerId, organisationId, reviewOn })).toEqual(missing),
  );

  const NOW = new Date('2026-11-23T12:00:00Z');
  const input = z.object(measureFields).parse({
    ...{ name: 'N', about: 'area:fraud', class: 'output', part: 'effort', unit: 'cases', wanted: 'higher' },
    periodKind: 'year',
  });
  test.each<[string, Partial<typeof input>, string | null]>([
    ['neither baseline nor its day', {}, null],
    ['both', { baseline: 4, baselineOn: day('2025-01-01') }, null],
    ['a baseline of zero with its day', { baseline: 0, baselineOn: day('2025-01-01') }, null],
    ['a baseline alone', { baseline: 0 }, 'BaselineIsHalf'],
    ['its day alone', { baselineOn: day('2025-01-01') }, 'BaselineIsHalf'],
    ['a review yesterday', { reviewOn: day('2026-11-22') }, 'DayHasPassed'],
    ['a review today', { reviewOn: day('2026-11-23') }, 'DayHasPassed'],
    ['a review this instant', { reviewOn: NOW }, 'DayHasPassed'],
    ['a review tomorrow', { reviewOn: day('2026-11-24') }, null],
  ])('%s', (_name, over, name) =>
    expect(wrongInMeasure({ ...input, ...over }, NOW)?.name ?? null).toBe(name),
  );
});

describe('when somebody looks again', () => {
  test.each([
    [0, '2026-06-01', 'due'],
    [0, '2026-06-02', 'overdue'],
    [1, '2026-06-02', 'due'],
    [1, '2026-06-03', 'overdue'],
    [30, '2026-05-31', 'planned'],
  ])('with %i days to answer, on %s it is %s', (days, today, state) =>
    expect(stateOf({ outcome: null, dueOn: day('2026-06-01') }, days, day(today))).toBe(state),
  );

  test('goes onward with the days, and stays answered', () => {
    const order = ['planned', 'due', 'overdue'];
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), fc.nat(60), (first, more, escalate) => {
        const on = (count: number, outcome: string | null) =>
          stateOf(
            { outcome, dueOn: day('2026-06-01') },
            escalate,
            new Date(day('2026-01-01').getTime() + count * 86_400_000),
          );
        expect(order.indexOf(on(first + more, null))).toBeGreaterThanOrEqual(order.indexOf(on(first, null)));
        expect(on(first, 'noEffect')).toBe('answered');
      }),
    );
  });
});

describe('series', () => {
  const anyPoint = fc.record({
    version: fc.integer({ min: 1, max: 4 }),
    startsOn: fc.integer({ min: 0, max: 400 }).map((month) => new Date(Date.UTC(1990, month, 1))),
    value: fc.integer(),
  });

  test('hold every figure once, in order of time, each under its definition', () => {
    fc.assert(
      fc.property(fc.array(anyPoint, { maxLength: 30 }), (points) => {
        const series = seriesOf(points);
        const numbers = series.map(({ version }) => version);
        expect(numbers).toEqual([...new Set(points.map(({ version }) => version))].sort((a, b) => a - b));
        expect(series.flatMap((one) => one.points)).toHaveLength(points.length);
        for (const { version, points: line } of series) {
          expect(line.every((point) => point.version === version)).toBe(true);
          const times = line.map(({ startsOn }) => startsOn.getTime());
          expect(times).toEqual([...times].sort((a, b) => a - b));
        }
      }),
    );
  });

  test('one figure of the newest definition is compared with nothing, however many came before', () => {
    const shown = { name: 'Harm', unit: '%', wanted: 'lower', periodKind: 'quarter' } as const;
    const point = (version: number, startsOn: string, value: number): Counted => ({
      ...{ version, startsOn: day(startsOn), value },
    });
    const old = [point(1, '2025-01-01', 50), point(1, '2025-04-01', 40)];
    expect(titleOf(shown, [point(1, '2025-01-01', 50)])).toBe('Harm: 50% in Quarter 1 of 2025');
    expect(titleOf(shown, [...old, point(2, '2025-07-01', 90)])).toBe(
      'Harm: 90% in Quarter 3 of 2025, by a new definition',
    );
    expect(titleOf(shown, [...old, point(2, '2025-07-01', 90), point(2, '2025-10-01', 95)])).toBe(
      'Harm: 95% in Quarter 4 of 2025, by a new definition, worse than 90% in Quarter 3 of 2025',
    );
  });
});

type Page = Parameters<typeof measureLines>[0];

describe('the lines of a measure', () => {
  const at = day('2026-11-01');
  const version = (number: number): Page['versions'][number] => ({
    ...{ number, definition: 'D', method: 'M', source: 'S', changeNote: '', holdsFrom: at, recordedAt: at },
    by: 'Olive',
  });
  const value = (over: Partial<Page['values'][number]>): Page['values'][number] => ({
    ...{ reference: 'V', version: 1, startsOn: day('2026-01-01'), value: 4, source: 'Return', note: '' },
    ...{
      confidence: 'low',
      by: 'Olive',
      at,
      current: true,
      check: 'claimed',
      checks: [],
      mayValidate: false,
    },
    ...over,
  });
  const page = (values: Page['values']): Page => ({
    ...{ name: 'Harm', unit: 'cases', periodKind: 'quarter', values },
    versions: [version(3), version(2), version(1)],
  });

  test('of no figures are the head alone', () => {
    const lines = measureLines(page([]));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toHaveLength(11);
  });

  test('hold each figure with its period, its days and how far it was looked at', () => {
    expect(measureLines(page([value({ check: 'validated', confidence: 'high' })]))[1]).toEqual([
      ...['Harm', 1, '2026-Q1', '2026-01-01', '2026-03-31', 4, 'cases', 'high', 'Validated', 'Return', 'V'],
    ]);
  });

  test('leave out what was corrected and run in order of time', () => {
    const values = [
      value({ reference: 'late', startsOn: day('2026-04-01') }),
      value({ reference: 'early' }),
      value({ reference: 'wrong', current: false }),
    ];
    expect(
      measureLines(page(values))
        .slice(1)
        .map((line) => line.at(-1)),
    ).toEqual(['early', 'late']);
  });

  test('break between two series that have figures, and nowhere else', () => {
    const values = [
      value({ reference: 'third', version: 3, startsOn: day('2026-07-01') }),
      value({ reference: 'second', version: 2, startsOn: day('2026-04-01'), current: false }),
      value({ reference: 'first' }),
    ];
    const lines = measureLines(page(values)).slice(1);
    expect(lines.map((line) => line.length)).toEqual([11, 2, 11]);
    expect(lines[1]).toEqual([
      ...['Harm', 'The definition changed here: the series before and after are not joined'],
    ]);
  });
});
