import { describe, expect, test } from 'vitest';
import { BANK_HOLIDAYS } from '../../../prisma/seed/calendar';
import { isoDay } from '../uk-time';
import {
  addWorkingDays,
  isWorkingDay,
  nthWorkingDay,
  standstillEnd,
  workingDaysBetween,
} from './working-days';

const holidays = new Set(BANK_HOLIDAYS.map(({ day }) => day));
const day = (text: string) => new Date(`${text}T00:00:00Z`);

test.each([
  ['2026-12-17', 8, '2026-12-30'],
  ['2026-12-19', 8, '2027-01-04'],
  ['2026-11-23', 8, '2026-12-02'],
])('a standstill noticed on %s of %i working days ends on %s', (notice, days, end) => {
  expect(isoDay(standstillEnd(day(notice), days, holidays))).toBe(end);
});

test.each([
  ['2026-11-20', 1, '2026-11-23'],
  ['2026-12-24', 1, '2026-12-29'],
  ['2026-12-29', -1, '2026-12-24'],
  ['2027-03-25', 2, '2027-03-31'],
  ['2026-11-21', 0, '2026-11-21'],
])('%s and %i working days is %s', (from, count, to) => {
  expect(isoDay(addWorkingDays(day(from), count, holidays))).toBe(to);
});

test('day 1 is the day itself when it is a working day, else the next one', () => {
  expect(isoDay(nthWorkingDay(day('2026-11-23'), 1, holidays))).toBe('2026-11-23');
  expect(isoDay(nthWorkingDay(day('2026-11-21'), 1, holidays))).toBe('2026-11-23');
});

test.each([
  ['2026-12-24', '2026-12-29', 1],
  ['2026-11-20', '2026-11-27', 5],
  ['2026-11-27', '2026-11-20', 0],
])('between %s and %s lie %i working days', (from, to, count) => {
  expect(workingDaysBetween(day(from), day(to), holidays)).toBe(count);
});

describe('the calendar of England and Wales', () => {
  test.each([
    [2026, ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28']],
    [2027, ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28']],
    [2028, ['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26']],
  ])('of %i', (year, expected) => {
    const found = BANK_HOLIDAYS.filter((one) => one.day.startsWith(String(year))).map((one) =>
      one.day.slice(5),
    );
    expect(found).toEqual(expected);
    for (const one of expected) expect(isWorkingDay(day(`${year}-${one}`), holidays)).toBe(false);
  });
});
