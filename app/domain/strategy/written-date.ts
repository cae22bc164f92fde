import { bareDate, showDate } from '../uk-time';

/** A date as a source gives it: `2028`, `2013-10` or `2026-11-21`. What is not written is not known. */
const WRITTEN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

export interface WrittenSpan {
  first: Date;
  last: Date;
}

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The first and last day that a written date may mean; null when it is no date. */
export function spanOf(written: string): WrittenSpan | null {
  const match = WRITTEN.exec(written.trim());
  if (!match?.[1]) return null;
  const year = Number(match[1]);
  const monthNumber = match[2] ? Number(match[2]) : null;
  const first = bareDate(year, monthNumber ?? 1, match[3] ? Number(match[3]) : 1);
  if (!first) return null;
  if (match[3]) return { first, last: first };
  // Day 0 of a month is the last day of the one before.
  const last = new Date(Date.UTC(year, monthNumber ?? 12, 0));
  return { first, last };
}

/** `2028`, `October 2013` or `21 November 2026`: never more than is known. */
export function showWritten(written: string): string {
  const span = spanOf(written);
  if (!span) return written;
  if (written.length === 4) return written;
  return written.length === 7 ? month.format(span.first) : showDate(span.first);
}

/** `October 2013 to November 2018`, or `February 2023 onwards` where no end is known. */
export function showPeriod(startsWritten: string, endsWritten: string | null): string {
  const start = showWritten(startsWritten);
  return endsWritten ? `${start} to ${showWritten(endsWritten)}` : `${start} onwards`;
}

export interface Dated {
  startsOn: Date;
  endsOn: Date | null;
}

/** Whether something dated was in force on a day; both ends count, because they are often known to the month. */
export const wasInForce = ({ startsOn, endsOn }: Dated, day: Date): boolean =>
  startsOn <= day && (endsOn === null || day <= endsOn);
