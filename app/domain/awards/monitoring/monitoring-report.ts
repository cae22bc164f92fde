import type { Steps } from '../steps/step';

export const REPORT_STATES = {
  due: 'Not started',
  draft: 'Draft',
  submitted: 'Waits for approval',
  queried: 'Queried',
  approved: 'Approved',
} as const;
export type ReportState = keyof typeof REPORT_STATES;

export const REPORT_STEPS = {
  approve: {
    from: ['submitted'],
    to: 'approved',
    by: ['team'],
    label: 'Approve it',
    words: { label: 'A comment', needed: false },
    fact: 'MonitoringReportWasApproved',
  },
  query: {
    from: ['submitted'],
    to: 'queried',
    by: ['team'],
    label: 'Ask about it',
    words: { label: 'Your query', needed: true },
    fact: 'MonitoringReportWasQueried',
  },
} as const satisfies Steps;

/** Those who write it can change it until it is submitted, and again when it was queried. */
export const isBeingWritten = (state: string): boolean => ['due', 'draft', 'queried'].includes(state);

/** Late from the day after its day, as long as it is with those who write it. */
export const isLateReport = ({ state, dueOn }: { state: string; dueOn: Date }, today: Date): boolean =>
  isBeingWritten(state) && dueOn < today;

/** The same day so many months later; a day that the month lacks becomes its last. */
export function addMonths(day: Date, months: number): Date {
  const first = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day.getUTCDate(), last));
  return first;
}

/** When reports are due: every so many months from the contract’s first day, up to its last. */
export function reportDays(startsOn: Date, endsOn: Date, everyMonths: number): Date[] {
  const days: Date[] = [];
  for (let n = 1; ; n += 1) {
    const day = addMonths(startsOn, n * everyMonths);
    if (day > endsOn || days.length === MOST_REPORTS) return days;
    days.push(day);
  }
}

const MOST_REPORTS = 120;

/** The mean of the scores, to one decimal; nothing until every question is scored. */
export function meanScore(scores: readonly (number | null)[]): string | null {
  const given = scores.filter((score): score is number => score !== null);
  if (given.length === 0 || given.length < scores.length) return null;
  return (given.reduce((all, one) => all + one, 0) / given.length).toFixed(1);
}
