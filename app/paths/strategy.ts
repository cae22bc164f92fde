import { enc, ref } from './address';

const asOf = (address: string) => (on?: string) => (on ? `${address}?on=${enc(on)}` : address);

/** The address with what is chosen of these; what is not chosen is left out. */
function chosen(address: string, about: Record<string, string | undefined>): string {
  const search = new URLSearchParams(
    Object.entries(about).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
  return search === '' ? address : `${address}?${search}`;
}

export const strategyPaths = {
  strategy: asOf('/strategy'),
  direction: asOf('/strategy/direction'),
  strategyRanking: (about: { set?: string; weights?: string; on?: string } = {}) =>
    chosen('/strategy/ranking', about),
  strategyRankingCsv: (about: { set?: string; weights?: string; on?: string } = {}) =>
    chosen('/strategy/ranking.csv', about),
  saveWeighting: () => '/strategy/weights/new',
  sensitivity: (about: { one?: string; other?: string; set?: string; on?: string } = {}) =>
    chosen('/strategy/weights', about),
  compareSets: (about: { one?: string; other?: string; weights?: string; on?: string } = {}) =>
    chosen('/strategy/compare', about),
  compareSetsCsv: (about: { one?: string; other?: string; weights?: string; on?: string } = {}) =>
    chosen('/strategy/compare.csv', about),
  following: asOf('/strategy/following'),
  declareFollowing: () => '/strategy/following/new',
  endFollowing: (reference: string) => `/strategy/following/${ref(reference)}/end`,
  strategyHealth: asOf('/strategy/health'),
  understanding: asOf('/strategy/understanding'),
  rateUnderstanding: (slug: string, on?: string) => asOf(`/threat-areas/${enc(slug)}/understanding`)(on),
  understandingTeams: () => '/strategy/understanding/teams',
  indicators: asOf('/strategy/indicators'),
  newIndicator: (area?: string) => chosen('/strategy/indicators/new', { area }),
  indicator: (reference: string, on?: string) => asOf(`/indicators/${ref(reference)}`)(on),
  indicatorCsv: (reference: string) => `/indicators/${ref(reference)}/points.csv`,
  addIndicatorPoint: (reference: string) => `/indicators/${ref(reference)}/points/new`,
  addIndicatorBreak: (reference: string) => `/indicators/${ref(reference)}/breaks/new`,
  questionCountries: (reference: string) => `/questions/${ref(reference)}/countries`,
  findingCountries: (reference: string) => `/findings/${ref(reference)}/countries`,
  coverage: (about: { by?: string; country?: string; on?: string } = {}) =>
    chosen('/strategy/coverage', about),
  coverageCsv: (about: { by?: string; country?: string; on?: string } = {}) =>
    chosen('/strategy/coverage.csv', about),
  businessModels: (about: Record<string, string | undefined> = {}) => chosen('/business-models', about),
  recordStageHarm: (about: Record<string, string | undefined> = {}) => chosen('/business-models/harm', about),
  questionBusiness: (reference: string) => `/questions/${ref(reference)}/business`,
  findingBusiness: (reference: string) => `/findings/${ref(reference)}/business`,
  financeReport: (about: Record<string, string | undefined> = {}) =>
    chosen('/strategy/illicit-finance', about),
  describeObjective: (reference: string) => `/objectives/${ref(reference)}/describe`,
  jointSets: asOf('/joint-sets'),
  newJointSet: () => '/joint-sets/new',
  jointSet: (reference: string, on?: string) => asOf(`/joint-sets/${ref(reference)}`)(on),
  editJointSet: (reference: string) => `/joint-sets/${ref(reference)}/edit`,
  withdrawJointSet: (reference: string) => `/joint-sets/${ref(reference)}/withdraw`,
  threatArea: (slug: string, on?: string) => asOf(`/threat-areas/${enc(slug)}`)(on),
  terms: asOf('/terms'),
  newTerm: () => '/terms/new',
  proposeTerm: () => '/terms/propose',
  term: (reference: string, on?: string) => asOf(`/terms/${ref(reference)}`)(on),
  editTerm: (reference: string) => `/terms/${ref(reference)}/edit`,
  mergeTerm: (reference: string) => `/terms/${ref(reference)}/merge`,
  undoTermMerge: (reference: string) => `/terms/${ref(reference)}/merge/undo`,
  retireTerm: (reference: string) => `/terms/${ref(reference)}/retire`,
  bringBackTerm: (reference: string) => `/terms/${ref(reference)}/bring-back`,
  framework: (slug: string, on?: string) => asOf(`/frameworks/${enc(slug)}`)(on),
  editFramework: (slug: string) => `/frameworks/${enc(slug)}/edit`,
  newPrioritySet: () => '/priority-sets/new',
  newInterimSet: () => '/priority-sets/new-interim',
  prioritySet: (slug: string, on?: string) => asOf(`/priority-sets/${enc(slug)}`)(on),
  editPrioritySet: (slug: string) => `/priority-sets/${enc(slug)}/edit`,
  endInterimSet: (slug: string) => `/priority-sets/${enc(slug)}/end`,
  crosswalk: (slug: string) => `/priority-sets/${enc(slug)}/crosswalk`,
  priority: (reference: string, on?: string) => asOf(`/priorities/${ref(reference)}`)(on),
};
