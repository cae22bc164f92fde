import type { BidStory } from '../../story';

export const ECONOMIC: Record<string, BidStory[]> = {
  'fraud-reporting': [
    {
      lead: 'ngozi',
      won: true,
      members: [['ines', 'partner']],
      partners: [['inv-tidewater-bank', 'Runs the trial of letters; shares counts only']],
      summary:
        'A survey of 4,000 adults that finds those who told nobody, and a trial of five letters with 60,000 customers of one bank, to see which change raises reporting and for how long.',
      answers: [
        'The new service is being designed for people who report. We ask those who did not, and test on them what the service could say.',
        'Survey by a random panel with a module for people who lost money and stayed silent; then a registered trial of five letters, powered for two points; follow-up at 90 days to see whether they report again.',
        'Three national surveys and two trials of letters, one with a null result that was published.',
        'The bank has agreed in writing and shares counts only. Ethics approval and the data agreement are milestones in the plan.',
      ],
      marks: [
        [5, 'asks the silent, for whom the service should be built'],
        [5, 'has power for two points and follows up whether people report again'],
        [4, 'has done three surveys and two trials and published both results'],
        [4, 'has a bank in writing and keeps to counts'],
      ],
      people: [
        [
          'Ngozi Adeyemi-Clarke',
          'Lead',
          'Led three national surveys on losses to fraud; her question on silence is now in a national survey.',
        ],
        [
          'Inês Carvalho',
          'Costs',
          'Economist; will value what is frozen earlier when reports come sooner, and say how unsure that is.',
        ],
      ],
      plan: [
        ['Survey report', 18, 45],
        ['Final report with the trial', 34, 55],
      ],
      price: {
        lines: [
          ['Reader', 650, 40],
          ['Research fellow', 430, 90],
        ],
        other: [['Survey company', 38000]],
        overheads: 22000,
        fullEconomicCost: 80,
      },
    },
    {
      lead: 'ines',
      summary:
        'An economic study of the decision to report, using variation in branch closures and in reimbursement rules.',
      answers: [
        'People report when it pays. Changes in reimbursement tell us how much.',
        'Two natural experiments in published data of banks; no new survey. The third question is answered by inference.',
        'Economists with a record in such designs.',
        'Data are published by region and quarter, which limits detail.',
      ],
      marks: [
        [3, 'explains part of silence, that which money explains'],
        [4, 'is clever with two natural experiments and cannot see who stays silent'],
        [4, 'is a strong group in its field'],
        [4, 'needs no access'],
      ],
      people: [
        ['Inês Carvalho', 'Lead', 'Evaluates policy with natural experiments and says where they fail.'],
      ],
      plan: [
        ['First results', 16, 50],
        ['Report', 28, 50],
      ],
      price: {
        lines: [
          ['Assistant professor', 640, 60],
          ['Research assistant', 320, 80],
        ],
        overheads: 18000,
        fullEconomicCost: 82,
      },
    },
    {
      lead: 'farah',
      summary:
        'Text analysis of two million public posts that mention being defrauded, to learn what keeps people from reporting.',
      answers: [
        'People explain themselves online in their own words, at a scale no survey reaches.',
        'Classification of posts with a hand-coded sample of 5,000; shares by kind of fraud. Who writes online is not who loses.',
        'Analysts used to noisy text; one published on complaint data.',
        'Public posts only, no quotes; the platform’s terms allow research use.',
      ],
      marks: [
        [3, 'would hear reasons in people’s own words, from those who write online'],
        [2, 'cannot test what raises reporting, which is the third question'],
        [3, 'has able analysts with one publication near this topic'],
        [3, 'can start at once; terms of platforms may change'],
      ],
      people: [['Farah Haidari', 'Lead', 'Publishes methods for complaint data; declares clients.']],
      plan: [
        ['Classifier', 10, 40],
        ['Report', 20, 60],
      ],
      price: {
        lines: [
          ['Director', 900, 25],
          ['Analyst', 520, 100],
        ],
        overheads: 16000,
        fullEconomicCost: 100,
      },
    },
  ],
  'sanctions-enablers': [
    {
      lead: 'leila',
      won: true,
      members: [['yasmin', 'editor']],
      summary:
        'We code 220 published cases of evasion by service, step and duty, with two readers, and interview 35 practitioners about what they take their duties to be.',
      answers: [
        'Supervision is being shared out anew. We show for each service which existing duty would have bitten, so that duties are not invented where they exist.',
        'A coding scheme tried on ten cases with agreement of 0.81; judgments, notices and court filings in four languages; interviews reached through professional bodies, not through firms.',
        'Lawyers who read filings daily, and an expert on reform bodies.',
        'All sources are public. Interviews are confidential; a wall separates those who advised on any coded case.',
        'Coding and interviews run side by side; each leaves a report if the other is late.',
        'A workshop with six supervisors halfway, so that they shape the last third.',
      ],
      marks: [
        [5, 'asks which existing duty would have bitten, which is what supervisors can use'],
        [4, 'tried its scheme on ten cases and shows how far readers agreed'],
        [4, 'reads the filings in the languages they are written in'],
        [4, 'keeps those who advised on a case away from coding it'],
        [3, 'is sensible; the interviews may be slower than planned'],
        [4, 'brings supervisors in halfway and not at the end'],
      ],
      people: [
        [
          'Leila Farahmand',
          'Lead; cases',
          'Reads registers and filings in three languages; her case set on company agents is public.',
        ],
        ['Yasmin El-Sayed', 'Interviews', 'Interviewed reformers and those they regulate in five countries.'],
      ],
      plan: [
        ['Coding scheme and first hundred cases', 18, 35],
        ['Interviews', 34, 25],
        ['Final report and workshop', 50, 40],
      ],
      price: {
        lines: [
          ['Professor', 850, 55],
          ['Senior lecturer', 620, 45],
          ['Research assistant', 330, 90],
        ],
        other: [['Translation', 9500]],
        overheads: 31000,
        fullEconomicCost: 78,
      },
    },
    {
      lead: 'wanjiru',
      summary:
        'A historical comparison of how services adapted to three earlier regimes of sanctions, with lessons for supervision.',
      answers: [
        'Evasion has a history, and services return. Earlier regimes show which duties were dodged first.',
        'Archives of three regimes and published cases of today, compared by step.',
        'Historians with long practice in commercial archives.',
        'Archives are open; one needs an appointment six weeks ahead.',
        'Travel to two archives; a plan for what to do if one closes.',
        'A public lecture and a note for supervisors.',
      ],
      marks: [
        [4, 'shows that adaptation has a pattern, which nobody else offered'],
        [2, 'tells what happened under other law; it is hard to see which duty of today it tests'],
        [3, 'has fine historians and nobody who knows today’s supervision'],
        [4, 'has open sources and a plan for a closed archive'],
        [3, 'is credible'],
        [2, 'would reach readers more than supervisors'],
      ],
      people: [
        [
          'Wanjirũ Kamau',
          'Lead',
          'Works in commercial archives on three continents; edits a source collection.',
        ],
      ],
      plan: [
        ['Archive report', 24, 50],
        ['Final report', 44, 50],
      ],
      price: {
        lines: [
          ['Senior lecturer', 600, 70],
          ['Research assistant', 320, 80],
        ],
        other: [['Travel', 11000]],
        overheads: 22000,
        fullEconomicCost: 80,
      },
    },
  ],
  'crypto-cash': [
    {
      lead: 'seun',
      summary:
        'A monthly index of what informal brokers charge, from closed cases, public ledgers and quoted rates in open channels, with intervals that widen honestly where data are thin.',
      answers: [
        'A price says how hard laundering is, today. We build the index so that it could be kept up after us.',
        'Three sources of price, a model that pools them, and a test on months that were left out.',
        'Data scientists and a former compliance officer.',
        'Redacted files on site; quoted rates are read in open channels only, without contact.',
      ],
      people: [
        [
          'Oluwaseun Balogun',
          'Lead',
          'Published two measures of illicit value flows with code and intervals.',
        ],
      ],
      plan: [
        ['Method paper', 12, 30],
        ['Trial index, six months', 30, 40],
        ['Report', 52, 30],
      ],
      price: {
        lines: [
          ['Lecturer', 560, 55],
          ['Data scientist', 470, 60],
        ],
        overheads: 18500,
        fullEconomicCost: 80,
      },
    },
    {
      lead: 'ines',
      summary:
        'An economic model of informal exchange, estimated on closed cases, that predicts how price responds to enforcement.',
      answers: [
        'Prices move for many reasons; a model separates them.',
        'Structural model on closed cases; forecasts checked against later cases.',
        'Economists of crime with two such models in print.',
        'Closed cases on site; no other data.',
      ],
      people: [
        [
          'Inês Carvalho',
          'Lead',
          'Built two models of illicit markets that officials have used and criticised.',
        ],
      ],
      plan: [
        ['Model', 20, 50],
        ['Report', 40, 50],
      ],
      price: {
        lines: [
          ['Assistant professor', 640, 60],
          ['Research assistant', 320, 70],
        ],
        overheads: 16500,
        fullEconomicCost: 82,
      },
    },
  ],
  'money-mules': [
    {
      lead: 'hannah',
      summary:
        'A rapid assessment of how young people are asked to lend accounts and of what lowered take-up of similar first offences.',
      answers: [
        'The campaign is up for renewal. We weigh messages, prompts and rules by what they changed, and keep under-18s apart.',
        'Registered protocol, eight databases, banks’ evaluations where shared, two readers, quality graded.',
        'A psychologist and a youth worker turned researcher, with two assessments done.',
      ],
      people: [
        [
          'Hannah Lindqvist-Moore',
          'Lead',
          'Led two assessments on prevention; publishes protocols before searching.',
        ],
      ],
      plan: [
        ['Protocol', 2, 20],
        ['Assessment', 10, 80],
      ],
      price: {
        lines: [
          ['Senior lecturer', 560, 10],
          ['Reviewer', 400, 30],
        ],
        overheads: 5200,
        fullEconomicCost: 80,
      },
    },
    {
      lead: 'ngozi',
      ends: 'draft',
      summary: 'A rapid assessment with a focus on what happens after an account is closed.',
      answers: ['Closure may push young people further in. We put the third question first.'],
      people: [],
      plan: [],
      price: { lines: [], overheads: 0, fullEconomicCost: 80 },
    },
  ],
};
