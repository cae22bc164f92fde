import { bareDate, isoDay } from '../uk-time';

export const PERIOD_KINDS = { month: 'Month', quarter: 'Quarter', year: 'Year' } as const;
export type PeriodKind = keyof typeof PERIOD_KINDS;
export const PERIOD_KIND_NAMES = Object.keys(PERIOD_KINDS) as [PeriodKind, ...PeriodKind[]];

const MONTHS: Record<PeriodKind, number> = { month: 1, quarter: 3, year: 12 };
const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

const firstOf = (year: number, month: number): Date => new Date(Date.UTC(year, month, 1));

/** The first day of the period that a day lies in; quarters and years are those of the calendar. */
export function startOf(kind: PeriodKind, day: Date): Date {
  const months = MONTHS[kind];
  return firstOf(day.getUTCFullYear(), Math.floor(day.getUTCMonth() / months) * months);
}

/** The first day of the period so many after this one, or before it. */
export const stepFrom = (kind: PeriodKind, start: Date, by: number): Date =>
  firstOf(start.getUTCFullYear(), start.getUTCMonth() + by * MONTHS[kind]);

/** Its last day. */
export const endOf = (kind: PeriodKind, start: Date): Date =>
  new Date(stepFrom(kind, start, 1).getTime() - 86_400_000);

/** `July 2026`, `Quarter 3 of 2026`, `2026`. */
export function showPeriodOf(kind: PeriodKind, start: Date | string): string {
  const day = new Date(start);
  if (kind === 'month') return monthName.format(day);
  const year = day.getUTCFullYear();
  return kind === 'year' ? String(year) : `Quarter ${Math.floor(day.getUTCMonth() / 3) + 1} of ${year}`;
}

/** `2026-07`, `2026-Q3`, `2026`: for addresses and files. */
export function periodCode(kind: PeriodKind, start: Date): string {
  const year = start.getUTCFullYear();
  if (kind === 'year') return String(year);
  return kind === 'quarter'
    ? `${year}-Q${Math.floor(start.getUTCMonth() / 3) + 1}`
    : isoDay(start).slice(0, 7);
}

export interface Period {
  kind: PeriodKind;
  startsOn: Date;
  endsOn: Date;
}

/** A period from its code; null when it is none. */
export function readPeriod(code: string): Period | null {
  const match = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})))?$/.exec(code.trim());
  if (!match) return null;
  const kind = match[2] ? 'quarter' : match[3] ? 'month' : 'year';
  const month = match[2] ? Number(match[2]) * 3 - 2 : Number(match[3] ?? 1);
  const startsOn = bareDate(Number(match[1]), month, 1);
  return startsOn && { kind, startsOn, endsOn: endOf(kind, startsOn) };
}

/** The latest periods that have begun, the newest first. */
export const latestPeriods = (kind: PeriodKind, today: Date, count: number): Date[] =>
  Array.from({ length: count }, (_, index) => stepFrom(kind, startOf(kind, today), -index));
