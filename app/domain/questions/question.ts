/** The timestamps on a question's row. Its state is derived from them, never stored. */
export interface QuestionStages {
  submittedAt: Date | null;
  returnedAt: Date | null;
  publishedAt: Date | null;
  clarificationsCloseAt: Date | null;
  closesAt: Date | null;
  openedAt: Date | null;
  evaluationStartedAt: Date | null;
  decidedAt: Date | null;
  deliveryStartedAt: Date | null;
  answeredAt: Date | null;
  withdrawnAt: Date | null;
  setAsideAt: Date | null;
}

export const QUESTION_STATES = [
  'draft',
  'returned',
  'setAside',
  'awaitingApproval',
  'open',
  'clarificationsClosed',
  'closed',
  'opened',
  'inEvaluation',
  'decided',
  'inDelivery',
  'answered',
  'withdrawn',
] as const;

export type QuestionState = (typeof QUESTION_STATES)[number];
export type QuestionOutcome = 'awarded' | 'noneSuitable' | 'cancelled' | 'answered';
export type Visibility = 'network' | 'invited' | 'team';
export type Marking = 'OFFICIAL' | 'OFFICIAL_SENSITIVE';

/** Equal to the closing instant is late: a window is open strictly before its end. A row without an end never closes. */
export function stateOf(question: QuestionStages, now: Date): QuestionState {
  if (question.withdrawnAt) return 'withdrawn';
  if (!question.publishedAt) return unpublishedState(question);
  if (question.answeredAt) return 'answered';
  if (question.deliveryStartedAt) return 'inDelivery';
  if (question.decidedAt) return 'decided';
  if (question.evaluationStartedAt) return 'inEvaluation';
  if (question.openedAt) return 'opened';
  if (hasPassed(question.closesAt, now)) return 'closed';
  return hasPassed(question.clarificationsCloseAt, now) ? 'clarificationsClosed' : 'open';
}

function unpublishedState({ submittedAt, returnedAt, setAsideAt }: QuestionStages): QuestionState {
  if (setAsideAt) return 'setAside';
  if (!submittedAt) return 'draft';
  return returnedAt && returnedAt >= submittedAt ? 'returned' : 'awaitingApproval';
}

export const hasPassed = (end: Date | null, now: Date): boolean => end !== null && now >= end;

export const isEditable = (state: QuestionState): boolean => state === 'draft' || state === 'returned';
export const isPublished = (question: Pick<QuestionStages, 'publishedAt'>): boolean =>
  question.publishedAt !== null;

/** Bids, answers and offers may still come in. */
export const isOpen = (state: QuestionState): boolean => state === 'open' || state === 'clarificationsClosed';

/** Everything that is neither finished, withdrawn nor set aside. */
export const isLive = (state: QuestionState): boolean =>
  state !== 'answered' && state !== 'withdrawn' && state !== 'setAside';

const LABELS: Record<QuestionState, string> = {
  draft: 'Draft',
  returned: 'Returned to its author',
  setAside: 'Set aside',
  awaitingApproval: 'Awaiting approval',
  open: 'Open',
  clarificationsClosed: 'Open, clarifications closed',
  closed: 'Closed',
  opened: 'Bids opened',
  inEvaluation: 'In evaluation',
  decided: 'Decided',
  inDelivery: 'In delivery',
  answered: 'Answered',
  withdrawn: 'Withdrawn',
};

const OUTCOMES: Record<QuestionOutcome, string> = {
  awarded: 'Awarded',
  noneSuitable: 'None suitable',
  cancelled: 'Cancelled',
  answered: 'Answered',
};

/** The state in words; a decided question says how. */
export function stateLabel(state: QuestionState, outcome?: QuestionOutcome | null): string {
  return state === 'decided' && outcome ? OUTCOMES[outcome] : LABELS[state];
}
