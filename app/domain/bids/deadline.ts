import { refuse, type Refusal } from '../refusal';
import { showDuration, showInstant } from '../uk-time';

/** The dates of a question that decide whether bids can still change. */
export interface Window {
  closesAt: Date | null;
  openedAt: Date | null;
  withdrawnAt: Date | null;
}

const SECOND_MS = 1000;
const SAY_SECONDS_BELOW_MS = 120 * SECOND_MS;

/** By how much, in the unit that fits: seconds below two minutes. */
export function showLateness(milliseconds: number): string {
  if (milliseconds >= SAY_SECONDS_BELOW_MS) return showDuration(milliseconds);
  const seconds = Math.floor(milliseconds / SECOND_MS);
  if (seconds === 0) return 'less than a second';
  return `${seconds} second${seconds === 1 ? '' : 's'}`;
}

/** Equal time is late. */
export const isOpenForBids = ({ closesAt, openedAt, withdrawnAt }: Window, now: Date): boolean =>
  closesAt !== null && now < closesAt && openedAt === null && withdrawnAt === null;

/** Why a bid cannot be submitted, replaced or withdrawn any more; null while it can. */
export function whyClosed(window: Window, now: Date, kept: string): Refusal | null {
  const { closesAt, withdrawnAt } = window;
  if (isOpenForBids(window, now)) return null;
  if (withdrawnAt) return refuse('QuestionWasWithdrawn', `The team has withdrawn this question. ${kept}`);
  if (!closesAt) return refuse('QuestionIsNotOpen', `This question is not open for bids. ${kept}`);
  const late = showLateness(now.getTime() - closesAt.getTime());
  return refuse(
    'DeadlineHasPassed',
    `You were ${late} late: bids for this question closed on ${showInstant(closesAt)}. ${kept}`,
  );
}
