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

export interface Milestone {
  id: string;
  position: number;
  title: string;
  dueOn: Date;
  /** Pence without VAT. */
  amount: number;
  /** An approval, such as an ethics committee's, that what comes after it waits for. */
  approval: boolean;
  paidAt: Date | null;
  deliverables: DeliverableOfMilestone[];
}

export type MilestoneState = 'due' | 'returned' | 'delivered' | 'reviewed' | 'accepted' | 'paid';

export const MILESTONE_STATE_NAMES: Record<MilestoneState, string> = {
  due: 'Due',
  returned: 'Returned for changes',
  delivered: 'Delivered, to be reviewed',
  reviewed: 'Reviewed, to be signed off',
  accepted: 'Accepted',
  paid: 'Accepted and paid',
};

/** The deliverable that waits or was accepted; the returned ones stand beside it. */
export const liveDeliverable = ({ deliverables }: Pick<Milestone, 'deliverables'>) =>
  deliverables.find(({ returnedAt }) => returnedAt === null);

export function stateOf(milestone: Milestone): MilestoneState {
  if (milestone.paidAt) return 'paid';
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
    : milestones.filter((one) => one.approval && one.position < milestone.position && !isAccepted(one));

/** What is still owed before an award can be closed. */
export const stillOwed = (milestones: Milestone[]): Milestone[] =>
  milestones.filter((milestone) => !isAccepted(milestone) || (milestone.amount > 0 && !milestone.paidAt));
