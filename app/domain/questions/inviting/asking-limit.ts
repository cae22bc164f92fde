/** How often one expert is asked by name, all teams together, so that the well known are not worn out. */
export const MOST_ASKED_IN_A_YEAR = 12;
export const MOST_WAITING = 3;

export interface Asked {
  /** In the last 12 months. */
  inYear: number;
  /** Open questions that wait for their answer. */
  waiting: number;
}

export const NOT_ASKED: Asked = { inYear: 0, waiting: 0 };

/** Why somebody is not asked now; null when they can be. */
export function askedTooOften({ inYear, waiting }: Asked): string | null {
  if (waiting >= MOST_WAITING) return `${waiting} questions wait for their answer already`;
  if (inYear >= MOST_ASKED_IN_A_YEAR) return `they were asked ${inYear} times in the last 12 months`;
  return null;
}

export const showAsked = ({ inYear }: Asked): string => {
  if (inYear === 0) return 'Not asked in the last 12 months';
  return `Asked ${inYear === 1 ? 'once' : `${inYear} times`} in the last 12 months`;
};
