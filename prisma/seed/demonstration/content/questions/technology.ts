import type { Story } from '../../story';
import { FOUR_CRITERIA, P } from '../priorities';

export const ransomwarePayments: Story = {
  key: 'ransomware-payments',
  team: 'nca',
  route: 'competition',
  reaches: 'answered',
  title: 'What makes an organisation pay a ransom, and which support in the first three days changes that?',
  summary:
    'Payments keep ransomware alive. The decision to pay is made in days, under advice from insurers, lawyers and negotiators. We want to know what moves it and what help would.',
  decision:
    'What the national response offers in the first 72 hours, and whether to propose a duty to report before paying.',
  asked: [
    'Who decides, on whose advice and with which information?',
    'How do insurance, backups and duties to report change the decision?',
    'Which offers of help in the first three days were taken up, and with what effect?',
    'What would a duty to report before paying do to reporting and to payment?',
  ],
  background:
    'Surveys by vendors give payment rates that differ by a factor of four. Interviews exist with victims who did not pay. Attribution and particular groups are outside this question.',
  outputs:
    'A method that copes with silence, an interim report, a final report and a briefing for ministers of two pages.',
  threats: ['cyber-crime', 'money-laundering'],
  strands: ['pursue', 'prepare'],
  enablers: ['cryptoassets', 'online-and-data', 'encryption'],
  levels: ['national', 'international', 'online'],
  types: ['drivers-and-causes', 'evaluation'],
  priorities: [P.cyberIncident, P.hostile, P.economy],
  illicitFinance: 'Payment and cashing out are where the crime meets the financial system.',
  budget: [140_000, 200_000],
  effort: 'About 170 days over ten months',
  basis: 'competitiveFlexible',
  approvals: ['ethicsCommittee'],
  data: { vetting: 'bpss' },
  published: 265,
  closes: 222,
  released: {
    daysAgo: 40,
    reason: 'The final report is out and the question helps readers to understand it.',
  },
  invites: { people: ['sunniva', 'callum', 'seun'] },
  interested: ['ines'],
  watching: ['priya', 'tabitha'],
  clarifications: [
    {
      by: 'callum',
      asked: 'Will the team share its own case notes?',
      answer: 'No. It will pass on invitations to organisations that reported, which may answer or not.',
    },
    {
      by: 'sunniva',
      asked: 'Is the partner who negotiates on behalf of victims allowed to stand in the consortium?',
      answer: 'As an adviser without access to interviews. Please describe the wall between the two.',
    },
    {
      by: 'seun',
      asked: 'Does the budget cover a survey company?',
      answer: 'Yes, as other costs, within the maximum.',
    },
  ],
  addenda: [
    {
      daysAgo: 255,
      text: 'The interim report is due after five months, not four. The dates in the outputs section follow from the contract.',
    },
  ],
  evaluators: ['priya', 'lucinda', 'vikram'],
  interests: [
    {
      by: 'lucinda',
      details: 'I examined the doctoral thesis of one of the people named in a bid in 2017.',
      about: ['seun'],
      decision: 'dismiss',
      reason: 'Nine years ago, once, and examined together with another. No interest remains.',
    },
  ],
  minutes:
    'Prices were sealed throughout. The panel met twice; at the first meeting it found that two members had read the fourth question differently, and each explained their scores. Consensus was recorded on four criteria. Individual scores stand as they were submitted.',
  recommendation: {
    outcome: 'awarded',
    text: 'First in quality, second in price, first in total. Its design can learn from those who did not report, which the others cannot.',
  },
};

export const closedPlatforms: Story = {
  key: 'closed-platforms',
  team: 'nca',
  route: 'commissioned-study',
  reaches: 'evaluating',
  title: 'Where do offenders go when a criminal communications platform is taken down?',
  summary:
    'Several platforms made for criminals were closed in recent years. Each time users moved. We want to know where to, how fast, and whether the move itself is an opportunity.',
  decision: 'How the timing of future action and its follow-up in the first month are planned.',
  asked: [
    'How long did groups take to re-establish contact after a closure?',
    'Which replacements did they try and reject?',
    'What do court records show about mistakes made while moving?',
  ],
  background:
    'Judgments from four countries now describe the months after two closures. Methods of access are outside this question.',
  outputs: 'A report that can be published and a half-day seminar.',
  threats: ['illegal-drugs', 'cyber-crime'],
  strands: ['pursue'],
  enablers: ['criminal-communications-platforms', 'encryption'],
  levels: ['international', 'online'],
  types: ['evaluation', 'nature'],
  priorities: [P.highestHarm, P.soc],
  budget: [50_000, 80_000],
  approvals: ['ethicsCommittee'],
  criteria: FOUR_CRITERIA,
  data: {},
  published: 58,
  closes: 26,
  invites: { people: ['callum', 'siobhan'] },
  interested: ['joris'],
  clarifications: [
    {
      by: 'siobhan',
      asked: 'Are interviews with defence lawyers acceptable?',
      answer: 'Yes, with the consent of the bar’s ethics body.',
    },
  ],
  evaluators: ['ruth', 'kelly'],
  interests: [
    {
      by: 'ruth',
      details: 'One of the bidders and I are writing a book chapter together.',
      about: ['callum'],
      decision: 'confirm',
      reason:
        'A joint publication under way is a conflict for the whole competition. Another evaluator is appointed.',
    },
  ],
};

export const clonedVoices: Story = {
  key: 'cloned-voices',
  team: 'college',
  route: 'commissioned-study',
  reaches: 'returned',
  title: 'Can staff who take reports of fraud tell a cloned voice from a real one, and does it matter?',
  summary:
    'Reports mention voices that sounded like a relative. Call takers ask whether they should be trained to recognise cloned voices.',
  decision: 'Whether to add voice cloning to call-taker training.',
  asked: [
    'How often could it have been a cloned voice?',
    'Can anybody tell by listening?',
    'Would knowing change what is done?',
  ],
  background: 'Listening tests in laboratories exist; none was done with victims’ recordings.',
  outputs: 'A short report and a training exercise, if one is justified.',
  threats: ['fraud', 'cyber-crime'],
  strands: ['protect'],
  enablers: ['ai-generated-imagery', 'emerging-technology', 'criminal-use-of-identity'],
  levels: ['national'],
  types: ['horizon', 'method'],
  priorities: [P.economy],
  illicitFinance: 'Payments made under such a call go the same way as other fraud.',
  budget: [30_000, 45_000],
  criteria: FOUR_CRITERIA,
  data: {},
  published: 8,
  closes: -40,
  returned:
    'The third question is the one that matters and stands last. Please turn the order round and say what training costs now. Recordings of victims cannot be used, so leave them out of the background.',
};
