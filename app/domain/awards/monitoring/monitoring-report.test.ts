import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isoDay } from '../../uk-time';
import {
  addMonths,
  isBeingWritten,
  isLateReport,
  meanScore,
  REPORT_STATES,
  reportDays,
} from './monitoring-report';

const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe('months later', () => {
  test.each([
    ['2027-01-15', 1, '2027-02-15'],
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2027-01-31', 3, '2027-04-30'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2027-11-30', 12, '2028-11-30'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2027-05-31', 0, '2027-05-31'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(isoDay(addMonths(day(from), months))).toBe(to);
  });
});

describe('the days of reports', () => {
  const days = (startsOn: string, endsOn: string, every: number) =>
    reportDays(day(startsOn), day(endsOn), every).map(isoDay);

  test('are counted from the first day each time, so that a short month shortens no later one', () => {
    expect(days('2027-01-31', '2027-05-31', 1)).toEqual([
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
      '2027-05-31',
    ]);
  });

  test('reach up to the last day of the contract and no further', () => {
    expect(days('2027-01-11', '2027-07-11', 3)).toEqual(['2027-04-11', '2027-07-11']);
    expect(days('2027-01-11', '2027-07-10', 3)).toEqual(['2027-04-11']);
    expect(days('2027-01-11', '2027-04-10', 3)).toEqual([]);
  });

  test('lie in order within the contract, and are no more than 120 however long it is', () => {
    const start = day('2027-01-01');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 2_000 }),
        fc.integer({ min: 1, max: 12 }),
        (after, lasts, every) => {
          const startsOn = addDays(start, after);
          const endsOn = addDays(startsOn, lasts);
          const found = reportDays(startsOn, endsOn, every);
          const sorted = found.toSorted((a, b) => a.getTime() - b.getTime());
          expect(found).toEqual(sorted);
          expect(new Set(found.map(isoDay)).size).toBe(found.length);
          for (const one of found) expect(one > startsOn && one <= endsOn).toBe(true);
          expect(addMonths(startsOn, (found.length + 1) * every) > endsOn).toBe(true);
        },
      ),
    );
    expect(reportDays(start, day('2200-01-01'), 1)).toHaveLength(120);
  });
});

describe('a report', () => {
  test('is with its writers until it is submitted, and again once queried', () => {
    expect(Object.keys(REPORT_STATES).filter(isBeingWritten)).toEqual(['due', 'draft', 'queried']);
  });

  test('is late from the day after its day, and no longer once submitted', () => {
    const report = (state: string) => ({ state, dueOn: day('2027-03-01') });
    for (const state of ['due', 'draft', 'queried']) {
      expect(isLateReport(report(state), day('2027-03-01'))).toBe(false);
      expect(isLateReport(report(state), day('2027-03-02'))).toBe(true);
    }
    for (const state of ['submitted', 'approved'])
      expect(isLateReport(report(state), day('2030-01-01'))).toBe(false);
  });

  test.each<[(number | null)[], string | null]>([
    [[], null],
    [[null], null],
    [[4, null], null],
    [[5], '5.0'],
    [[1, 2], '1.5'],
    [[4, 4, 3], '3.7'],
    [[1, 1, 1, 1, 5], '1.8'],
  ])('of scores %j has the mean %s', (scores, mean) => {
    expect(meanScore(scores)).toBe(mean);
  });
});
