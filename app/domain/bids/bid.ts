/** What the state of a bid is derived from. `outcome` counts only once the bidder was told. */
export interface BidStages {
  /** Whether a submission stands: neither replaced nor withdrawn. */
  submitted: boolean;
  withdrawnAt: Date | null;
  excludedAt: Date | null;
  openedAt: Date | null;
  evaluationStartedAt: Date | null;
  outcome: 'awarded' | 'notAwarded' | null;
}

export const BID_STATES = [
  'draft',
  'submitted',
  'withdrawn',
  'opened',
  'inEvaluation',
  'awarded',
  'notAwarded',
  'excluded',
] as const;

export type BidState = (typeof BID_STATES)[number];

/**
 * A draft that was never submitted stays a draft after closing; it is read by nobody else. Submitting again
 * after a withdrawal makes a withdrawn bid live, so a standing submission counts before the withdrawal.
 */
export function stateOf(bid: BidStages): BidState {
  if (bid.excludedAt) return 'excluded';
  if (!bid.submitted) return bid.withdrawnAt ? 'withdrawn' : 'draft';
  if (bid.outcome) return bid.outcome;
  if (bid.evaluationStartedAt) return 'inEvaluation';
  return bid.openedAt ? 'opened' : 'submitted';
}

/** Still the bidder's to change: before the closing instant, not excluded. */
export const isOpenToChange = (state: BidState): boolean =>
  state === 'draft' || state === 'submitted' || state === 'withdrawn';

export const BID_STATE_LABELS: Record<BidState, string> = {
  draft: 'Draft',
  submitted: 'Submitted',
  withdrawn: 'Withdrawn',
  opened: 'Opened',
  inEvaluation: 'In evaluation',
  awarded: 'Awarded',
  notAwarded: 'Not awarded',
  excluded: 'Excluded',
};

export type OpenerCapacity = 'moderator' | 'budgetHolder';

export const CAPACITY_LABELS: Record<OpenerCapacity, string> = {
  moderator: 'Moderator',
  budgetHolder: 'Budget holder',
};

export const MOST_MEMBERS = 20;
