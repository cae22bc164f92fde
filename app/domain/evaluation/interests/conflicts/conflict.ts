import type { InterestKind } from '../interest-kind';

export const CONFLICT_STATES = ['suspected', 'declared', 'confirmed', 'dismissed'] as const;
export type ConflictState = (typeof CONFLICT_STATES)[number];

export interface ConflictStamps {
  suspectedAt: Date | null;
  declaredAt: Date | null;
  pinnedAt: Date | null;
  confirmedAt: Date | null;
  dismissedAt: Date | null;
}

const after = (one: Date | null, other: Date): boolean => one !== null && one > other;

/** A dismissal holds until something newer than it is declared or found. `STATE_SQL` says the same. */
export function stateOf(stamps: ConflictStamps): ConflictState {
  const { suspectedAt, declaredAt, confirmedAt, dismissedAt } = stamps;
  if (confirmedAt) return 'confirmed';
  if (dismissedAt && !after(declaredAt, dismissedAt) && !after(suspectedAt, dismissedAt)) return 'dismissed';
  const counted = dismissedAt ? after(declaredAt, dismissedAt) : declaredAt !== null;
  return counted ? 'declared' : 'suspected';
}

/** Set by a coordinator, and theirs to lift. */
export const isPinned = ({ pinnedAt, confirmedAt }: ConflictStamps): boolean =>
  pinnedAt !== null && confirmedAt !== null;

export const isOpen = (stamps: ConflictStamps): boolean =>
  ['suspected', 'declared'].includes(stateOf(stamps));

export interface ConflictForPolicy extends ConflictStamps {
  personId: string;
  bidId: string | null;
  kind: InterestKind;
}
