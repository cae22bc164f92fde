import { enc, ref, withFilters, type Filters } from './address';

export const evaluationPaths = {
  evaluation: (reference: string) => `/questions/${ref(reference)}/evaluation`,
  panel: (reference: string) => `/questions/${ref(reference)}/panel`,
  endPanelMembership: (reference: string, person: string) =>
    `/questions/${ref(reference)}/panel/${ref(person)}/end`,
  declaration: (reference: string) => `/questions/${ref(reference)}/declaration`,
  declarations: (reference: string) => `/questions/${ref(reference)}/declarations`,
  decideInterest: (reference: string, person: string, stage: string) =>
    `/questions/${ref(reference)}/declarations/${ref(person)}/${enc(stage)}`,
  conflicts: (reference: string, filters: Filters = {}) =>
    withFilters(`/questions/${ref(reference)}/conflicts`, filters),
  lookForConflicts: (reference: string) => `/questions/${ref(reference)}/conflicts/look`,
  pinConflict: (reference: string) => `/questions/${ref(reference)}/conflicts/set`,
  conflict: (reference: string) => `/conflicts/${ref(reference)}`,
  scores: (bid: string) => `/bids/${ref(bid)}/scores`,
  consensus: (bid: string) => `/bids/${ref(bid)}/consensus`,
  moderation: (reference: string) => `/questions/${ref(reference)}/moderation`,
  agreeQuality: (reference: string) => `/questions/${ref(reference)}/moderation/agree`,
  ranking: (reference: string) => `/questions/${ref(reference)}/ranking`,
  recommendation: (reference: string) => `/questions/${ref(reference)}/recommendation`,
  decision: (reference: string) => `/questions/${ref(reference)}/decision`,
  returnRecommendation: (reference: string) => `/questions/${ref(reference)}/decision/return`,
  summaries: (reference: string) => `/questions/${ref(reference)}/summaries`,
  prices: (reference: string) => `/questions/${ref(reference)}/prices`,
  priceCheck: (bid: string) => `/bids/${ref(bid)}/price-check`,
  priceQuestion: (bid: string) => `/bids/${ref(bid)}/price-question`,
  bidReply: (bid: string) => `/bids/${ref(bid)}/reply`,
  replies: (reference: string) => `/questions/${ref(reference)}/replies`,
  ownInterview: (bid: string) => `/bids/${ref(bid)}/interview`,
  withdrawFromInterview: (bid: string) => `/bids/${ref(bid)}/interview/withdraw`,
  interviews: (reference: string) => `/questions/${ref(reference)}/interviews`,
  agreeInterviews: (reference: string) => `/questions/${ref(reference)}/interviews/agree`,
  interviewRecord: (bid: string) => `/bids/${ref(bid)}/interview-record`,
  disagreement: (reference: string, filters: Filters = {}) =>
    withFilters(`/questions/${ref(reference)}/disagreement`, filters),
  askAboutScore: (bid: string, position: number) => `/bids/${ref(bid)}/criteria/${position}/ask`,
  explainScore: (bid: string, position: number) => `/bids/${ref(bid)}/criteria/${position}/explain`,
  giveNotice: (reference: string) => `/questions/${ref(reference)}/summaries/notice`,
  bidSummary: (bid: string) => `/bids/${ref(bid)}/summary`,
};
