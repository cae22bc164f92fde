import { P } from './priorities';

/** What members gave the findings that they would keep, of ten votes for the list in each half-year. */
export const VOTES: [by: string, priority: string, finding: string, votes: number][] = [
  ['duncan', P.soc, 'plant-roads', 3],
  ['duncan', P.soc, 'small-trades', 4],
  ['shirin', P.soc, 'refusals', 4],
  ['shirin', P.soc, 'doorstep-card', 2],
  ['harpreet', P.soc, 'broker-prices', 5],
  ['nadia', P.soc, 'engine-links', 3],
  ['imran', P.soc, 'plant-roads', 6],
  ['imran', P.soc, 'doorstep-card', 2],
  ['bernadette', P.soc, 'small-trades', 5],
  ['martin', P.cyberIncident, 'duty-to-report', 5],
  ['martin', P.childAbuse, 'warnings-pilot', 3],
  ['callum', P.cyberIncident, 'first-72-hours', 4],
  ['callum', P.soc, 'broker-prices', 1],
];

export interface ApartStory {
  by: string;
  priority: string;
  finding: string;
  reason: string;
  /** What they said when they were asked; somebody has not answered yet. */
  note?: string;
}

/** Two whose rating stands far below that of the others. */
export const STANDING_APART: ApartStory[] = [
  {
    by: 'keith',
    priority: P.economy,
    finding: 'broker-prices',
    reason: 'A price that reaches us two years late changes nothing that we do.',
    note: 'I buy services by the quarter. For somebody who writes strategy a yearly price may well be worth a four; at a port nothing that old is used.',
  },
  {
    by: 'yusuf',
    priority: P.highestHarm,
    finding: 'first-contact',
    reason: 'We have no port, and our commissioning cannot use it.',
  },
];
