export const SPANS = ['month', 'quarter'] as const;
export type Span = (typeof SPANS)[number];

/** Periods shown: twelve that later ones are compared with, then twenty-four. */
export const SHOWN = 36;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const size = (span: Span): number => (span === 'month' ? 1 : 3);

export interface Period {
  /** Its first day, as a bare date: `2026-04-01`. */
  from: string;
  /** The first day after it. */
  until: string;
  /** `Apr 2026`, or `Apr to Jun 2026`. */
  name: string;
}

const firstOf = (months: number): string =>
  `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;

function periodAt(months: number, span: Span): Period {
  const month = (at: number) => MONTHS[at % 12] ?? '';
  const year = Math.floor(months / 12);
  const name = span === 'month' ? month(months) : `${month(months)} to ${month(months + 2)}`;
  return { from: firstOf(months), until: firstOf(months + size(span)), name: `${name} ${year}` };
}

const monthsOf = (day: Date): number => day.getUTCFullYear() * 12 + day.getUTCMonth();

/** The last complete periods before a UK day, the earliest first: one that still runs would look like a fall. */
export function periodsBefore(today: Date, span: Span): Period[] {
  const current = monthsOf(today) - (monthsOf(today) % size(span));
  return Array.from({ length: SHOWN }, (_, at) => periodAt(current - (SHOWN - at) * size(span), span));
}

/** The period that begins on a day; null where none does. */
export function periodFrom(from: string, span: Span): Period | null {
  const [year = 0, month = 0] = from.split('-').map(Number);
  const months = year * 12 + month - 1;
  const period = periodAt(months, span);
  return period.from === from && months % size(span) === 0 ? period : null;
}
