import type { Steps } from '../steps/step';

export const OBLIGATION_KINDS = {
  data: 'Data',
  access: 'Access to people or places',
  liaison: 'A person to speak to',
  other: 'Something else',
} as const;
export type ObligationKind = keyof typeof OBLIGATION_KINDS;

export type ObligationState = 'due' | 'overdue' | 'met' | 'disputed';

export const OBLIGATION_STATES: Record<ObligationState, string> = {
  due: 'Due',
  overdue: 'Overdue',
  met: 'Met',
  disputed: 'Disputed',
};

/** Overdue from the day after its day, until it is met. */
export const obligationState = (
  { state, dueOn }: { state: string; dueOn: Date },
  today: Date,
): ObligationState => {
  if (state === 'met' || state === 'disputed') return state;
  return dueOn < today ? 'overdue' : 'due';
};

export const OBLIGATION_STEPS = {
  meet: {
    from: ['due', 'disputed'],
    to: 'met',
    by: ['team'],
    label: 'Say that it is met',
    words: { label: 'How and when it was met', needed: true },
    fact: 'ObligationWasMet',
  },
  dispute: {
    from: ['due', 'met'],
    to: 'disputed',
    by: ['winner'],
    label: 'Dispute it',
    words: { label: 'What is missing, and what it holds up', needed: true },
    fact: 'ObligationWasDisputed',
  },
} as const satisfies Steps;
