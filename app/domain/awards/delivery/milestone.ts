export interface DeliverableOfMilestone {
  id: string;
  reference: string;
  title: string;
  deliveredAt: Date;
  reviewedAt: Date | null;
  reviewedById: string | null;
  acceptedAt: Date | null;
  returnedAt: Date | null;
}

/** A row of the kinds that a milestone can have. */
export interface MilestoneKind {
  code: string;
  name: string;
  /** Something arrives for it; a payment by date owes nothing. */
  delivers: boolean;
  publishes: boolean;
  protocol: boolean;
}

export interface Milestone {
  id: string;
  position: number;
  title: string;
  dueOn: Date;
  /** Pence without VAT. */
  amount: number;
  /** An approval, such as an ethics committee's, that what comes after it waits for. */
  approval: boolean;
  kind: MilestoneKind;
  paidAt: Date | null;
  /** By an accepted change, such as an early end. */
  cancelledAt: Date | null;
  deliverables: DeliverableOfMilestone[];
}

export type MilestoneState =
  'due' | 'returned' | 'delivered' | 'reviewed' | 'accepted' | 'paid' | 'cancelled';

export const MILESTONE_STATE_NAMES: Record<MilestoneState, string> = {
  due: 'Due',
  returned: 'Returned for changes',
  delivered: 'Delivered, to be reviewed',
  reviewed: 'Reviewed, to be signed off',
  accepted: 'Accepted',
  paid: 'Accepted and paid',
  cancelled: 'Cancelled',
};

/** The deliverable that waits or was accepted; the returned ones stand beside it. */
export const liveDeliverable = ({ deliverables }: Pick<Milestone, 'deliverables'>) =>
  deliverables.find(({ returnedAt }) => returnedAt === null);

export function stateOf(milestone: Milestone): MilestoneState {
  if (milestone.paidAt) return 'paid';
  if (milestone.cancelledAt) return 'cancelled';
  const live = liveDeliverable(milestone);
  if (!live) return milestone.deliverables.length > 0 ? 'returned' : 'due';
  if (live.acceptedAt) return 'accepted';
  return live.reviewedAt ? 'reviewed' : 'delivered';
}

export const isAccepted = (milestone: Milestone): boolean =>
  ['accepted', 'paid'].includes(stateOf(milestone));

/** Approvals before a milestone that are not in place yet: until they are, work it rests on cannot be delivered. */
export const blockedBy = (milestones: Milestone[], milestone: Milestone): Milestone[] =>
  milestone.approval
    ? []
    : milestones.filter(
        (one) => one.approval && !one.cancelledAt && one.position < milestone.position && !isAccepted(one),
      );

/** Something has to arrive for it, or has not been accepted yet. */
export const owesWork = (milestone: Milestone): boolean =>
  milestone.kind.delivers && !milestone.cancelledAt && !isAccepted(milestone);

/** What is still owed before an award can be closed. */
export const stillOwed = (milestones: Milestone[]): Milestone[] =>
  milestones.filter(
    (milestone) =>
      !milestone.cancelledAt && (owesWork(milestone) || (milestone.amount > 0 && !milestone.paidAt)),
  );

/** What an early end cancels: work that is owed, and payments by a date after the last day. One due by then stays owed. */
export const endedBy = (milestones: Milestone[], lastDay: Date): Milestone[] =>
  milestones.filter((one) => !one.paidAt && (owesWork(one) || (!one.kind.delivers && one.dueOn > lastDay)));

/** Its day has passed and nothing of it has arrived. */
export const isOverdue = (milestone: Milestone, today: Date): boolean =>
  milestone.kind.delivers && milestone.dueOn < today && ['due', 'returned'].includes(stateOf(milestone));
