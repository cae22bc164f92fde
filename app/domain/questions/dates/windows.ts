import { addDays, isoDay, showTime, ukDay } from '../../uk-time';
import { addWorkingDays, workingDaysBetween, type Holidays } from '../working-days';

export interface Windows {
  biddingWorkingDays: number;
  clarificationsCloseAt: Date;
  answersDueAt: Date;
}

/** Too few working days leave no time to ask and be answered. */
export const FEWEST_WORKING_DAYS = 2;

const HOUR_MS = 3_600_000;

/** The same UK wall time on another day, on whichever side of a change of the clocks that lies. */
function onDay(instant: Date, day: Date): Date {
  const moved = instant.getTime() + day.getTime() - ukDay(instant).getTime();
  const candidates = [0, -HOUR_MS, HOUR_MS].map((shift) => new Date(moved + shift));
  return candidates.find((candidate) => showTime(candidate) === showTime(instant)) ?? new Date(moved);
}

/**
 * Clarifications close after half the working days of bidding (rounded down), at the closing time of day;
 * answers are due one working day before closing. Null when there are too few working days for that.
 */
export function windowsOf(publishedAt: Date, closesAt: Date, holidays: Holidays): Windows | null {
  const [first, last] = [ukDay(publishedAt), ukDay(closesAt)];
  const biddingWorkingDays = workingDaysBetween(first, last, holidays);
  if (biddingWorkingDays < FEWEST_WORKING_DAYS) return null;
  const half = addWorkingDays(first, Math.floor(biddingWorkingDays / 2), holidays);
  const answers = addWorkingDays(last, -1, holidays);
  const answersDueAt = onDay(closesAt, answers);
  const clarificationsCloseAt = onDay(closesAt, half < answers ? half : answers);
  return { biddingWorkingDays, clarificationsCloseAt, answersDueAt };
}

/** Windows of a moved deadline, none of them sooner than it stood: what was promised holds. */
export const noEarlier = (
  windows: Windows,
  before: { clarificationsCloseAt: Date | null; answersDueAt: Date | null },
): Windows => ({
  ...windows,
  clarificationsCloseAt: later(windows.clarificationsCloseAt, before.clarificationsCloseAt),
  answersDueAt: later(windows.answersDueAt, before.answersDueAt),
});

const later = (one: Date, other: Date | null): Date => (other && other > one ? other : one);

export interface DatesWarning {
  rule: 'fewerThanRoute' | 'christmas' | 'easter' | 'summer' | 'notAWorkingDay' | 'beyondCalendar';
  text: string;
}

/** Weeks in which universities are mostly away, by UK day as month and day. */
const VACATIONS = [
  { rule: 'christmas', from: '12-20', to: '12-31', name: 'the Christmas vacation' },
  { rule: 'christmas', from: '01-01', to: '01-05', name: 'the Christmas vacation' },
  { rule: 'easter', from: '03-28', to: '04-20', name: 'the Easter vacation' },
  { rule: 'summer', from: '07-20', to: '08-31', name: 'the summer vacation' },
] as const;

/** What to think again about before closing then; none of it is refused. */
export function datesWarnings(
  from: Date,
  closesAt: Date,
  route: { name: string; biddingWorkingDays: number },
  holidays: Holidays,
): DatesWarning[] {
  const warnings: DatesWarning[] = [];
  const [first, last] = [ukDay(from), ukDay(closesAt)];
  const days = workingDaysBetween(first, last, holidays);
  if (days < route.biddingWorkingDays)
    warnings.push({
      rule: 'fewerThanRoute',
      text: `That leaves ${days} working days. ${route.name} usually gives ${route.biddingWorkingDays}.`,
    });
  const vacation = vacationBetween(first, last);
  if (vacation)
    warnings.push({
      rule: vacation.rule,
      text: `The time to bid runs across ${vacation.name}, when many academics are away.`,
    });
  if (workingDaysBetween(addDays(last, -1), last, holidays) === 0)
    warnings.push({ rule: 'notAWorkingDay', text: 'The closing day is a weekend or a bank holiday.' });
  if ([...holidays].every((day) => day.slice(0, 4) < isoDay(last).slice(0, 4)))
    warnings.push({ rule: 'beyondCalendar', text: 'The bank holidays of that year are not known yet.' });
  return warnings;
}

function vacationBetween(first: Date, last: Date) {
  for (let day = addDays(first, 1); day <= last && day <= addDays(first, 366); day = addDays(day, 1)) {
    const found = VACATIONS.find(
      ({ from, to }) => isoDay(day).slice(5) >= from && isoDay(day).slice(5) <= to,
    );
    if (found) return found;
  }
  return undefined;
}
