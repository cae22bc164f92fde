import type { DecisionTaken } from '~/domain/ratings/uptake/uptake';

export interface StepStory {
  /** Days before the loading on which it happened; it is recorded on the day after. */
  daysAgo: number;
  text: string;
  owner: string;
  taken?: DecisionTaken;
  evidence?: string;
}

export interface UptakeStory {
  finding: string;
  /** Somebody whose team used the finding. */
  by: string;
  /** In their order: recommendation, decision, action, outcome. */
  steps: StepStory[];
}

/** What invented teams say became of a finding: some came to an outcome, some were rejected or wait. */
export const UPTAKES: UptakeStory[] = [
  {
    finding: 'refusals',
    by: 'stephen',
    steps: [
      { daysAgo: 33, text: 'Rotate planners every four months, and name a person outside the line of command for reports.', owner: 'Head of port integrity' },
      { daysAgo: 27, text: 'Rotation at three ports for a year; the named person at all of them.', owner: 'Director of border operations', taken: 'partly' },
      { daysAgo: 20, text: 'Rotation began at the first port and the named person was announced.', owner: 'Port manager' },
      { daysAgo: 4, text: 'Four reports reached the named person in the first month; none had come through the line.', owner: 'Head of port integrity', evidence: 'Monthly count of reports, first month.' },
    ],
  },
  {
    finding: 'five-letters',
    by: 'priya',
    steps: [
      { daysAgo: 26, text: 'Say in every letter after a reported loss what came of the last hundred reports.', owner: 'Head of fraud policy' },
      { daysAgo: 22, text: 'Accepted for letters sent by government; banks are asked to follow.', owner: 'Deputy director, economic crime', taken: 'accepted' },
      { daysAgo: 12, text: 'New letters are sent; two banks follow.', owner: 'Head of fraud policy' },
    ],
  },
  {
    finding: 'duty-to-report',
    by: 'shirin',
    steps: [
      { daysAgo: 18, text: 'Offer help with testing backups on the first day before a duty to report is extended.', owner: 'Head of cyber resilience' },
      { daysAgo: 9, text: 'Not before the next spending review.', owner: 'Finance director', taken: 'rejected' },
    ],
  },
  {
    finding: 'first-72-hours',
    by: 'colm',
    steps: [{ daysAgo: 14, text: 'Put a police contact into the first call of insurers.', owner: 'Regional cyber lead' }],
  },
];
