import type { BidStory } from '../../story';

export const COMMUNITIES: Record<string, BidStory[]> = {
  'metal-theft': [
    {
      lead: 'farah',
      summary: 'A quick assessment of measures against metal theft from studies in English, with a chart of thefts and prices.',
      answers: [
        'Price drives theft; we chart both and list the measures in between.',
        'Two databases and a web search, one reader. Studies are summarised as they were reported.',
        'Two analysts with experience of price data.',
      ],
      marks: [
        [3, 'sees that price drives theft'],
        [1, 'searches two databases with one reader and judges no study'],
        [2, 'knows prices but has not done an assessment'],
      ],
      people: [['Farah Haidari', 'Lead', 'Built price monitors for scrap and fuel.']],
      plan: [['Assessment', 10, 100]],
      price: { lines: [['Director', 900, 8], ['Analyst', 520, 20]], overheads: 3200, fullEconomicCost: 100 },
    },
    {
      lead: 'marek',
      summary: 'An assessment with maps of where theft moved after the law of 2013.',
      answers: [
        'Displacement is the question we know best; lasting effects are harder.',
        'Criminology databases in English; maps from published counts. We do not see how price could be taken into account in the time.',
        'A geographer and a student.',
      ],
      marks: [
        [3, 'is good on displacement and frank about the rest'],
        [2, 'leaves the price aside, without which lasting effects cannot be told'],
        [2, 'is able and very small for the time'],
      ],
      people: [['Marek Dvořák', 'Lead', 'Maps rural theft; his hotspot notes are used by two forces.']],
      plan: [['Assessment', 12, 100]],
      price: { lines: [['Lecturer', 520, 28]], overheads: 4000, fullEconomicCost: 85 },
    },
  ],
  'prison-debts': [
    {
      lead: 'benedict',
      summary: 'We follow 40 people for six months after release from two prisons, with monthly conversations about debts, and design a service with them.',
      answers: [
        'A service at the gate makes sense only if debts can be ended. We watch how some end.',
        'Monthly conversations with the same people, beginning before release; a calendar of debts; costing of what helped.',
        'A group that keeps in touch with people others lose.',
        'Access to two prisons is agreed in principle; safety plan with probation.',
      ],
      marks: [
        [4, 'watches how debts end rather than only how they begin'],
        [4, 'keeps to the same people from before release on'],
        [5, 'keeps in touch with people others lose'],
        [3, 'has access in principle only, on which all depends'],
      ],
      people: [['Benedict Osei', 'Lead', 'Nine years of following people after release; retention above 80 per cent.']],
      plan: [['Interim note', 20, 40], ['Report and outline of a service', 36, 60]],
      price: { lines: [['Professor', 820, 18], ['Research fellow', 450, 70]], other: [['Vouchers', 4800]], overheads: 14500, fullEconomicCost: 80 },
    },
  ],
  'keyless-vehicles': [
    {
      lead: 'tomasz',
      ends: 'draft',
      summary: 'A script with times for each step, from insurers’ totals and closed cases.',
      answers: ['Speed is the business. We time every step.'],
      people: [['Tomasz Wieczorek', 'Lead', 'Eleven scripts, three of them in use.']],
      plan: [],
      price: { lines: [], overheads: 0, fullEconomicCost: 85 },
    },
  ],
};
