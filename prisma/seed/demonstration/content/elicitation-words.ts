/** One expert's place in it: lowest, highest, best and confidence in each round, and what the first rests on. */
export interface EstimatesStory {
  by: string;
  first: [lowest: number, highest: number, best: number, confidence: number][];
  second?: [lowest: number, highest: number, best: number, confidence: number][];
  reasons: string[];
}

export interface ElicitationStory {
  question: string;
  title: string;
  background: string;
  asks: { asks: string; kind: 'quantity' | 'probability'; unit?: string; lower?: number; upper?: number }[];
  /** Days before the loading; below zero lies ahead. */
  opened: number;
  firstCloses: number;
  secondCloses: number;
  experts: EstimatesStory[];
  /** Invited, and not heard of by now. */
  silent: string[];
  comments: [by: string, text: string][];
}

/** Invented like everything that people of the demonstration say: one that came to a result, one that runs. */
export const ELICITATIONS: ElicitationStory[] = [
  {
    question: 'new-tools',
    title: 'Cloned voices and printed parts by the end of 2028',
    background:
      'Two of the technologies that past lists named. A conviction counts if the judgment or the prosecutor’s statement says so. A printed part is essential if the weapon does not fire without it.',
    asks: [
      {
        asks: 'Will a court in the United Kingdom, by the end of 2028, convict somebody of fraud in which a cloned voice was the main means?',
        kind: 'probability',
      },
      {
        asks: 'Of 100 firearms recovered by police in Great Britain in 2028, in how many will a printed part be essential?',
        kind: 'quantity',
        unit: 'of 100 firearms',
        lower: 0,
        upper: 100,
      },
    ],
    opened: 52,
    firstCloses: 41,
    secondCloses: 29,
    experts: [
      {
        by: 'anjali',
        first: [[50, 90, 75, 80], [1, 10, 4, 70]],
        second: [[60, 92, 80, 80], [1, 8, 3, 75]],
        reasons: [
          'Cases are already charged elsewhere, and reports to banks speak of voices that sounded right. Proof that a voice was made is the weak point.',
          'Counts of printed parts rise from a small base, and most of what is recovered is still converted or stolen.',
        ],
      },
      {
        by: 'hamish',
        first: [[20, 70, 45, 60], [2, 20, 8, 60]],
        second: [[40, 80, 60, 65], [1, 12, 5, 70]],
        reasons: [
          'Two years is short for a fraud to be found, charged and tried. Most such cases end without anybody named.',
          'Hybrid designs need little metal, and the files are everywhere. Skill is the limit, and it spreads.',
        ],
      },
      {
        by: 'meilin',
        first: [[65, 95, 85, 75], [0, 6, 2, 80]],
        reasons: [
          'Prosecutors look for a first case, and tools that show how a sound was made are used in court already.',
          'Recoveries are led by what is cheap on the street. Printing is work.',
        ],
      },
      {
        by: 'callum',
        first: [[40, 85, 65, 70], [1, 15, 5, 50]],
        second: [[50, 85, 70, 75], [1, 10, 4, 65]],
        reasons: [
          'The means is often one of several, so “main” may fail in a judgment even where the voice mattered.',
          'I know of no series that separates essential from decorative parts, so my range is wide.',
        ],
      },
    ],
    silent: ['diego'],
    comments: [
      ['hamish', 'Those who are above 80: what would the evidence in court be? I know of no case that got past an expert who would not commit.'],
      ['meilin', 'Recordings kept by banks, with the victim’s own voice to compare. That was enough in the two cases I read.'],
      ['eleanor', 'On firearms, please say which count you start from. Two of you mention different years.'],
      ['callum', 'I started from seizures, which hold parts without a weapon. Recovered firearms are fewer, so I come down.'],
    ],
  },
  {
    question: 'drones-over-walls',
    title: 'Drone deliveries into prisons in one month',
    background: 'Sightings are not deliveries: some are seen twice, most are not seen at all.',
    asks: [
      {
        asks: 'How many deliveries by drone reach prisons in England and Wales in the next calendar month?',
        kind: 'quantity',
        unit: 'deliveries',
        lower: 0,
        upper: 5000,
      },
    ],
    opened: 7,
    firstCloses: -6,
    secondCloses: -17,
    experts: [
      {
        by: 'anjali',
        first: [[80, 400, 180, 70]],
        reasons: ['Finds on the ground, times what staff say they miss.'],
      },
      {
        by: 'callum',
        first: [[150, 900, 400, 60]],
        reasons: ['What people who left prison say of how often a parcel came.'],
      },
    ],
    silent: ['meilin', 'diego'],
    comments: [],
  },
];
