import type { Story } from '../../story';
import { FOUR_CRITERIA, P } from '../priorities';

export const fraudReporting: Story = {
  key: 'fraud-reporting',
  team: 'home-office',
  route: 'commissioned-study',
  reaches: 'answered',
  title: 'Why do most people who lose money to fraud tell nobody, and what would change that?',
  summary:
    'Fewer than one in seven frauds against individuals is reported. Services are planned on those that are. We want to know who stays silent, what silence costs them, and which small changes make reporting worth their while.',
  decision: 'The design of the new reporting service and of the letters that banks send after a loss.',
  asked: [
    'Who does not report, by kind of fraud and amount lost?',
    'What do they expect would happen if they did, and are they right?',
    'Which change of wording, place or moment raises reporting, and does it last?',
  ],
  background:
    'Survey estimates of non-reporting exist. Reasons are mostly asked of people who did report. Businesses are outside this question.',
  outputs: 'A survey with weights and open instruments, a field trial with at least one bank, and a report.',
  threats: ['fraud'],
  strands: ['protect', 'prepare'],
  enablers: ['criminal-use-of-identity', 'online-and-data'],
  levels: ['national', 'online'],
  types: ['scale-and-measurement', 'what-works'],
  priorities: [P.economy, P.soc],
  illicitFinance:
    'Unreported losses are money whose path nobody looks for; earlier reports would let banks freeze more of it.',
  budget: [110_000, 150_000],
  effort: 'About 110 days over nine months',
  approvals: ['ethicsCommittee', 'dataSharing'],
  criteria: FOUR_CRITERIA,
  data: {
    dataSharing:
      'The bank runs the trial and shares counts only; the survey company shares anonymous answers.',
  },
  published: 255,
  closes: 225,
  invites: { people: ['ngozi', 'ines'], organisations: ['inv-tidewater-bank'] },
  interested: ['seun'],
  watching: ['georgina'],
  clarifications: [
    {
      by: 'ines',
      asked: 'Is there a bank that has agreed to take part?',
      answer: 'One has agreed in principle. Bidders may bring their own.',
    },
    {
      by: 'farah',
      asked: 'May a firm lead the bid?',
      answer: 'Yes, if results and instruments can be published as the terms say.',
    },
  ],
  evaluators: ['georgina', 'tabitha'],
  minutes:
    'The panel found all three bids able. It spent most time on whether the trial could detect a difference of two points, and recorded a consensus on method for two bids.',
  recommendation: {
    outcome: 'awarded',
    text: 'First in quality and total. The trial has enough power for the smallest effect worth having and a bank in writing.',
  },
};

export const sanctionsEnablers: Story = {
  key: 'sanctions-enablers',
  team: 'hmrc',
  route: 'competition',
  reaches: 'decided',
  title: 'Through which professional services are sanctions evaded, and where would supervision bite?',
  summary:
    'Evasion of sanctions needs somebody who forms companies, moves title or vouches for documents. Supervision is spread over many bodies. We want to know which services matter most and which duties they already have.',
  decision:
    'How the supervision of company agents, accountants and freight forwarders is shared out next year.',
  asked: [
    'Which services appear in closed and published cases of evasion, and at which step?',
    'Which existing duty, if met, would have stopped or shown the evasion?',
    'How do practitioners understand those duties?',
  ],
  background:
    'Court judgments, enforcement notices and journalism give some two hundred cases. Individual investigations are outside this question.',
  outputs: 'A coded set of cases, a report, and a workshop with supervisors.',
  threats: ['bribery-corruption-sanctions-evasion', 'money-laundering'],
  strands: ['pursue', 'protect'],
  enablers: ['professional-enablers', 'overseas-instability', 'illicit-finance'],
  levels: ['national', 'international'],
  types: ['nature', 'what-works'],
  priorities: [P.hostile, P.economy],
  illicitFinance: 'It is about the services that hide money and ownership.',
  budget: [120_000, 190_000],
  effort: 'About 150 days over twelve months',
  basis: 'competitiveFlexible',
  approvals: ['ethicsCommittee'],
  data: {},
  published: 95,
  closes: 50,
  invites: { people: ['leila', 'yasmin'] },
  interested: ['adriana'],
  clarifications: [
    {
      by: 'leila',
      asked: 'May cases from courts outside the United Kingdom be coded?',
      answer: 'Yes, where the service was provided from here.',
    },
  ],
  evaluators: ['theo', 'priya', 'rafael'],
  minutes:
    'Quality only. The panel read the two samples of coded cases blind and agreed on their order. One criterion needed a consensus.',
  recommendation: {
    outcome: 'awarded',
    text: 'The first-ranked bid coded a sample of ten cases with two readers and shows how far they agreed. It is dearer and still first in total.',
  },
};

