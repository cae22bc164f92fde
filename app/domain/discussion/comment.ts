export const LEVELS = ['everybody', 'government', 'team', 'coordinators'] as const;
export type Level = (typeof LEVELS)[number];

export const LEVEL_WORDS: Record<Level, { name: string; hint: string }> = {
  everybody: { name: 'Everybody who sees this page', hint: 'The public too, once it is released.' },
  government: { name: 'Government teams only', hint: 'People of teams, and coordinators.' },
  team: { name: 'The asking team only', hint: 'Nobody outside the team that asked.' },
  coordinators: { name: 'Coordinators only', hint: 'Those who look after the network.' },
};

export const WATCH_SETTINGS = ['every', 'daily', 'none'] as const;
export type WatchSetting = (typeof WATCH_SETTINGS)[number];

export const WATCH_WORDS: Record<WatchSetting, string> = {
  every: 'Every comment, at once',
  daily: 'Once a day, all together',
  none: 'Nothing',
};

/** How long a comment can be changed by whoever wrote it; what it said before stays readable. */
export const EDIT_MINUTES = 30;
export const MOST_CHARACTERS = 4000;
/** Comments of one person in an hour. */
export const MOST_AN_HOUR = 30;

const MINUTE_MS = 60_000;
export const isEditable = (postedAt: Date, now: Date): boolean =>
  now.getTime() < postedAt.getTime() + EDIT_MINUTES * MINUTE_MS;
