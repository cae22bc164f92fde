const DAY_MS = 86_400_000;

/** Weekdays; the months in which this is played have no bank holiday. */
const isWorkingDay = (day: number): boolean => ![0, 6].includes(new Date(day).getUTCDay());
const dayOf = (instant: number): number => Math.floor(instant / DAY_MS) * DAY_MS;

export function workingDaysUntil(from: number, to: number): number {
  let count = 0;
  for (let day = dayOf(from) + DAY_MS; day <= dayOf(to); day += DAY_MS) if (isWorkingDay(day)) count += 1;
  return count;
}

export function workingDaysOn(from: number, count: number): number {
  let day = dayOf(from);
  for (let left = Math.abs(count); left > 0;) {
    day += count < 0 ? -DAY_MS : DAY_MS;
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** Clarifications close after half of the working days of bidding, at the time of closing, and are answered the day before. */
export function clarificationsEnd(publishedAt: number, closesAt: number): number {
  const half = Math.floor(workingDaysUntil(publishedAt, closesAt) / 2);
  const ends = Math.min(workingDaysOn(publishedAt, half), workingDaysOn(closesAt, -1));
  return ends + (closesAt - dayOf(closesAt));
}

/** Midnight in the UK, in winter. */
export const nextDay = (instant: number): number => dayOf(instant) + DAY_MS;

/** Of a notice: its day is day 1, and a contract may be made from the day after the last. */
export const standstillOver = (noticeAt: number, days: number): number =>
  workingDaysOn(dayOf(noticeAt) - DAY_MS, days) + DAY_MS;
