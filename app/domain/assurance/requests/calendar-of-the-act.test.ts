import { beforeAll, describe, expect, test } from 'vitest';
import { BANK_HOLIDAYS, NATIONS } from '../../../../prisma/seed/calendar';
import { useDatabase } from '../../../../tests/support/database';
import { loadHolidays } from '../../questions/calendar.server';
import { addWorkingDays, isWorkingDay, type Holidays } from '../../questions/working-days';
import { isoDay } from '../../uk-time';
import { dueOn, WORKING_DAYS } from './information-request';
import { holidaysOfTheAct } from './load-request.server';

const store = useDatabase();
const day = (text: string) => new Date(`${text}T00:00:00Z`);

let ofTheAct: Holidays;
let ofEngland: Holidays;
beforeAll(async () => {
  ofTheAct = await holidaysOfTheAct(store.db);
  ofEngland = await loadHolidays(store.db);
});

/** www.gov.uk/bank-holidays; the days that England and Wales do not have. */
const ELSEWHERE = [
  ...['2026-01-02', '2026-03-17', '2026-06-15', '2026-07-13', '2026-08-03', '2026-11-30'],
  ...['2027-01-04', '2027-03-17', '2027-07-12', '2027-08-02', '2027-11-30'],
  ...['2028-01-04', '2028-03-17', '2028-07-12', '2028-08-07', '2028-11-30'],
];

test('the Act counts the bank holidays of any part of the United Kingdom, all other clocks those of England and Wales', () => {
  expect([...ofEngland].sort()).toEqual(BANK_HOLIDAYS.map((one) => one.day).sort());
  expect([...ofTheAct].filter((one) => !ofEngland.has(one)).sort()).toEqual(ELSEWHERE);
});

describe('twenty working days', () => {
  test.each([
    // Two days of Scotland: 30 November and 4 January.
    ['2026-11-23', '2026-12-22', '2026-12-21'],
    ['2026-12-14', '2027-01-15', '2027-01-14'],
    // St Patrick's Day of Northern Ireland.
    ['2027-03-01', '2027-04-01', '2027-03-31'],
    // The same where nobody has a holiday of their own.
    ['2026-09-07', '2026-10-05', '2026-10-05'],
    // Summer: Scotland early in August, the others at its end.
    ['2028-07-31', '2028-08-30', '2028-08-29'],
  ])('of what came on %s end on %s, and by England and Wales on %s', (received, due, england) => {
    expect(isoDay(dueOn(day(received), ofTheAct))).toBe(due);
    expect(isoDay(addWorkingDays(day(received), WORKING_DAYS, ofEngland))).toBe(england);
  });
});

describe.each(Object.entries(NATIONS))('the calendar of %s', (_, days) => {
  test.each([2026, 2027, 2028])('of %i', (year) => {
    const ofYear = days.map((one) => one.day).filter((one) => one.startsWith(`${year}-`));
    expect(new Set(ofYear).size).toBe(ofYear.length);
    for (const one of ofYear) expect([0, 6]).not.toContain(day(one).getUTCDay());
    for (const one of ofYear) expect(isWorkingDay(day(one), ofTheAct)).toBe(false);
  });
});

test('Scotland has nine days a year and one more in 2026, Northern Ireland ten', () => {
  const count = (days: readonly { day: string }[]) =>
    [2026, 2027, 2028].map((year) => days.filter((one) => one.day.startsWith(`${year}-`)).length);
  expect(count(NATIONS.scotland)).toEqual([10, 9, 9]);
  expect(count(NATIONS['northern-ireland'])).toEqual([10, 10, 10]);
});
