export interface LetterStamps {
  enqueuedAt: Date | string | null;
  keptAt: Date | string | null;
  sentAt: Date | string | null;
  lastError: string | null;
}

export type LetterState = 'waiting' | 'kept' | 'failing' | 'sent';
export const LETTER_STATES = ['waiting', 'kept', 'failing', 'sent'] as const;

/** Kept: there are no mail settings, so it is readable here. Failing: the server refused it; it is tried again. */
export function stateOf({ keptAt, sentAt, lastError }: LetterStamps): LetterState {
  if (sentAt) return 'sent';
  if (keptAt) return 'kept';
  return lastError ? 'failing' : 'waiting';
}
