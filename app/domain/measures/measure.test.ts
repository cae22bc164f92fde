import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../tests/support/factories/actors';
import {
  checkOf,
  isBetter,
  missingForPilot,
  movesFrom,
  showValue,
  STATES,
  type MeasureState,
} from './measure';
import { readNumber } from './measure-form';
import {
  mayDefineMeasure,
  mayKeepMeasure,
  mayReadIssued,
  mayReadMeasures,
  mayValidate,
} from './measure-policy';
import { endOf, latestPeriods, periodCode, readPeriod, showPeriodOf, startOf, stepFrom } from './period';
import { seriesOf, titleOf } from './series';
import { isoDay } from '../uk-time';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const kinds = fc.constantFrom('month' as const, 'quarter' as const, 'year' as const);
const days = fc.integer({ min: 0, max: 60_000 }).map((count) => new Date(count * 86_400_000));

describe('periods', () => {
  test.each([
    ['month', '2026-02-17', '2026-02-01', '2026-02-28', 'February 2026', '2026-02'],
    ['month', '2028-02-29', '2028-02-01', '2028-02-29', 'February 2028', '2028-02'],
    ['quarter', '2026-12-31', '2026-10-01', '2026-12-31', 'Quarter 4 of 2026', '2026-Q4'],
    ['year', '2026-07-01', '2026-01-01', '2026-12-31', '2026', '2026'],
  ] as const)('of a %s: %s', (kind, within, first, last, words, code) => {
    const start = startOf(kind, day(within));
    expect([isoDay(start), isoDay(endOf(kind, start)), showPeriodOf(kind, start)]).toEqual([
      first,
      last,
      words,
    ]);
    expect(periodCode(kind, start)).toBe(code);
    expect(readPeriod(code)).toEqual({ kind, startsOn: day(first), endsOn: day(last) });
  });

  test.each(['', '2026-Q5', '2026-13', '26', '2026-1', 'Q1 2026', '2026-Q1-01'])('%j is none', (code) =>
    expect(readPeriod(code)).toBeNull(),
  );

  test('follow one another without a gap, and a code is read as the period that it names', () => {
    fc.assert(
      fc.property(kinds, days, fc.integer({ min: -50, max: 50 }), (kind, within, by) => {
        const start = startOf(kind, within);
        expect(endOf(kind, start).getTime() + 86_400_000).toBe(stepFrom(kind, start, 1).getTime());
        expect(stepFrom(kind, stepFrom(kind, start, by), -by)).toEqual(start);
        expect(readPeriod(periodCode(kind, start))?.startsOn).toEqual(start);
      }),
    );
    expect(latestPeriods('quarter', day('2026-11-23'), 3).map(isoDay)).toEqual([
      ...['2026-10-01', '2026-07-01', '2026-04-01'],
    ]);
  });
});

describe('series', () => {
  const point = (version: number, startsOn: string, value: number) => ({
    version,
    startsOn: day(startsOn),
    value,
  });
  const shown = { name: 'Harm', unit: 'cases', wanted: 'lower', periodKind: 'year' } as const;

  test('two definitions never make one line, whatever order figures come in', () => {
    const points = [point(2, '2025-01-01', 9), point(1, '2024-01-01', 4), point(1, '2023-01-01', 5)];
    expect(
      seriesOf(points).map(({ version, points: all }) => [version, all.map(({ value }) => value)]),
    ).toEqual([
      [1, [5, 4]],
      [2, [9]],
    ]);
  });

  test('the title compares within the newest series alone', () => {
    expect(titleOf(shown, [])).toBe('Harm: nothing is counted yet');
    expect(titleOf(shown, [point(1, '2024-01-01', 1), point(2, '2025-01-01', 9)])).toBe(
      'Harm: 9 cases in 2025, by a new definition',
    );
    expect(titleOf(shown, [point(1, '2024-01-01', 9), point(1, '2025-01-01', 6)])).toBe(
      'Harm: 6 cases in 2025, better than 9 cases in 2024',
    );
    expect(
      titleOf({ ...shown, wanted: 'higher' }, [point(1, '2024-01-01', 9), point(1, '2025-01-01', 6)]),
    ).toContain('worse than');
    expect(titleOf(shown, [point(1, '2024-01-01', 6), point(1, '2025-01-01', 6)])).toBe(
      'Harm: 6 cases in 2025, as in 2024',
    );
  });
});

describe('figures', () => {
  test.each([
    ['1,240', 1240],
    ['-4.5', -4.5],
    ['0', 0],
    [' 7 ', 7],
    [3, 3],
    ['1,24', null],
    ['', null],
    ['4.', null],
    ['1e9', null],
    ['12 %', null],
    ['9999999999999', null],
    [Number.NaN, null],
  ])('%j is read as %j', (given, value) => expect(readNumber(given)).toBe(value));

  test('in words', () => {
    expect([showValue(1240, 'victims'), showValue(4.5, '%')]).toEqual(['1,240 victims', '4.5%']);
    expect([isBetter(1, 2, 'higher'), isBetter(1, 2, 'lower'), isBetter(2, 2, 'lower')]).toEqual([
      true,
      false,
      null,
    ]);
  });

  test('are claimed until evidence is linked, and validated last', () => {
    expect(checkOf([])).toBe('claimed');
    expect(checkOf([{ step: 'evidenced' }])).toBe('evidenced');
    expect(checkOf([{ step: 'validated' }, { step: 'evidenced' }])).toBe('validated');
  });
});

describe('a measure', () => {
  test('goes onward alone', () => {
    expect(Object.keys(STATES).map((state) => movesFrom(state as MeasureState))).toEqual([
      ['pilot', 'retired'],
      ['inUse', 'retired'],
      ['retired'],
      [],
    ]);
  });

  test('says what it lacks for its pilot', () => {
    expect(missingForPilot({ ownerId: null, organisationId: null, reviewOn: null })).toEqual([
      ...['an owner', 'an owning organisation', 'a review date'],
    ]);
    expect(missingForPilot({ ownerId: 'a', organisationId: 'b', reviewOn: day('2027-01-01') })).toEqual([]);
  });

  const owner = someone({ id: 'owner', ...inTeam('team', 'author') });
  const cast = {
    visitor: nobody,
    expert: someone({ expert: true }),
    'of a team': someone(inTeam('team', 'observer')),
    owner,
    coordinator: someone({ roles: ['coordinator'] }),
    auditor: someone({ roles: ['auditor'] }),
    'committee reader': someone({ roles: ['committeeReader'] }),
  };
  const allowed = (may: (actor: (typeof cast)['owner'] | typeof nobody) => { kind: string }) =>
    Object.entries(cast).flatMap(([name, actor]) => (may(actor).kind === 'allow' ? [name] : []));

  test('is read by the network and the auditor; issued scorecards by the committee too', () => {
    expect(allowed(mayReadMeasures)).toEqual(['expert', 'of a team', 'owner', 'coordinator', 'auditor']);
    expect(allowed(mayReadIssued)).toEqual([
      ...['expert', 'of a team', 'owner', 'coordinator', 'auditor', 'committee reader'],
    ]);
  });

  test('is defined by teams, kept by its owner, validated by others', () => {
    expect(allowed(mayDefineMeasure)).toEqual(['of a team', 'owner', 'coordinator']);
    const standing = { ownerId: 'owner', createdById: 'maker' };
    expect(allowed((actor) => mayKeepMeasure(actor, standing))).toEqual(['owner', 'coordinator']);
    expect(allowed((actor) => mayValidate(actor, 'owner'))).toEqual(['of a team', 'coordinator']);
  });
});
