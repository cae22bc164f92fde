import { ukDay } from '../uk-time';
import { addWorkingDays, type Holidays } from '../questions/working-days';

export const LONGEST_PROMISE = 20;

/** How a team kept its promise in the last twelve months: of what fell due, what was answered by its day. */
export interface Kept {
  kept: number;
  due: number;
}

export interface ReplyPromise {
  workingDays: number | null;
  kept: Kept;
}

/** The last day on which an answer keeps the promise; the day of asking is not counted. */
export const answerDueOn = (asked: Date, workingDays: number | null, holidays: Holidays): Date | null =>
  workingDays === null ? null : addWorkingDays(ukDay(asked), workingDays, holidays);

const FEWEST = 3;

/** `5 working days; kept 9 of 10 times in twelve months`. Below three, a figure would say nothing. */
export function showPromise({ workingDays, kept: { kept, due } }: ReplyPromise): string {
  if (workingDays === null) return 'No promise';
  const within = workingDays === 1 ? '1 working day' : `${workingDays} working days`;
  return `${within}; ${due < FEWEST ? 'too few enquiries to say how it is kept' : `kept ${kept} of ${due} times in twelve months`}`;
}
