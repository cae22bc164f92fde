import { ukDay } from '../../uk-time';

export type FileAccessLevel = 'open' | 'restricted' | 'embargoed';

/** Who may read the files of a finding apart from those who keep them; none is open. */
export interface FileAccess {
  level: FileAccessLevel;
  opensOn: Date | null;
  reason: string;
  conditions: string;
}

export const LEVEL_WORDS: Record<FileAccessLevel, string> = {
  open: 'Open to everybody who can read the finding',
  restricted: 'Restricted: only people who are given access',
  embargoed: 'Under embargo until a day, then open',
};

export const LONGEST_GRANT_DAYS = 366;
export const LONGEST_LINK_DAYS = 90;
export const LONGEST_EMBARGO_DAYS = 3653;

/** An embargo ends by itself at the start of its day, UK time, whether or not any job has run. */
export function levelNow(access: FileAccess | null, now: Date): FileAccessLevel {
  if (!access) return 'open';
  const isOver = access.level === 'embargoed' && access.opensOn !== null && access.opensOn <= ukDay(now);
  return isOver ? 'open' : access.level;
}

const sameWords = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

/** Prolonged under the reason that it had: nobody could tell why the day moved. */
export const prolongsSilently = (before: FileAccess | null, after: FileAccess): boolean => {
  if (!before?.opensOn || !after.opensOn || after.opensOn <= before.opensOn) return false;
  return sameWords(before.reason, after.reason);
};

export const changesNothing = (before: FileAccess | null, after: FileAccess): boolean =>
  (before?.level ?? 'open') === after.level &&
  (before?.opensOn?.getTime() ?? null) === (after.opensOn?.getTime() ?? null) &&
  (before?.conditions ?? '') === after.conditions;
