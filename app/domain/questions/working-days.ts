import { addDays, isoDay } from '../uk-time';

/** Days off, as `2026-12-25`; weekends are not listed. */
export type Holidays = ReadonlySet<string>;

export function isWorkingDay(day: Date, holidays: Holidays): boolean {
  const weekday = day.getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(isoDay(day));
}

/** The day so many working days after (or, below zero, before) a bare date, that date not counted. */
export function addWorkingDays(day: Date, count: number, holidays: Holidays): Date {
  const step = count < 0 ? -1 : 1;
  let reached = day;
  for (let left = Math.abs(count); left > 0;) {
    reached = addDays(reached, step);
    if (isWorkingDay(reached, holidays)) left -= 1;
  }
  return reached;
}

/** The nth working day from a bare date on: that date is day 1 where it is a working day itself. */
export function nthWorkingDay(day: Date, nth: number, holidays: Holidays): Date {
  return addWorkingDays(addDays(day, -1), nth, holidays);
}

/** The last day of a standstill whose notice went out on `noticeDay`; that day is day 1. */
export const standstillEnd = (noticeDay: Date, workingDays: number, holidays: Holidays): Date =>
  nthWorkingDay(noticeDay, workingDays, holidays);

/** How many working days lie after `from`, up to and including `to`. */
export function workingDaysBetween(from: Date, to: Date, holidays: Holidays): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isWorkingDay(day, holidays)) count += 1;
  return count;
}
