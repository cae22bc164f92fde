import type { Story } from '../../story';
import { P } from '../priorities';

export const investigatorsAbroad: Story = {
  key: 'investigators-abroad',
  team: 'fcdo',
  route: 'competition',
  reaches: 'published',
  title: 'What is left of overseas training for investigators two years after it ends?',
  summary:
    'Capacity building abroad is judged when the course ends. Partners move, units are renamed, equipment is lent. We want to know what remains after two years, and what explains the difference.',
  decision: 'Which of five programmes is extended, and how the next ones are built.',
  asked: [
    'What do trained people do two years later, and in which post?',
    'Which features of programme or partner go with lasting change?',
    'What did cases gain, as far as courts’ records show?',
    'What harm was done, if any?',
  ],
  background:
    'Five programmes in three regions kept lists of participants. Evaluations so far end with the programme. Human rights assessments are available to the winner.',
  outputs: 'A design note, a report for each region, and a synthesis that can be published.',
  threats: ['bribery-corruption-sanctions-evasion', 'organised-immigration-crime', 'money-laundering'],
  strands: ['pursue', 'prepare'],
  enablers: ['overseas-instability'],
  levels: ['international'],
  types: ['evaluation', 'what-works'],
  priorities: [P.hostile, P.wider],
  illicitFinance: 'Two of the five programmes train financial investigators.',
  budget: [150_000, 220_000],
  effort: 'About 190 days over fourteen months',
  basis: 'competitiveFlexible',
  approvals: ['ethicsCommittee', 'dpia'],
  data: {
    trustedResearch: 'yes',
    trustedResearchNote: 'Partners abroad: follow the guidance on secure collaboration.',
    dpiaStatus: 'toDo',
  },
  published: 12,
  closes: -31,
  invites: { people: ['kwame', 'yasmin', 'wanjiru'] },
  interested: ['kwame', 'diego'],
  watching: ['theo', 'colm'],
  seeking: [
    ['kwame', 'Lead for West Africa; looking for a team with court data in the Western Balkans.'],
    ['yasmin', 'I cover North Africa and could join a larger bid.'],
  ],
  clarifications: [
    {
      by: 'yasmin',
      asked: 'May participants be paid for interviews where that is usual?',
      answer: 'Travel and a meal, at local rates. No fee.',
    },
    { by: 'kwame', asked: 'Which of the five programmes can be left out if access fails?' },
  ],
  addenda: [
    {
      daysAgo: 6,
      text: 'The lists of participants cover 1,140 people, not 1,410 as the background pack says on page 3.',
    },
  ],
  evaluators: ['priya', 'adaeze', 'samuel'],
};

export const illicitMarkets: Story = {
  key: 'illicit-markets',
  team: 'fcdo',
  route: 'area-of-research-interest',
  reaches: 'published',
  title: 'How are international illegal markets connected, and which signs of change come first?',
  summary:
    'We know single markets and hardly how they lean on one another: gold that pays for drugs, timber that hides them, people who carry both. We gather evidence and offers.',
  decision: 'What the next research programme on illicit economies concentrates on.',
  asked: [
    'Which markets share people, routes or finance?',
    'What changed first when a market grew or shrank?',
    'Which data that exist could be joined lawfully?',
  ],
  background:
    'An audit in 2019 found little knowledge of international illegal markets. Nothing is being bought yet.',
  outputs: 'Evidence, offers of data, and suggestions of questions that could be answered.',
  threats: [
    'illegal-drugs',
    'bribery-corruption-sanctions-evasion',
    'money-laundering',
    'organised-immigration-crime',
  ],
  strands: ['pursue'],
  enablers: ['overseas-instability', 'illicit-finance'],
  levels: ['international'],
  types: ['nature', 'data-gap', 'horizon'],
  priorities: [P.wider, P.hostile],
  illicitFinance: 'Finance is what most of these markets share.',
  published: 140,
  released: {
    daysAgo: 130,
    reason: 'A published area of interest is meant for everybody who could offer evidence.',
  },
  interested: ['diego', 'wanjiru', 'leila', 'adriana'],
  watching: ['imogen', 'shirin'],
};

export const newTools: Story = {
  key: 'new-tools',
  team: 'home-office',
  route: 'area-of-research-interest',
  reaches: 'published',
  title: 'Which emerging technologies will change serious crime first, and how would we notice?',
  summary:
    'Printing, generated images, virtual worlds, drones and new money arrive at different speeds. We want signals that can be watched and claims that can be tested, not lists.',
  decision: 'Which signals the horizon register follows, and which studies are bought next year.',
  asked: [
    'Which uses are seen already, however rare?',
    'What has to be true before each becomes common?',
    'Which early sign could be counted from open sources?',
  ],
  background: 'Past lists named technologies; few named a condition or a date.',
  outputs: 'Evidence, signals with sources, and offers to take part in rounds of expert estimates.',
  threats: ['cyber-crime', 'child-sexual-abuse', 'fraud', 'illegal-firearms'],
  strands: ['pursue', 'protect'],
  enablers: ['emerging-technology', '3d-printing', 'metaverse', 'drones', 'cryptoassets'],
  levels: ['national', 'online'],
  types: ['horizon'],
  priorities: [P.wider, P.soc],
  illicitFinance: 'New forms of money are among the technologies.',
  published: 65,
  interested: ['anjali', 'hamish', 'meilin', 'callum'],
  watching: ['priya'],
};
