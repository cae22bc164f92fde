import { addDays, isoDay } from '../../uk-time';

/** From a day, and up to but not including another; open where there is none. */
export interface Days {
  from: string | null;
  before: string | null;
}

const quarterOf = (day: Date): Date =>
  new Date(Date.UTC(day.getUTCFullYear(), 3 * Math.floor(day.getUTCMonth() / 3)));
const nextQuarter = (day: Date): Date => quarterOf(addDays(quarterOf(day), 100));

/** A period, both its days counted, as whole quarters and the days beside them; null where no quarter is whole. */
export function quartersOf(period: { from?: string | undefined; to?: string | undefined }): {
  whole: Days | null;
  edges: Days[];
} {
  const from = period.from ?? null;
  const before = period.to === undefined ? null : isoDay(addDays(new Date(period.to), 1));
  const first = from === null ? null : isoDay(nextQuarter(addDays(new Date(from), -1)));
  const until = before === null ? null : isoDay(quarterOf(new Date(before)));
  if (first !== null && until !== null && first >= until) return { whole: null, edges: [{ from, before }] };
  const edges = [
    { from, before: first },
    { from: until, before },
  ].filter((days) => days.from !== days.before);
  return { whole: { from: first, before: until }, edges };
}
