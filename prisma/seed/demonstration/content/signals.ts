import type { Likelihood, SignalConfidence } from '~/domain/elicitation/horizon/yardstick';

export interface JudgementStory {
  daysAgo: number;
  likelihood: Likelihood;
  confidence: SignalConfidence;
  reason: string;
}

export interface SignalStory {
  by: string;
  title: string;
  changing: string;
  threats: string[];
  questions: string[];
  /** The question whose expert round it follows. */
  round?: string;
  added: number;
  /** Days before the loading; below zero lies ahead. */
  reviewBy: number;
  /** A coordinator other than its author; without one it is still a draft. */
  publishedBy?: 'eleanor' | 'samuel';
  /** A finding by its key, or an address. */
  evidence: [of: string, says: string][];
  judgements: JudgementStory[];
}

/** What seems to be changing. All of it is invented. */
export const SIGNALS: SignalStory[] = [
  {
    by: 'anjali',
    title: 'Fraud reports that speak of a voice the victim knew',
    changing: 'Two of three banks that share notes with us now keep a field for a voice that “sounded like” a relative or a colleague. A year ago none did. If the share passes one in fifty, call-back rules and training for staff who take reports would need to change. (Invented for the demonstration.)',
    threats: ['fraud', 'cyber-crime'],
    questions: ['new-tools'],
    round: 'new-tools',
    added: 51,
    reviewBy: -75,
    publishedBy: 'eleanor',
    evidence: [
      ['https://notes.tidewater-bank.example/voices', 'Counts of reports with the new field, by month, at one bank.'],
      ['https://listening.york.example/trial-2', 'A second listening test: people do no better with familiar voices.'],
    ],
    judgements: [
      { daysAgo: 51, likelihood: 'unlikely', confidence: 'low', reason: 'One bank, four months, and a field that staff fill in differently.' },
      { daysAgo: 29, likelihood: 'realisticPossibility', confidence: 'low', reason: 'A second bank sees the same. The expert round puts a conviction by the end of 2028 well above evens.' },
      { daysAgo: 7, likelihood: 'likely', confidence: 'moderate', reason: 'Three months in a row above one in a hundred at both banks, counted by the same rule.' },
    ],
  },
  {
    by: 'colm',
    title: 'Engines for small boats come from farther away',
    changing: 'Adverts and delivery notes name warehouses two borders farther east than last year. Longer routes would mean longer warning, and new partners to ask. (Invented for the demonstration.)',
    threats: ['organised-immigration-crime'],
    questions: ['small-boats', 'illicit-markets'],
    added: 42,
    reviewBy: -100,
    publishedBy: 'samuel',
    evidence: [
      ['engine-links', 'Lead times stayed up for nine weeks after a seizure of engines; hulls were replaced within ten days.'],
      ['https://series.lowland-institute.example/engines', 'Weekly prices of six models; two are no longer offered nearby.'],
    ],
    judgements: [
      { daysAgo: 42, likelihood: 'realisticPossibility', confidence: 'low', reason: 'Adverts move for other reasons too, such as the season.' },
      { daysAgo: 14, likelihood: 'likely', confidence: 'moderate', reason: 'Partners in two countries name the same warehouses, independently of the adverts.' },
    ],
  },
  {
    by: 'kelly',
    title: 'Stolen plant is broken for parts before it leaves the region',
    changing: 'Yards that recorded sellers see fewer whole machines and more boxes of parts. If that holds, marks on frames lose their use and marks on engines gain. (Invented for the demonstration.)',
    threats: ['organised-acquisitive-crime'],
    questions: ['metal-theft'],
    added: 80,
    reviewBy: 12,
    publishedBy: 'eleanor',
    evidence: [['plant-roads', 'Recording sellers moved recoveries of whole machines to the next county.']],
    judgements: [
      { daysAgo: 80, likelihood: 'realisticPossibility', confidence: 'moderate', reason: 'Recoveries fell faster than thefts, which leaves machines unaccounted for.' },
      { daysAgo: 33, likelihood: 'realisticPossibility', confidence: 'moderate', reason: 'No change in two months; one yard fewer reports.' },
    ],
  },
  {
    by: 'marcus',
    title: 'Drones that carry more than two kilogrammes over prison walls',
    changing: 'Two recovered parcels weighed more than any machine seen here before could lift. Heavier loads would change what a delivery is worth, and so who organises it. (Invented for the demonstration.)',
    threats: ['illegal-drugs'],
    questions: ['new-tools'],
    added: 36,
    reviewBy: -60,
    publishedBy: 'samuel',
    evidence: [['https://yards.north-prisons.example/finds', 'Weights of parcels found in yards at three prisons, by month.']],
    judgements: [
      { daysAgo: 36, likelihood: 'highlyUnlikely', confidence: 'low', reason: 'Two parcels, which may have been thrown.' },
      { daysAgo: 14, likelihood: 'unlikely', confidence: 'low', reason: 'A third, with rope marks. Still few, and all at one prison.' },
    ],
  },
  {
    by: 'georgina',
    title: 'Brokers charge more to move cash, and ask for smaller sums',
    changing: 'Charges named in judgments and in interviews rise while the usual sum falls. It may be a sign of pressure, or of a market that is being left for another. (Invented for the demonstration.)',
    threats: ['money-laundering'],
    questions: ['illicit-markets'],
    added: 101,
    reviewBy: -20,
    publishedBy: 'eleanor',
    evidence: [
      ['broker-prices', 'Charges in 48 judgments lay between 2 and 7 per cent and rose after two seizures.'],
      ['https://brief.northgate-analytics.example/cash', 'A count of offers in open channels: smaller sums, more often.'],
    ],
    judgements: [
      { daysAgo: 101, likelihood: 'likely', confidence: 'moderate', reason: 'Two sources that do not know of each other agree on the direction.' },
      { daysAgo: 60, likelihood: 'highlyLikely', confidence: 'moderate', reason: 'A third quarter in the same direction.' },
      { daysAgo: 21, likelihood: 'likely', confidence: 'high', reason: 'The rise slowed, and we now know why one of the sources was too high. Better grounded, a little less likely.' },
    ],
  },
];
