/** Why an invitation to assess is declined, or a bid refused. */
export const ASSESSOR_REASONS = ['conflict', 'notMyField', 'noTime', 'away', 'other'] as const;
export type AssessorReason = (typeof ASSESSOR_REASONS)[number];

export const REASON_NAMES: Record<AssessorReason, string> = {
  conflict: 'I have a conflict of interest',
  notMyField: 'It is outside my field',
  noTime: 'I have no time for it',
  away: 'I am away',
  other: 'Another reason',
};

export const EXPERTISE_NAMES = ['None', 'Some', 'Knowledgeable', 'Expert'] as const;
export const WISHES = [2, 1, 0, -1, -2] as const;
export const WISH_NAMES: Record<(typeof WISHES)[number], string> = {
  2: 'Eager',
  1: 'Willing',
  0: 'No view',
  [-1]: 'Rather not',
  [-2]: 'Not at all',
};
