export const CLARIFICATION_WORDS = 100;

export type ClarificationState = 'waiting' | 'answered' | 'declined';

export interface ClarificationStages {
  answeredAt: Date | null;
  declinedAt: Date | null;
}

export function clarificationState({ answeredAt, declinedAt }: ClarificationStages): ClarificationState {
  if (answeredAt) return 'answered';
  return declinedAt ? 'declined' : 'waiting';
}

export const CLARIFICATION_LABELS: Record<ClarificationState, string> = {
  waiting: 'Waiting for an answer',
  answered: 'Answered',
  declined: 'Declined',
};

/** Waiting past the day on which answers are due. */
export const isOverdue = (state: ClarificationState, answersDueAt: Date | null, now: Date): boolean =>
  state === 'waiting' && answersDueAt !== null && now >= answersDueAt;
