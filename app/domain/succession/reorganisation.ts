export const KINDS = ['rename', 'merge', 'split', 'splitOff', 'close'] as const;
export type ReorganisationKind = (typeof KINDS)[number];

export const KIND_WORDS: Record<ReorganisationKind, { name: string; hint: string; ended: string }> = {
  rename: { name: 'Rename', hint: 'It goes on under another name, from today', ended: 'Renamed' },
  merge: {
    name: 'Merge',
    hint: 'It, and others if you name them, end and one successor follows',
    ended: 'Merged',
  },
  split: { name: 'Split', hint: 'It ends and several successors follow', ended: 'Split' },
  splitOff: {
    name: 'Split off',
    hint: 'It goes on, and a successor beside it takes over the part that you choose',
    ended: 'Split off',
  },
  close: { name: 'Close', hint: 'It ends, and others take over what is live', ended: 'Closed' },
};

/** Nothing ends: what is not handed over stays. */
export const goesOn = (kind: ReorganisationKind): boolean => kind === 'splitOff';

export interface ReorganisationStages {
  kind: ReorganisationKind;
  effectiveOn: Date;
  confirmedAt: Date | null;
  withdrawnAt: Date | null;
  completedAt: Date | null;
}

export type ReorganisationState = 'proposed' | 'ahead' | 'running' | 'completed' | 'withdrawn';

/** `ahead` is confirmed and not yet in effect. */
export function stateOf(
  { effectiveOn, confirmedAt, withdrawnAt, completedAt }: Omit<ReorganisationStages, 'kind'>,
  today: Date,
): ReorganisationState {
  if (withdrawnAt) return 'withdrawn';
  if (completedAt) return 'completed';
  if (!confirmedAt) return 'proposed';
  return effectiveOn > today ? 'ahead' : 'running';
}

export const STATE_WORDS: Record<
  ReorganisationState,
  { text: string; colour: 'yellow' | 'blue' | 'orange' | 'green' | 'grey' }
> = {
  proposed: { text: 'Proposed', colour: 'yellow' },
  ahead: { text: 'Confirmed, not yet in effect', colour: 'blue' },
  running: { text: 'Being handed over', colour: 'orange' },
  completed: { text: 'Completed', colour: 'green' },
  withdrawn: { text: 'Withdrawn', colour: 'grey' },
};

export type HandoverAnswer = 'accepted' | 'declined' | 'withdrawn';
export type HandoverState = HandoverAnswer | 'planned' | 'waiting' | 'overdue' | 'escalated';

export interface HandoverStages {
  answer: HandoverAnswer | null;
  answerBy: Date | null;
  escalateOn: Date | null;
}

/** What nobody answered by its day is overdue, then escalated; an answer that comes late is an answer. */
export function handoverState({ answer, answerBy, escalateOn }: HandoverStages, today: Date): HandoverState {
  if (answer) return answer;
  if (!answerBy || !escalateOn) return 'planned';
  if (today >= escalateOn) return 'escalated';
  return today > answerBy ? 'overdue' : 'waiting';
}

export const HANDOVER_WORDS: Record<HandoverState, string> = {
  planned: 'Planned',
  waiting: 'Waiting for an answer',
  overdue: 'Not answered in time, reminded',
  escalated: 'Not answered, coordinators know',
  accepted: 'Accepted',
  declined: 'Declined',
  withdrawn: 'Offered to another',
};

/** Working days that the receiving side has, and how many later coordinators are told. */
export const DAYS_TO_ANSWER = 10;

/** Why the organisations do not fit what is to be done with them; null when they do. */
export function whyNotFitting(
  kind: ReorganisationKind,
  { ending, following }: { ending: readonly string[]; following: readonly string[] },
): { field: 'others' | 'successors'; message: string } | null {
  const wrong = (field: 'others' | 'successors', message: string) => ({ field, message });
  if (following.some((one) => ending.includes(one)))
    return wrong('successors', 'An organisation cannot end and follow itself');
  if (new Set(following).size < following.length) return wrong('successors', 'Name each successor once');
  if (kind !== 'merge' && ending.length > 1) return wrong('others', 'Only a merger ends several');
  if (kind === 'rename' && following.length > 0)
    return wrong('successors', 'An organisation that gets another name has no successor');
  if (kind === 'merge' && following.length !== 1) return wrong('successors', 'Name one successor');
  if (kind === 'close' && following.length === 0)
    return wrong('successors', 'Name who follows, for what may still come to it');
  if (kind === 'splitOff' && following.length === 0)
    return wrong('successors', 'Name who takes over a part of it');
  if (kind === 'split' && following.length < 2) return wrong('successors', 'Name two successors at least');
  return null;
}
