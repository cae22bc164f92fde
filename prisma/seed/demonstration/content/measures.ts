export interface MeasureStory {
  by: string;
  name: string;
  /** `area:slug`, or a priority by its set and slug. */
  about: string;
  class: 'input' | 'output' | 'outcome';
  part: 'effort' | 'impact' | 'threatReduction';
  unit: string;
  wanted: 'higher' | 'lower';
  effectMonths: string;
  definition: string;
  method: string;
  source: string;
  /** The latest complete quarter last. */
  values: number[];
  /** From the latest complete quarter on. */
  redefined?: { definition: string; why: string };
  evidence?: string;
  validated?: boolean;
}

const INVENTED = '(Invented for the demonstration.)';

/** What is counted, by whom. All of it is invented. */
export const MEASURES: MeasureStory[] = [
  {
    ...{ by: 'priya', name: 'Fraud disruptions of the highest tier', about: 'area:fraud', class: 'output', part: 'effort' },
    ...{ unit: 'disruptions', wanted: 'higher', effectMonths: '3' },
    definition: `Disruptions of fraud groups that the force itself placed in the highest tier. ${INVENTED}`,
    method: 'Counted by forces from their returns, each once.',
    source: 'Quarterly returns of an invented unit',
    values: [112, 118, 131, 140, 139, 151],
    evidence: 'https://returns.invented-unit.example/fraud',
    validated: true,
  },
  {
    ...{ by: 'priya', name: 'Loss that victims report', about: 'area:fraud', class: 'outcome', part: 'impact' },
    ...{ unit: 'million pounds', wanted: 'lower', effectMonths: '12' },
    definition: `Loss named in reports of fraud by people, without loss of firms. ${INVENTED}`,
    method: 'Sum of reports; the largest thousandth left out, because one mistyped sum moves the whole.',
    source: 'Reports to an invented helpline',
    values: [412, 405, 398, 401, 377, 524],
    redefined: {
      definition: `Loss named in reports of fraud by people and by small firms. ${INVENTED}`,
      why: 'Small firms report by the same form from this quarter on. Figures before cannot be compared.',
    },
    evidence: 'https://reports.invented-helpline.example/quarters',
  },
  {
    ...{ by: 'priya', name: 'Callers who were asked for money by a stranger', about: 'area:fraud', class: 'outcome' },
    ...{ part: 'threatReduction', unit: '%', wanted: 'lower', effectMonths: '18' },
    definition: `Share of adults who were asked for money by a stranger in the last month. ${INVENTED}`,
    method: 'Telephone survey, 2,000 adults a quarter.',
    source: 'An invented survey',
    values: [31, 30.5, 30, 29, 28.5, 28],
  },
  {
    ...{ by: 'colm', name: 'Engines for small boats that were seized', about: 'area:organised-immigration-crime' },
    ...{ class: 'output', part: 'effort', unit: 'engines', wanted: 'higher', effectMonths: '2' },
    definition: `Outboard engines seized on their way to a coast. ${INVENTED}`,
    method: 'Counted by partners, reported monthly, summed by quarter.',
    source: 'Partners’ lists, invented',
    values: [64, 71, 90, 88, 102, 97],
    evidence: 'https://partners.example/engines',
    validated: true,
  },
  {
    ...{ by: 'georgina', name: 'Analysts who work on criminal money', about: 'area:money-laundering', class: 'input' },
    ...{ part: 'effort', unit: 'posts', wanted: 'higher', effectMonths: '6' },
    definition: `Filled posts, full time or its equal, on the last day of the quarter. ${INVENTED}`,
    method: 'Read from the pay list.',
    source: 'Pay list of an invented unit',
    values: [38, 40, 41, 44, 44, 47],
  },
];

export interface HarmStory {
  kind: 'deaths' | 'people' | 'economy' | 'attitude';
  area?: string;
  otherThreat?: string;
  value: string;
  year: string;
  source: string;
  note?: string;
  estimate?: boolean;
  released?: boolean;
}

export const HARM: HarmStory[] = [
  { kind: 'people', area: 'fraud', value: '2,900,000', year: '2025', source: 'An invented survey of adults, table 3', estimate: true, released: true },
  { kind: 'economy', area: 'fraud', value: '6,400,000,000', year: '2024', source: 'An invented model of losses, central case', estimate: true, released: true },
  { kind: 'economy', area: 'illegal-drugs', value: '4,800,000,000', year: '2024', source: 'An invented model of losses, central case', estimate: true },
  { kind: 'economy', area: 'cyber-crime', value: '1,900,000,000', year: '2023', source: 'An invented model of losses, central case', estimate: true },
  { kind: 'economy', area: 'modern-slavery-human-trafficking', value: '1,100,000,000', year: '2023', source: 'An invented model of losses, central case', estimate: true },
  { kind: 'deaths', area: 'illegal-drugs', value: '4,100', year: '2024', source: 'An invented register of deaths, table 1', released: true },
  { kind: 'attitude', area: 'fraud', value: '62', year: '2025', source: 'An invented survey of adults, question 14', note: '“Is it ever right to buy something you think is stolen?” Share who said never.' },
  { kind: 'deaths', otherThreat: 'Terrorism', value: '5', year: '2024', source: 'An invented register of deaths, table 1', note: 'For comparison.', released: true },
];

export interface LineStory {
  organisation: string;
  purpose: string;
  planned: string;
  actual?: string;
  strand?: string;
  level: string;
  areas: string[];
  intervention?: string;
  overseas?: 'yes' | 'no';
  ringFenced?: boolean;
  several?: boolean;
  condition?: string;
  activities?: string;
}

/** Front-line spend in the shares that an audit once found: 79, 4, and 17 that nobody attributed. The pounds are invented. */
export const LINES: LineStory[] = [
  { organisation: 'nca', purpose: 'Operations against the highest-harm groups', planned: '49000000', actual: '49000000', strand: 'pursue', level: 'national', areas: ['fraud', 'illegal-drugs'], intervention: 'disruption', overseas: 'no', activities: '40' },
  { organisation: 'home-office', purpose: 'Regional units', planned: '30000000', actual: '30000000', strand: 'pursue', level: 'regional', areas: ['illegal-drugs'], intervention: 'disruption', overseas: 'no', several: true, activities: '60' },
  { organisation: 'home-office', purpose: 'Work with young people at risk', planned: '4000000', actual: '4000000', strand: 'prevent', level: 'local', areas: [], intervention: 'prevention-programme', overseas: 'no', ringFenced: true },
  { organisation: 'home-office', purpose: 'Shared services and overseas posts', planned: '11000000', actual: '11000000', level: 'international', areas: ['organised-immigration-crime'], intervention: 'capacity-building-overseas', overseas: 'yes' },
  { organisation: 'hmrc', purpose: 'Local partnerships, if the pilot holds', planned: '6000000', actual: '6000000', level: 'local', areas: [], condition: 'If the pilot holds in its first year', ringFenced: true, several: true },
];
