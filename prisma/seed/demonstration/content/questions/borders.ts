import type { Story } from '../../story';
import { FOUR_CRITERIA, P } from '../priorities';

export const portInsiders: Story = {
  key: 'port-insiders',
  team: 'border-force',
  route: 'commissioned-study',
  reaches: 'answered',
  title:
    'How are people who work in ports recruited by organised criminals, and what makes an approach fail?',
  summary:
    'Controls at ports are designed against strangers. Much of what goes wrong is done with the help of somebody who belongs there: a planner, a driver, a cleaner. We do not know how they are found, how long it takes, and what the ones who refused did differently.',
  decision:
    'Where to place vetting, rotation and reporting lines at the twelve largest container ports from next April.',
  asked: [
    'Which roles are approached, by whom, and how does the first contact happen?',
    'What turns a favour into an obligation, and how long does that take?',
    'What did people who refused have that others did not?',
    'Which controls tried elsewhere changed the number or the success of approaches?',
  ],
  background:
    'Published work from the Netherlands and Belgium describes recruitment through family, gyms and agencies. Little of it covers the United Kingdom, and almost none covers refusals. Single investigations and named groups are outside this question.',
  outputs:
    'A report of at most 30 pages, a two-page note for port managers, and a table of controls with the evidence for each.',
  threats: ['illegal-drugs', 'organised-immigration-crime'],
  strands: ['pursue', 'protect'],
  enablers: ['corrupt-insiders', 'borders-and-ports'],
  levels: ['border', 'international'],
  types: ['nature', 'drivers-and-causes'],
  priorities: [P.highestHarm, P.integrity, P.soc],
  budget: [70_000, 120_000],
  effort: 'About 90 days over eight months',
  approvals: ['ethicsCommittee'],
  criteria: FOUR_CRITERIA,
  data: { vetting: 'ctc' },
  published: 262,
  closes: 231,
  invites: { people: ['joris', 'gareth'] },
  interested: ['elif', 'diego'],
  watching: ['ruth', 'colm'],
  clarifications: [
    {
      by: 'siobhan',
      asked: 'May fieldwork include ports in Ireland that serve the same ferry routes?',
      answer:
        'Yes, where it helps to compare. At least two thirds of the fieldwork has to be in ports of the United Kingdom.',
    },
    {
      by: 'joris',
      asked: 'Will the team introduce us to port operators, or do we find our own way in?',
      answer:
        'The team writes to four operators. Whether they agree is theirs to decide, so please plan for two.',
    },
  ],
  addenda: [
    {
      daysAgo: 250,
      text: 'The list of container ports in the second paragraph of the background means ports above 300,000 units a year. Nothing else changes.',
    },
  ],
  evaluators: ['colm', 'ruth'],
  minutes:
    'The panel met for two hours. It agreed that access was the deciding question and read the three plans for it side by side. Two criteria on which scores lay two apart were discussed and a consensus recorded. Nobody changed their own score.',
  recommendation: {
    outcome: 'awarded',
    text: 'The first-ranked bid has written agreement from two operators and the only design that can say anything about people who refused. Its price is within the budget.',
  },
};

export const smallBoats: Story = {
  key: 'small-boats',
  team: 'nca',
  route: 'commissioned-study',
  reaches: 'contracted',
  title: 'Where is the supply chain of boats and engines for Channel crossings most easily interrupted?',
  summary:
    'Effort against crossings is concentrated on beaches. Boats, engines and lifejackets travel a long way before that, and each step is somebody’s ordinary business. We want to know which step has the fewest substitutes.',
  decision:
    'Which two links in the chain joint work with partner states will concentrate on for the season after next.',
  asked: [
    'What are the steps from manufacture to launch, and who provides each?',
    'Which steps have few substitutes, and how quickly are they replaced after a seizure?',
    'How are suppliers paid, and what would they notice if they looked?',
  ],
  background:
    'Two reports describe seizures. Neither follows goods upstream of the last warehouse. Journeys of people, and groups or persons under investigation, are outside this question.',
  outputs:
    'A map of the chain with an estimate of substitution for each link, an interim note after four months, and a final report.',
  threats: ['organised-immigration-crime', 'money-laundering'],
  strands: ['pursue'],
  enablers: ['borders-and-ports', 'illicit-finance'],
  levels: ['border', 'international'],
  types: ['nature', 'capability-challenge'],
  priorities: [P.highestHarm, P.soc],
  illicitFinance:
    'Suppliers are paid through informal transfer; the payments may be a better place to act than the goods.',
  budget: [60_000, 95_000],
  approvals: ['ethicsCommittee'],
  criteria: FOUR_CRITERIA,
  data: {},
  published: 190,
  closes: 159,
  invites: { people: ['elif'], organisations: ['inv-adriatic-unit'] },
  interested: ['teodora'],
  clarifications: [
    {
      by: 'arben',
      asked:
        'Are interviews with people who sell outboard engines lawfully within scope, and may they be paid for their time?',
      answer:
        'They are within scope. A voucher of at most £30 is acceptable if your ethics committee agrees.',
    },
  ],
  evaluators: ['stephen', 'georgina'],
  minutes:
    'The panel compared how each bid would measure substitution, since that is the decision. Two bids describe the chain well; one measures it. Consensus was recorded where scores lay two apart.',
  recommendation: {
    outcome: 'awarded',
    text: 'The best-ranked bid follows prices and lead times for engines, which answers the second question directly. The others would describe the chain again.',
  },
};

