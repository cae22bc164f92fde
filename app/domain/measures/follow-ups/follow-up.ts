/** What somebody found when they looked again. */
export const OUTCOMES = {
  value: 'There is a figure',
  note: 'Something changed that no figure shows',
  noEffect: 'No effect seen',
} as const;
export type FollowUpOutcome = keyof typeof OUTCOMES;
export const OUTCOME_NAMES = Object.keys(OUTCOMES) as [FollowUpOutcome, ...FollowUpOutcome[]];

export const SUBJECTS = {
  award: 'Since the award closed',
  finding: 'Since the finding was published',
  measure: 'Since the measure was piloted',
} as const;
export type FollowUpSubject = keyof typeof SUBJECTS;

export type FollowUpState = 'answered' | 'planned' | 'due' | 'overdue';

/** Due on its day; overdue once the days to answer have passed as well. Bare dates throughout. */
export function stateOf(
  { outcome, dueOn }: { outcome: string | null; dueOn: Date },
  escalateDays: number,
  today: Date,
): FollowUpState {
  if (outcome !== null) return 'answered';
  if (today < dueOn) return 'planned';
  return today.getTime() > dueOn.getTime() + escalateDays * 86_400_000 ? 'overdue' : 'due';
}

export const STATE_TAGS = {
  answered: { text: 'Answered', colour: 'green' },
  planned: { text: 'Planned', colour: 'grey' },
  due: { text: 'Due', colour: 'yellow' },
  overdue: { text: 'Overdue', colour: 'red' },
} as const;
