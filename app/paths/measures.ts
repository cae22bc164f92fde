import { enc, ref, withFilters, type Filters } from './address';

export const measuresPaths = {
  measures: (filters: Filters = {}) => withFilters('/measures', filters),
  newMeasure: () => '/measures/new',
  measureRecord: (reference: string) => `/measures/${ref(reference)}`,
  measureCsv: (reference: string) => `/measures/${ref(reference)}/figures.csv`,
  editMeasure: (reference: string) => `/measures/${ref(reference)}/edit`,
  redefineMeasure: (reference: string) => `/measures/${ref(reference)}/definition`,
  retireMeasure: (reference: string) => `/measures/${ref(reference)}/retire`,
  recordValue: (reference: string, period?: string) =>
    withFilters(`/measures/${ref(reference)}/figure`, { period }),
  measureValue: (measure: string, value: string) => `/measures/${ref(measure)}#${enc(value)}`,
  evidenceValue: (reference: string) => `/measure-figures/${ref(reference)}/evidence`,
  validateValue: (reference: string) => `/measure-figures/${ref(reference)}/validation`,
  scorecards: () => '/scorecards',
  liveScorecard: (filters: Filters = {}) => withFilters('/scorecards/live', filters),
  liveScorecardCsv: (filters: Filters) => withFilters('/scorecards/live.csv', filters),
  scorecard: (reference: string) => `/scorecards/${ref(reference)}`,
  scorecardCsv: (reference: string) => `/scorecards/${ref(reference)}/figures.csv`,
  followUps: (filters: Filters = {}) => withFilters('/follow-ups', filters),
  followUp: (reference: string) => `/follow-ups/${ref(reference)}`,
  harm: () => '/harm',
  newHarmFigure: (filters: Filters = {}) => withFilters('/harm/new', filters),
  correctHarmFigure: (reference: string) => `/harm/${ref(reference)}/correct`,
};

export const moneyPaths = {
  money: (filters: Filters = {}) => withFilters('/money', filters),
  moneyLines: (filters: Filters = {}) => withFilters('/money/lines', filters),
  moneyLinesCsv: (filters: Filters = {}) => withFilters('/money/lines.csv', filters),
  enterMoney: () => '/money/lines/new',
  ledgerLine: (reference: string, on?: string) => withFilters(`/money/lines/${ref(reference)}`, { on }),
  replaceLedgerLine: (reference: string) => `/money/lines/${ref(reference)}/replace`,
  importMoney: () => '/money/import',
  moneyBands: (on?: string) => withFilters('/money/bands', { on }),
  objectiveCosts: (on?: string) => withFilters('/money/objectives', { on }),
  moneyAlignment: (filters: Filters = {}) => withFilters('/money/alignment', filters),
  scoreAndSpend: (filters: Filters = {}) => withFilters('/money/score-and-spend', filters),
  scoreAndSpendCsv: (filters: Filters = {}) => withFilters('/money/score-and-spend.csv', filters),
};