export const printedFirearms: Story = {
  key: 'printed-firearms',
  team: 'nca',
  route: 'competition',
  reaches: 'noticed',
  title: 'How much skill, time and money does home manufacture of 3D-printed firearms really take?',
  summary:
    'Estimates of the threat assume that anybody with a printer can make a working firearm. Recovered items suggest that most fail. The difference decides whether to act on files, on parts or on people with particular skills.',
  decision:
    'Whether to ask for controls on certain metal parts, and what guidance laboratories should give on printed items.',
  asked: [
    'Which steps of manufacture need skill, special parts or repeated attempts, judged from recovered items?',
    'What share of recovered items could have fired more than once?',
    'How do designs, materials and communities change, and how fast?',
  ],
  background:
    'Design names, settings and instructions must not appear in bids or reports. Laboratories hold closed cases; published work is mostly from outside Europe.',
  outputs:
    'A report that can be published, an annex for laboratories, and a measure that laboratories can keep filling in.',
  threats: ['illegal-firearms'],
  strands: ['pursue', 'prepare'],
  enablers: ['3d-printing', 'emerging-technology'],
  levels: ['national', 'online'],
  types: ['scale-and-measurement', 'horizon'],
  priorities: [P.communities, P.soc],
  budget: [90_000, 160_000],
  effort: 'About 140 days over twelve months',
  basis: 'competitiveFlexible',
  approvals: ['dataAccess', 'vetting'],
  data: {
    personalData: 'criminalOffence',
    vetting: 'sc',
    dataSharing: 'Closed-case photographs and reports, viewed at the laboratory; nothing leaves it.',
  },
  published: 72,
  closes: 27,
  interested: ['marek'],
  seeking: [['hamish', 'Looking for somebody who can measure how online communities adopt designs.']],
  clarifications: [
    {
      by: 'tomasz',
      asked: 'Can metallurgical tests be charged separately from the day rates?',
      answer: 'Yes, as other costs. Please give the laboratory’s price list as the basis.',
    },
  ],
  evaluators: ['joanna', 'marcus', 'priya'],
  interests: [
    {
      by: 'marcus',
      details: 'Six years ago I sat on an advisory group that one of the bidders chaired. We met twice.',
      about: ['hamish'],
      decision: 'dismiss',
      reason: 'Two meetings six years ago, without payment or publication, leave no interest today.',
    },
  ],
  minutes:
    'Quality only; prices stayed sealed. The panel agreed on all criteria but one, where it recorded a consensus after reading the laboratory’s letter again.',
  recommendation: {
    outcome: 'awarded',
    text: 'Highest in quality by eleven points and second in price. Access to two laboratories is agreed in writing, with vetted staff.',
  },
};

export const dronesOverWalls: Story = {
  key: 'drones-over-walls',
  team: 'west-midlands',
  route: 'commissioned-study',
  reaches: 'closed',
  title: 'Who organises drone deliveries into prisons, and what would make the trade unprofitable?',
  summary:
    'Deliveries by drone have become routine at some prisons and stay rare at others nearby. We want to understand the trade as a business: who carries the risk, who is in debt to whom, and what it costs.',
  decision: 'How the force and four prisons share effort between detection, arrests and debt inside.',
  asked: [
    'How is a delivery arranged, priced and paid for?',
    'Why are some prisons served often and others nearby hardly ever?',
    'Which changes tried at a prison altered price, frequency or violence?',
  ],
  background:
    'Numbers of sightings are published. Work on debt in prison is good and mostly older than drones. Technical detection is outside this question.',
  outputs: 'A report, and a workshop with governors and officers.',
  threats: ['illegal-drugs'],
  strands: ['pursue'],
  enablers: ['drones', 'prisons-lifetime-management'],
  levels: ['local', 'regional'],
  types: ['nature', 'what-works'],
  priorities: [P.communities, P.soc],
  illicitFinance:
    'Debts are settled by transfers outside the prison, which may be easier to see than the drones.',
  budget: [40_000, 75_000],
  approvals: ['ethicsCommittee', 'prisons'],
  criteria: FOUR_CRITERIA,
  data: {},
  published: 38,
  closes: 3,
  invites: { people: ['benedict'] },
  interested: ['callum'],
  clarifications: [
    {
      by: 'catriona',
      asked: 'Would a design with two prisons rather than four be acceptable?',
      answer: 'Yes, if it says what is lost by it.',
    },
    {
      by: 'callum',
      asked: 'Please name the four prisons.',
      declined: 'The names are given to the winner under the contract. Bids should not depend on them.',
    },
  ],
  evaluators: ['liam', 'vikram'],
};
