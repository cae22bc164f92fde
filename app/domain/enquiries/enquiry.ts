export type EnquiryState = 'awaitingTeam' | 'awaitingAsker' | 'closed';

/** Whose turn it is: of whoever did not speak last, until it is closed. */
export const enquiryState = (closedAt: Date | null, lastFromTeam: boolean): EnquiryState => {
  if (closedAt) return 'closed';
  return lastFromTeam ? 'awaitingAsker' : 'awaitingTeam';
};

export const ENQUIRY_STATES: Record<EnquiryState, string> = {
  awaitingTeam: 'Awaiting an answer',
  awaitingAsker: 'Answered',
  closed: 'Closed',
};

export const MESSAGE_WORDS = 400;
export const MESSAGE_LETTERS = 3000;
export const SUBJECT_LETTERS = 120;
/** Open threads that one person may have with one team, and messages that a thread holds. */
export const MOST_OPEN = 5;
export const MOST_MESSAGES = 100;