export const cryptoCash: Story = {
  key: 'crypto-cash',
  team: 'hmrc',
  route: 'commissioned-study',
  reaches: 'opened',
  title: 'How does criminal cash become cryptoassets in Britain, and at what price?',
  summary:
    'Brokers swap cash for cryptoassets outside exchanges. The price they take says how hard it is, and nobody measures it.',
  decision: 'Whether to build a price index of informal exchange as an early sign of pressure on laundering.',
  asked: [
    'Through which kinds of broker does cash enter?',
    'What do they charge, and what moves the price?',
    'Could the price be measured every month without undercover work?',
  ],
  background: 'Public ledgers show movements, not the cash side. Closed cases give some prices.',
  outputs: 'A method paper, twelve months of a trial index, and a report.',
  threats: ['money-laundering', 'illegal-drugs'],
  strands: ['pursue'],
  enablers: ['cryptoassets', 'illicit-finance'],
  levels: ['national', 'online'],
  types: ['scale-and-measurement', 'method'],
  priorities: [P.economy, P.highestHarm],
  illicitFinance: 'It is the question itself.',
  budget: [60_000, 90_000],
  approvals: ['ethicsCommittee'],
  criteria: FOUR_CRITERIA,
  data: {},
  published: 45,
  closes: 9,
  interested: ['leila'],
  clarifications: [
    {
      by: 'seun',
      asked: 'Are closed case files of the department available for reading on site?',
      answer: 'About sixty, redacted, from the third month.',
    },
  ],
  evaluators: ['priya', 'colm'],
};

export const moneyMules: Story = {
  key: 'money-mules',
  team: 'home-office',
  route: 'rapid-evidence-assessment',
  reaches: 'published',
  title: 'What stops young people from lending their bank accounts to criminals?',
  summary:
    'Thousands of accounts of people under 25 are closed each year because they moved stolen money. Campaigns warn them; nobody knows whether that works.',
  decision:
    'Whether to renew the national campaign or to spend on schools, on banks’ prompts, or on something else.',
  asked: [
    'What is known about how young people are asked, and by whom?',
    'Which messages, prompts or rules lowered take-up, in this or in similar offences?',
    'What happens to those whose account was closed?',
  ],
  background: 'Evaluations from banks are mostly unpublished. Evidence on similar first offences counts.',
  outputs: 'A rapid evidence assessment of at most 20 pages.',
  threats: ['fraud', 'money-laundering'],
  strands: ['prevent'],
  enablers: ['criminal-use-of-identity', 'online-and-data'],
  levels: ['national', 'online'],
  types: ['synthesis', 'what-works'],
  priorities: [P.economy],
  illicitFinance: 'Mule accounts are how much of the proceeds of fraud is moved.',
  budget: [20_000, 26_000],
  effort: 'About 30 days',
  published: 22,
  closes: -5,
  interested: ['hannah', 'ngozi'],
  seeking: [['ines', 'Economist looking for a partner who knows youth work.']],
  clarifications: [
    {
      by: 'ngozi',
      asked: 'Do you expect access to banks’ own evaluations?',
      answer: 'Two banks will share theirs with the winner under an agreement. Bids should not rely on more.',
    },
    {
      by: 'hannah',
      asked: 'Does “young” mean under 18 or under 25?',
      answer: 'Under 25; please keep under-18s apart where studies allow.',
    },
  ],
  evaluators: ['tabitha', 'denise'],
};
