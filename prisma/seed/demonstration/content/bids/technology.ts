import type { BidStory } from '../../story';

export const TECHNOLOGY: Record<string, BidStory[]> = {
  'ransomware-payments': [
    {
      lead: 'sunniva',
      won: true,
      members: [['ines', 'partner']],
      partners: [
        ['london-school-of-economics-and-political-science', 'Effect of a duty to report, from rules abroad'],
      ],
      summary:
        'We reach organisations that told nobody through their advisers and insurers, interview 60 decision makers, survey 1,200 firms with a method made for secrets, and compare three countries before and after a duty to report.',
      answers: [
        'A decision on the first 72 hours needs to know who is in the room. We describe the room, hour by hour, and then ask which offer of help would have changed what was said in it.',
        'Interviews reached through advisers who pass on a sealed invitation; a list experiment in the survey, so that nobody admits to anything; difference in differences across three countries for the duty to report. Every number comes with what it cannot say.',
        'A cyber economist, an interviewer of boards and an econometrician; each has done her part before.',
        'Names are never asked for. Advisers who negotiate are behind a written wall. Ethics application drafted; no approval needed for the survey company.',
        'Interim report after five months stands alone. The largest risk, silence of insurers, has a second way round it.',
        'A rehearsal of the two-page briefing with people who brief ministers, before the last month.',
      ],
      marks: [
        [5, 'describes the room hour by hour, which is where help would have to enter'],
        [
          5,
          'is the only design that can learn from those who told nobody, and it does so without an admission',
        ],
        [4, 'has each part done by somebody who has done it before'],
        [4, 'puts negotiators behind a written wall and asks for no names'],
        [4, 'has an interim report that stands alone and a second way round silence'],
        [4, 'rehearses the briefing with those who give it'],
      ],
      people: [
        [
          'Sunniva Halvorsen',
          'Lead; interviews',
          'Interviewed 80 boards after incidents; her account of the third day is taught to responders.',
        ],
        [
          'Inês Carvalho',
          'Duty to report',
          'Estimates effects of rules across countries and publishes what did not work.',
        ],
      ],
      plan: [
        ['Interim report: who decides, and when', 20, 40],
        ['Final report and briefing', 40, 60],
      ],
      price: {
        lines: [
          ['Lecturer', 580, 75],
          ['Econometrician', 640, 30],
          ['Research fellow', 430, 90],
        ],
        other: [['Survey company', 29000]],
        overheads: 31000,
        fullEconomicCost: 80,
      },
      confidential: ['criterion-2', 'Names the insurers that will pass on invitations'],
    },
    {
      lead: 'seun',
      summary:
        'Payments traced on public ledgers, matched to public incidents, to estimate how many organisations pay and what they pay.',
      answers: [
        'What is paid is visible on ledgers. A firm estimate of payment is the ground for any policy.',
        'Clustering of addresses from public sources, matched to announced incidents; intervals from two independent clusterings.',
        'Two data scientists with published tools.',
        'Public ledgers only. Addresses of victims are never published.',
        'A clear plan with monthly releases.',
        'Open data and a dashboard.',
      ],
      marks: [
        [3, 'would say how much is paid and little on why'],
        [3, 'is strong on amounts; the first three questions stay open'],
        [4, 'has excellent tools and people'],
        [4, 'uses public ledgers with care for victims'],
        [4, 'has a plan with monthly releases'],
        [3, 'offers a dashboard to people who asked for advice'],
      ],
      people: [
        ['Oluwaseun Balogun', 'Lead', 'Wrote two open tools for ledger analysis with known error rates.'],
      ],
      plan: [
        ['First estimate', 16, 50],
        ['Final report', 36, 50],
      ],
      price: {
        lines: [
          ['Lecturer', 560, 80],
          ['Data scientist', 470, 110],
        ],
        overheads: 30000,
        fullEconomicCost: 80,
      },
    },
    {
      lead: 'callum',
      summary:
        'Forty case studies from incident responders’ closed files, to show which technical state at hour 24 goes with payment.',
      answers: [
        'Backups decide. We show from files what was there at hour 24 and what was decided.',
        'Forty closed files of three responders, coded by two readers. Organisations that called nobody are not among them.',
        'Former examiners who read such files daily.',
        'Three responders agreed; each will redact before we read.',
        'Twelve months, most of it waiting for files.',
        'A guide for responders.',
      ],
      marks: [
        [3, 'sees the technical state well and not the people who decide'],
        [3, 'has good files from organisations that called for help, which are the easy half'],
        [4, 'has readers who know such files'],
        [3, 'depends on redaction by others'],
        [2, 'spends most of its time waiting'],
        [3, 'would help responders more than ministers'],
      ],
      people: [
        ['Callum Strachan', 'Lead', 'Led examinations after 30 incidents before he became a lecturer.'],
      ],
      plan: [
        ['Twenty cases', 24, 50],
        ['Final report', 50, 50],
      ],
      price: {
        lines: [
          ['Senior lecturer', 590, 70],
          ['Examiner', 480, 80],
        ],
        overheads: 26000,
        fullEconomicCost: 85,
      },
    },
  ],
  'closed-platforms': [
    {
      lead: 'callum',
      summary:
        'We read judgments from four countries for the months after two closures and rebuild, message by message as courts describe it, how groups found one another again.',
      answers: [
        'The question is about timing in the first month. We date each attempt to re-establish contact.',
        'Two hundred judgments, two coders, a timeline for each group described; survival analysis of time to contact.',
        'Examiners and a lawyer who know what such evidence can bear.',
        'Judgments are public. Nothing on methods of access will be recorded.',
      ],
      marks: [
        [4, 'dates each attempt, which is what planning needs'],
        [4, 'uses judgments well and analyses time to contact'],
        [4, 'knows what such evidence can bear'],
        [4, 'uses public sources and records nothing on access'],
      ],
      people: [
        ['Callum Strachan', 'Lead', 'Former examiner who gave evidence on message data in twelve trials.'],
      ],
      plan: [
        ['Timeline data', 14, 50],
        ['Report and seminar', 26, 50],
      ],
      price: {
        lines: [
          ['Senior lecturer', 590, 45],
          ['Research assistant', 330, 60],
        ],
        other: [['Translation', 6000]],
        overheads: 14000,
        fullEconomicCost: 85,
      },
    },
    {
      lead: 'seun',
      summary:
        'A network model of re-forming contact after closures, fitted to published judgments and to forum activity.',
      answers: [
        'Networks heal in known ways. The model says which moment of action delays healing most.',
        'Agent model fitted to 40 judgments; forum activity as a check. Results are scenarios.',
        'Strong modellers; court documents are new to them.',
        'Public data only.',
      ],
      marks: [
        [4, 'turns the question to the moment of action'],
        [3, 'gives scenarios from few judgments'],
        [3, 'is strong in models and new to court documents'],
        [4, 'uses public data'],
      ],
      people: [
        ['Oluwaseun Balogun', 'Lead', 'Fits network models to sparse data and shows how unsure they are.'],
      ],
      plan: [
        ['Model', 18, 60],
        ['Report', 28, 40],
      ],
      price: {
        lines: [
          ['Lecturer', 560, 50],
          ['Modeller', 480, 45],
        ],
        overheads: 13000,
        fullEconomicCost: 80,
      },
    },
  ],
};
