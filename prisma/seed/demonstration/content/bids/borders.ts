import type { BidStory } from '../../story';

export const BORDERS: Record<string, BidStory[]> = {
  'port-insiders': [
    {
      lead: 'joris',
      won: true,
      partners: [
        ['cardiff-university', 'Closed case files in the United Kingdom and interviews in Welsh ports'],
      ],
      members: [['siobhan', 'editor']],
      ends: 'replaced',
      summary:
        'We will interview 45 people who work or worked in ports, of whom at least 15 were approached and refused, and set them beside 60 closed cases. The result is a sequence of recruitment with the points where it failed, and a table of controls by strength of evidence.',
      answers: [
        'Port security spends on strangers, while the help comes from people with a pass. The decision in April is about vetting, rotation and reporting lines, so we order everything we ask by what a port manager could change.',
        'Three sources that correct one another: interviews reached through unions and chaplaincies rather than employers; closed case files coded by two readers; and a comparison of four ports before and after rotation was introduced. Refusals are sampled on purpose, because nobody has them.',
        'The team has done 130 interviews in ports in three languages, and two members have read case files under vetting. The narrative accounts below say who did which part.',
        'Two operators have agreed in writing and two unions will circulate our letter. Interviews take place away from the port; names are replaced on the day. An ethics application is ready to be sent in the first week.',
      ],
      marks: [
        [
          4,
          'orders its questions by what a port manager can change, which is how the decision will be taken',
        ],
        [
          5,
          'is the only design that samples people who refused, and says how it will reach them without their employer',
        ],
        [4, 'shows 130 port interviews in three languages and names who did them'],
        [4, 'has two operators in writing and a way to pause if somebody is put at risk'],
      ],
      people: [
        [
          'Joris van Aalst',
          'Lead; interviews abroad',
          'Ten years of interviews in container ports. Wrote the account of agency recruitment that two port authorities use in training; taught planners to read it.',
        ],
        [
          'Gwenllian Harte',
          'Case files',
          'Read and coded importation cases for two police forces and built the codebook that this study reuses.',
        ],
        [
          'Siobhán Devlin',
          'Evidence and law',
          'Works on evidence that crosses a jurisdiction; will check that nothing reported could identify a case.',
        ],
      ],
      plan: [
        ['Interim report: how first contact happens', 14, 40],
        ['Final report, note for managers and table of controls', 26, 60],
      ],
      price: {
        lines: [
          ['Senior researcher', 620, 48],
          ['Researcher', 430, 70],
        ],
        other: [
          ['Travel and vouchers', 6400],
          ['Transcription', 3100],
        ],
        overheads: 19000,
        fullEconomicCost: 82,
      },
      references:
        'Our own codebook and a protocol, both public. Reviews of recruitment in ports from 2019 and 2022.',
      confidential: ['criterion-4', 'Names the two operators, who have not yet told their staff'],
    },
    {
      lead: 'gareth',
      summary:
        'A study of 90 closed importation cases from three courts, followed by 20 interviews with convicted helpers, to show which roles were used, how they were paid and how each came to notice.',
      answers: [
        'Importation needs few insiders, used often. We describe which roles appear, in which pairings, and what that means for vetting; we are less able to speak about people who said no.',
        'Case files are the strongest evidence there is on what happened. Ninety cases allow us to compare ports by size. Interviews with convicted helpers add how it began. We will not interview people who refused, since they cannot be found reliably.',
        'Two decades with case files and an established agreement with three courts. The research fellow has done prison interviews for six years.',
        'Access to files is agreed. Prison interviews need a further approval, which took five months last time; the plan allows four.',
      ],
      marks: [
        [3, 'is clear on roles and pairings but says little on what a manager would do differently'],
        [
          3,
          'rests on excellent files and gives up the question about refusals, which is the one we cannot answer today',
        ],
        [5, 'has an outstanding record with exactly these files'],
        [3, 'needs a prison approval that may take longer than its plan allows'],
      ],
      people: [
        [
          'Gareth Prosser',
          'Lead',
          'Built the collection of closed importation cases used here, and reads Spanish files himself.',
        ],
        [
          'Nerys Callander',
          'Research fellow',
          'Interviewed convicted couriers and drivers; trains others in doing so safely.',
        ],
      ],
      plan: [
        ['Case file report', 18, 50],
        ['Final report', 30, 50],
      ],
      price: {
        lines: [
          ['Professor', 850, 25],
          ['Research fellow', 460, 80],
        ],
        other: [['Travel', 3800]],
        overheads: 20500,
        fullEconomicCost: 80,
      },
    },
    {
      lead: 'farah',
      for: 'independent',
      summary:
        'We would link open data on vessels, jobs and adverts to find ports and roles with unusual turnover, and test whether turnover goes with seizures.',
      answers: [
        'Recruitment shows in turnover before it shows in court. A monthly measure by port and role would tell managers where to look.',
        'Scraped adverts, registers and public seizure figures, joined by month. A correlation is not a cause, and we would say so. There is no fieldwork.',
        'Two analysts who built similar measures for retailers. No earlier work in ports.',
        'All sources are open. No approvals are needed and we can start at once.',
      ],
      marks: [
        [2, 'describes a measure rather than how people are recruited, which was the question'],
        [2, 'could find unusual turnover but could not tell recruitment from a bad employer'],
        [2, 'has sound analysts without any experience of ports'],
        [4, 'needs no access and no approval, and its plan is believable'],
      ],
      people: [
        [
          'Farah Haidari',
          'Lead',
          'Built market monitors for firms and for two regulators; publishes the methods.',
        ],
      ],
      plan: [
        ['Prototype', 8, 40],
        ['Report', 16, 60],
      ],
      price: {
        lines: [
          ['Director', 900, 20],
          ['Analyst', 520, 75],
        ],
        overheads: 13000,
        fullEconomicCost: 100,
      },
    },
  ],
  'small-boats': [
    {
      lead: 'elif',
      won: true,
      members: [['arben', 'editor']],
      partners: [['inv-adriatic-unit', 'Published seizure records and advice on freight documents']],
      summary:
        'We follow boats and engines from catalogue to beach with prices, lead times and interviews with 40 sellers and carriers, and estimate for each link how quickly it is replaced after a seizure.',
      answers: [
        'The decision is which two links to work on, so we measure substitution and nothing that does not serve it. Journeys of people are left out, as asked.',
        'A monthly price and lead-time series for six models of engine in four countries; interviews with sellers, hauliers and repairers; and three seizures treated as natural experiments. Where the series is thin we give a range.',
        'One of us has followed freight through Turkey and Germany for eight years, the other has lived for two years where the last warehouses are.',
        'Sellers are interviewed openly. Payment routes are described, never tested. Approval of the ethics committee is expected within five weeks.',
      ],
      marks: [
        [5, 'keeps to the decision and leaves out what was declared outside it'],
        [4, 'measures substitution with prices and lead times and treats three seizures as tests'],
        [4, 'combines freight and field knowledge in the right languages'],
        [3, 'is open about thin data in two countries; the approval is on the critical path'],
      ],
      people: [
        [
          'Elif Karadeniz',
          'Lead; prices and freight',
          'Tracks informal trade in goods across three borders; her price series on fuel was taken up by a regulator.',
        ],
        [
          'Arben Kelmendi',
          'Interviews',
          'Two years of fieldwork in northern France; speaks with sellers and carriers in their languages.',
        ],
      ],
      plan: [
        ['Interim note: the map of links', 16, 35],
        ['Price series, first six months', 24, 25],
        ['Final report with estimates of substitution', 34, 40],
      ],
      price: {
        lines: [
          ['Lecturer', 560, 50],
          ['Research fellow', 420, 60],
        ],
        other: [
          ['Travel', 8200],
          ['Vouchers', 1200],
        ],
        overheads: 16500,
        fullEconomicCost: 80,
      },
    },
    {
      lead: 'tomasz',
      summary:
        'A crime script of supply from manufacture to launch, built from court documents of three countries and tested in two workshops with officers.',
      answers: [
        'Scripts show where steps are shared by many. We expect storage and the last road journey to matter most.',
        'Court documents and workshops. Substitution is judged by officers on a scale rather than measured.',
        'We have scripted eleven offences and three of the scripts are in use.',
        'Documents are public or held already; workshops need a room and a date.',
      ],
      marks: [
        [3, 'understands the chain and says early what it expects to find'],
        [3, 'would describe every step well but judges substitution instead of measuring it'],
        [4, 'has a strong record of scripts that are in use'],
        [4, 'carries very little delivery risk'],
      ],
      people: [
        [
          'Tomasz Wieczorek',
          'Lead',
          'Author of eleven crime scripts; trains analysts of two agencies to write their own.',
        ],
      ],
      plan: [
        ['Draft script', 10, 50],
        ['Tested script and report', 20, 50],
      ],
      price: {
        lines: [
          ['Associate professor', 700, 35],
          ['Researcher', 410, 55],
        ],
        overheads: 15000,
        fullEconomicCost: 85,
      },
    },
  ],
  'printed-firearms': [
    {
      lead: 'hamish',
      won: true,
      partners: [['university-of-york', 'Measuring how communities adopt designs, from public posts']],
      summary:
        'We will examine 120 recovered items from closed cases at two laboratories, grade which steps succeeded, and follow the adoption of designs in public communities without repeating any instruction.',
      answers: [
        'Controls on parts only help if parts are where makers fail. We grade failure by step so that the decision on parts can be read off the table.',
        'Blind grading of photographs and reports by two examiners, with agreement reported; then a repeated sample each quarter, so that laboratories can keep the measure going after us. Adoption is counted, never described.',
        'Engineers and a former examiner who has given evidence 40 times. The narrative accounts show complementary skills.',
        'Both laboratories have agreed in writing; all staff hold clearance. Nothing leaves the laboratory but grades.',
        'Quarterly gates, each of which leaves something usable if the next fails.',
        'An annex written with laboratory managers, and a training afternoon in each.',
      ],
      marks: [
        [4, 'reads the decision exactly and designs a table from which it can be taken'],
        [5, 'grades blind, reports agreement and leaves a measure that goes on without the team'],
        [4, 'has the right pair of skills; one member is early in this field'],
        [5, 'has access in writing from two laboratories and cleared staff'],
        [4, 'has gates that leave something usable at each step'],
        [4, 'writes the annex together with those who will use it'],
      ],
      people: [
        [
          'Hamish Drummond',
          'Lead; examination',
          'Tested failure of printed parts under load for six years and wrote the handling note that three laboratories follow.',
        ],
        [
          'Rowan Petrie',
          'Examiner',
          'Former examiner of recovered items; has given evidence in court 40 times.',
        ],
      ],
      plan: [
        ['Design note and grading scheme', 10, 20],
        ['First grading report', 26, 40],
        ['Final report and annex', 50, 40],
      ],
      price: {
        lines: [
          ['Lecturer', 600, 70],
          ['Examiner', 520, 60],
        ],
        other: [['Laboratory time', 21000]],
        overheads: 24000,
        fullEconomicCost: 80,
      },
      confidential: ['criterion-4', 'Names the two laboratories'],
    },
    {
      lead: 'tomasz',
      summary:
        'An expert elicitation with 25 practitioners and a model of manufacture as a process with failure at each step.',
      answers: [
        'The question is where makers fail. A process model makes assumptions visible and lets them be argued with.',
        'Structured judgement of 25 practitioners in two rounds, then simulation. Recovered items would be used to check, if access is given.',
        'Strong in modelling; access to laboratories is still being discussed.',
        'Judgements need no case data. Vetting for two staff would have to be applied for.',
        'Sixteen months with a pause for vetting.',
        'A workshop at the end.',
      ],
      marks: [
        [4, 'sees the decision and makes its assumptions visible'],
        [3, 'would give careful judgements where the asking team wants recovered items'],
        [3, 'is strong in modelling and new to firearms'],
        [2, 'has no access yet and staff still to be vetted'],
        [3, 'is realistic about the delay and loses four months to it'],
        [2, 'offers one workshop at the end, too late to shape use'],
      ],
      people: [
        [
          'Tomasz Wieczorek',
          'Lead',
          'Models illicit processes; his model of plant theft was used by two insurers.',
        ],
      ],
      plan: [
        ['Elicitation', 24, 50],
        ['Model and report', 60, 50],
      ],
      price: {
        lines: [
          ['Associate professor', 700, 60],
          ['Modeller', 480, 80],
        ],
        other: [['Workshops', 5000]],
        overheads: 21000,
        fullEconomicCost: 85,
      },
    },
  ],
  'drones-over-walls': [
    {
      lead: 'benedict',
      summary:
        'Interviews with 40 people recently released from four prisons and with 20 officers, set beside sighting logs and published prices, to describe the trade as a business.',
      answers: [
        'Governors ask what would make it unprofitable. We describe who carries risk and who carries debt, and price both.',
        'Interviews after release rather than inside; sighting logs as a check; comparison of two served and two spared prisons.',
        'A group that has followed people after release for nine years.',
        'Approval for prisons is in hand for logs; interviews are outside. Safety plan attached to the ethics application.',
      ],
      people: [
        [
          'Benedict Osei',
          'Lead',
          'Runs a cohort of 400 people released with debts; reports to a group of them twice a year.',
        ],
      ],
      plan: [
        ['Interim note', 14, 40],
        ['Final report and workshop', 26, 60],
      ],
      price: {
        lines: [
          ['Professor', 820, 18],
          ['Research fellow', 450, 75],
        ],
        other: [['Vouchers', 2400]],
        overheads: 14000,
        fullEconomicCost: 80,
      },
    },
    {
      lead: 'callum',
      summary:
        'Forensic study of 30 recovered drones and their logs from closed cases, joined to interviews with operators of detection.',
      answers: [
        'Devices say who flew, from where and how often. That is the cheapest view into the business.',
        'Extraction reports of 30 devices read by two examiners; flight patterns compared by prison.',
        'Examiners who worked on such devices for two forces.',
        'Reports are held by forces; three have agreed to let us read them on site.',
      ],
      people: [['Callum Strachan', 'Lead', 'Former examiner; taught 300 officers to read device reports.']],
      plan: [
        ['Device report', 16, 60],
        ['Final report', 24, 40],
      ],
      price: {
        lines: [
          ['Senior lecturer', 590, 40],
          ['Examiner', 480, 45],
        ],
        overheads: 13500,
        fullEconomicCost: 85,
      },
    },
    {
      lead: 'catriona',
      ends: 'withdrawn',
      summary: 'A study of what deliveries do to harm inside, from health records of two prisons.',
      answers: [
        'Harm inside is the outcome that matters. We would show whether it follows deliveries.',
        'Weekly health records set against sighting logs with a lag of up to two weeks.',
        'Epidemiologists with long experience of prison health data.',
        'Records are held safely already; a further approval is needed.',
      ],
      people: [
        ['Catriona MacLennan', 'Lead', 'Built the linkage of prison health records used by two studies.'],
      ],
      plan: [['Report', 24, 100]],
      price: {
        lines: [
          ['Professor', 880, 15],
          ['Statistician', 500, 60],
        ],
        overheads: 12500,
        fullEconomicCost: 80,
      },
    },
  ],
};
