import type { Chance } from '../../../prisma/seed/demonstration/chain/chance';
import { FOUR_CRITERIA, P } from '../../../prisma/seed/demonstration/content/priorities';
import type { BidStory, Story } from '../../../prisma/seed/demonstration/story';
import type { Crowd } from './crowd';

export interface Sizes {
  bids: number;
  assessors: number;
  /** Independent assessments of each bid. */
  places: number;
  /** Bids that are funded. */
  awards: number;
}

/** As large as a real first call: 136 applications, 60 reviewers, ten funded. */
export const FIRST_CALL: Sizes = { bids: 136, assessors: 60, places: 3, awards: 10 };

/** Days before today on which things happen. */
export const DAYS = { published: 70, closes: 40 };

/** A funding call, in the words that its team would use. */
export const callOf = (sizes: Sizes, bids: BidStory[]): Story => ({
  key: 'large-call',
  team: 'home-office',
  route: 'funding-call',
  reaches: 'contracted',
  title: 'What works to prevent serious violence and exploitation in our towns and online?',
  summary:
    'We offer grants for studies that test, in one place or several, what prevents serious violence and exploitation. Replication of what worked elsewhere is as welcome as what is new.',
  decision: 'Which of the programmes tested are paid for in the next spending period.',
  asked: [
    'What was tried, with whom and at what cost?',
    'What changed, compared with what would have happened anyway?',
  ],
  background:
    'A review of what is known was published last year; its gaps are the starting point of this call.',
  outputs: 'A report of 20 pages, open data where lawful, and a plain summary.',
  threats: ['modern-slavery-human-trafficking'],
  strands: ['prevent'],
  levels: ['local', 'national'],
  types: ['what-works'],
  priorities: [P.communities],
  budget: [50_000, 60_000 * sizes.awards],
  effort: 'Up to 100 days each',
  basis: 'grant',
  awards: sizes.awards,
  criteria: FOUR_CRITERIA,
  published: DAYS.published,
  closes: DAYS.closes,
  bids,
});

const WAYS = [
  'street outreach',
  'housing first',
  'school lessons',
  'a helpline',
  'focused deterrence',
  'mentoring',
  'licensing visits',
  'debt advice',
];
const DESIGNS = [
  'a randomised trial',
  'an interrupted time series',
  'matched comparison towns',
  'a stepped rollout',
  'a realist evaluation',
];
const PEOPLE = [
  'care leavers',
  'seasonal workers',
  'people in debt',
  'shop workers',
  'young drivers',
  'tenants',
  'couriers',
];

/** Each lead's bid, with what a bid of the demonstration has. */
export const bidsOf = ({ leads }: Crowd, chance: Chance): BidStory[] =>
  leads.map(({ key, organisation }) => {
    const [way, design, people] = [chance.pick(WAYS), chance.pick(DESIGNS), chance.pick(PEOPLE)];
    const rate = 350 + Math.round(chance.next() * 40) * 10;
    return {
      lead: key,
      for: organisation,
      summary: `Does ${way} prevent exploitation of ${people}? We answer it by ${design} with three partners on the ground.`,
      answers: FOUR_CRITERIA.map(
        ([name]) =>
          `${name}: ${design} with ${people} offered ${way}, against what they would have had anyway. The protocol is registered before the first case.`,
      ),
      people: [
        [
          `The lead of ${key}`,
          'Principal investigator',
          `Has evaluated ${way} before, with data of two authorities.`,
        ],
      ],
      plan: [
        ['Protocol and approvals', 8, 30],
        ['Report and data', 40, 70],
      ],
      price: { lines: [['Researcher', rate, 60]], overheads: 2_000, fullEconomicCost: 80 },
      marks: FOUR_CRITERIA.map(() => [2 + Math.floor(chance.next() * 3), 'answers this in part']),
    };
  });
