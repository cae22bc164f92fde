import { isOpenForExpressions, type ExpressionStanding } from '../bids/expressions/expression';
import type { EligibilityStanding } from '../bids/eligibility/eligibility';

export type SessionState = 'ahead' | 'held' | 'recorded' | 'cancelled';

export interface SessionTimes {
  startsAt: Date;
  cancelledAt: Date | null;
  recordedAt: Date | null;
}

/** A session that has begun waits for its record, which goes to everybody. */
export function stateOf({ startsAt, cancelledAt, recordedAt }: SessionTimes, now: Date): SessionState {
  if (cancelledAt) return 'cancelled';
  if (recordedAt) return 'recorded';
  return now < startsAt ? 'ahead' : 'held';
}

interface Gates {
  /** Part of a bid for this question already. */
  bids: boolean;
  mayBid: boolean;
  eligibility: EligibilityStanding;
  expression: ExpressionStanding;
  question: { expressionsCloseAt: Date | null; publishedAt: Date | null; withdrawnAt: Date | null };
}

/** Whether somebody is told how to join: whoever bids, or may still come to bid and has confirmed it. */
export function mayJoin({ bids, mayBid, eligibility, expression, question }: Gates, now: Date): boolean {
  if (bids) return true;
  if (!mayBid || eligibility === 'toConfirm' || eligibility === 'ineligible') return false;
  if (expression === 'none') return isOpenForExpressions(question, now);
  return expression !== 'notInvited';
}
