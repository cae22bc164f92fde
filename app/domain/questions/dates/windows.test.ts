import { describe, expect, test } from 'vitest';
import { BANK_HOLIDAYS } from '../../../../prisma/seed/calendar';
import { showInstant, ukInstant } from '../../uk-time';
import { datesWarnings, windowsOf } from './windows';

const holidays = new Set(BANK_HOLIDAYS.map(({ day }) => day));
const at = (year: number, month: number, day: number, hour = 17) => {
  const instant = ukInstant(year, month, day, hour, 0);
  if (!instant) throw new Error('no such hour');
  return instant;
};

describe('windows', () => {
  test('half of the working days to ask, answers one working day before closing', () => {
    const windows = windowsOf(at(2026, 11, 4, 9), at(2026, 12, 3), holidays);
    expect(windows?.biddingWorkingDays).toBe(21);
    expect(showInstant(windows?.clarificationsCloseAt ?? '')).toBe('18 November 2026 at 5pm');
    expect(showInstant(windows?.answersDueAt ?? '')).toBe('2 December 2026 at 5pm');
  });
  test('weekends and bank holidays are not counted', () => {
    const windows = windowsOf(at(2026, 12, 23), at(2027, 1, 5), holidays);
    expect(windows?.biddingWorkingDays).toBe(6);
    expect(showInstant(windows?.clarificationsCloseAt ?? '')).toBe('30 December 2026 at 5pm');
    expect(showInstant(windows?.answersDueAt ?? '')).toBe('4 January 2027 at 5pm');
  });
  test('5pm stays 5pm where the clocks change between', () => {
    const windows = windowsOf(at(2027, 3, 1), at(2027, 4, 12), holidays);
    expect(showInstant(windows?.clarificationsCloseAt ?? '')).toBe('19 March 2027 at 5pm');
    expect(showInstant(windows?.answersDueAt ?? '')).toBe('9 April 2027 at 5pm');
  });
  test('one working day is too few', () => {
    expect(windowsOf(at(2026, 11, 20), at(2026, 11, 23), holidays)).toBeNull();
    expect(windowsOf(at(2026, 11, 20), at(2026, 11, 24), holidays)).not.toBeNull();
  });
});

describe('warnings about dates', () => {
  const study = { name: 'Commissioned study', biddingWorkingDays: 20 };
  const rules = (from: Date, to: Date) => datesWarnings(from, to, study, holidays).map(({ rule }) => rule);
  test.each<[string, Date, Date, string[]]>([
    ['enough time in term', at(2026, 10, 5), at(2026, 11, 12), []],
    ['less than the route gives', at(2026, 10, 5), at(2026, 10, 12), ['fewerThanRoute']],
    ['across Christmas', at(2026, 12, 1), at(2027, 1, 14), ['christmas']],
    ['across Easter', at(2027, 3, 1), at(2027, 4, 8), ['easter']],
    ['into the summer', at(2026, 6, 22), at(2026, 7, 22), ['summer']],
    ['on a Saturday', at(2026, 10, 5), at(2026, 11, 14), ['notAWorkingDay']],
    ['after the calendar ends', at(2029, 9, 3), at(2029, 10, 10), ['beyondCalendar']],
  ])('%s', (_why, from, to, expected) => {
    expect(rules(from, to)).toEqual(expected);
  });
});
