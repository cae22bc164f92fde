import { enc, ref, withFilters, type Filters } from './address';

export const judgingPaths = {
  appraisal: (finding: string) => `/findings/${ref(finding)}/appraisal`,
  judgeFinding: (finding: string) => `/findings/${ref(finding)}/appraisal/judgement`,
  leaveAppraisal: (finding: string) => `/findings/${ref(finding)}/appraisal/leave`,
  agreement: (finding: string) => `/findings/${ref(finding)}/appraisal/agreement`,
  confirmAgreement: (finding: string) => `/findings/${ref(finding)}/appraisal/agreement/confirm`,
  closeAppraisal: (finding: string) => `/findings/${ref(finding)}/appraisal/close`,
  linkFinding: (finding: string) => `/findings/${ref(finding)}/links/new`,
  confirmFindingLink: (link: string) => `/finding-links/${ref(link)}/confirm`,
  removeFindingLink: (link: string) => `/finding-links/${ref(link)}/remove`,
  uptake: (step?: string, after?: string) => withFilters('/uptake', { step, after }),
  uptakeCsv: () => '/uptake.csv',
  recordUptake: (finding: string, follows?: string) =>
    withFilters(`/findings/${ref(finding)}/uptake/new`, { follows: follows && ref(follows) }),
  withdrawUptake: (step: string) => `/uptake-steps/${ref(step)}/withdraw`,
  ratingSuggestions: () => '/ratings/suggestions',
  raterFigures: (set?: string, after?: string) =>
    withFilters('/ratings/raters', { set: set && ref(set), after }),
  priorityVotes: (priority: string, period?: string) =>
    withFilters(`/priorities/${ref(priority)}/votes`, { period }),
  priorityVotesCsv: (priority: string, period?: string) =>
    withFilters(`/priorities/${ref(priority)}/votes.csv`, { period }),
  giveVotes: (priority: string, finding: string) => `/priorities/${ref(priority)}/votes/${ref(finding)}`,
  explainRating: (finding: string, priority: string) =>
    `/findings/${ref(finding)}/ratings/${ref(priority)}/why`,
  datasets: (filters: Filters = {}) => withFilters('/datasets', filters),
  newDataset: () => '/datasets/new',
  dataset: (reference: string) => `/datasets/${ref(reference)}`,
  editDataset: (reference: string) => `/datasets/${ref(reference)}/edit`,
  questionDatasets: (question: string) => `/questions/${ref(question)}/datasets`,
  findingDatasets: (finding: string) => `/findings/${ref(finding)}/datasets`,
  horizon: (filters: Filters = {}) => withFilters('/horizon', filters),
  newSignal: () => '/horizon/new',
  signal: (reference: string) => `/horizon/${ref(reference)}`,
  editSignal: (reference: string) => `/horizon/${ref(reference)}/edit`,
  judgeSignal: (reference: string) => `/horizon/${ref(reference)}/judgement`,
  signalEvidence: (reference: string) => `/horizon/${ref(reference)}/evidence`,
  interventions: () => '/interventions',
  intervention: (slug: string) => `/interventions/${enc(slug)}`,
  objective: (reference: string) => `/objectives/${ref(reference)}`,
  recordDirection: (finding: string, about?: string) =>
    withFilters(`/findings/${ref(finding)}/directions/record`, { about: about && ref(about) }),
  removeDirection: (finding: string, about: string) =>
    `/findings/${ref(finding)}/directions/${ref(about)}/remove`,
  newElicitation: (about: Filters) => withFilters('/elicitations/new', about),
  elicitation: (reference: string) => `/elicitations/${ref(reference)}`,
  giveEstimates: (elicitation: string) => `/elicitations/${ref(elicitation)}/estimates`,
  elicitationExperts: (elicitation: string) => `/elicitations/${ref(elicitation)}/experts`,
  endElicitation: (elicitation: string, how: 'leave' | 'withdraw') =>
    `/elicitations/${ref(elicitation)}/${how}`,
  elicitationCsv: (elicitation: string) => `/elicitations/${ref(elicitation)}/estimates.csv`,
  recordImpact: (finding: string) => `/findings/${ref(finding)}/impact/new`,
  impactRecords: () => '/impact-records',
  impactStatement: (reference: string) => `/impact-records/${ref(reference)}/statement`,
  impactStatementFile: (reference: string) => `/impact-records/${ref(reference)}/statement/file`,
  withdrawImpact: (reference: string) => `/impact-records/${ref(reference)}/withdraw`,
  releaseImpact: (reference: string) => `/impact-records/${ref(reference)}/release`,
  signingKey: () => '/keys/signing',
  checkStatement: () => '/keys/check',
  impactRecord: (reference: string) => `/impact-records/${ref(reference)}`,
};
