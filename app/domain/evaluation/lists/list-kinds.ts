/** What a list of rows about one competition can do. */
export const LIST_KINDS = {
  assessors: { title: 'Assessors to invite', columns: ['Assessor'], more: ['Message', 'Answer by'] },
  assignments: { title: 'Assignments', columns: ['Bid', 'Assessor'], more: ['Rule'] },
  apart: { title: 'Pairs kept apart', columns: ['First', 'Second', 'Reason'], more: [] },
  eligibility: {
    title: 'Outcomes of the eligibility check',
    columns: ['Bid', 'Outcome', 'Reason'],
    more: [],
  },
  remind: { title: 'Assessors to remind', columns: ['Assessor'], more: [] },
  remove: { title: 'Assessors to take off the panel', columns: ['Assessor'], more: [] },
} as const satisfies Record<string, { title: string; columns: string[]; more: string[] }>;

export type ListKind = keyof typeof LIST_KINDS;
export const FILE_KINDS = ['assessors', 'assignments', 'apart', 'eligibility'] as const;
export const CHOICE_KINDS = ['remind', 'remove'] as const;

export const isListKind = (kind: string): kind is ListKind => Object.hasOwn(LIST_KINDS, kind);

/** What cannot be taken back by a button: a reminder is read, and an exclusion is a decision of its own. */
export const CAN_BE_UNDONE: Record<ListKind, boolean> = {
  assessors: true,
  assignments: true,
  apart: true,
  eligibility: false,
  remind: false,
  remove: true,
};

export const MOST_ROWS = 1000;
export const MOST_BYTES = 10_000_000;
const UNDO_MS = 24 * 3_600_000;

interface Standing {
  carriedOutAt: Date | null;
  undoneAt: Date | null;
}

export const isUndoable = (kind: ListKind, { carriedOutAt, undoneAt }: Standing, now: Date): boolean =>
  CAN_BE_UNDONE[kind] &&
  carriedOutAt !== null &&
  !undoneAt &&
  now.getTime() - carriedOutAt.getTime() < UNDO_MS;

export type Verdict = 'do' | 'same' | 'no';
export type RowOutcome = 'done' | 'undone' | 'kept';

export const VERDICT_WORDS: Record<Verdict, string> = {
  do: 'Will be done',
  same: 'Unchanged',
  no: 'Not possible',
};
export const OUTCOME_WORDS: Record<RowOutcome, string> = {
  done: 'Done',
  undone: 'Undone',
  kept: 'Done, and could not be undone',
};
