import { ref } from './address';

export const awardsPaths = {
  ownAwards: () => '/awards',
  award: (reference: string) => `/awards/${ref(reference)}`,
  withdrawAward: (reference: string) => `/awards/${ref(reference)}/withdraw`,
  planMilestones: (reference: string) => `/awards/${ref(reference)}/milestones`,
  signContract: (reference: string) => `/awards/${ref(reference)}/contract`,
  closeAward: (reference: string) => `/awards/${ref(reference)}/close`,
  deliver: (reference: string, position: number) =>
    `/awards/${ref(reference)}/milestones/${position}/deliver`,
  payMilestone: (reference: string, position: number) =>
    `/awards/${ref(reference)}/milestones/${position}/pay`,
  agreementLetter: (reference: string) => `/awards/${ref(reference)}/agreement`,
  prepareLetter: (reference: string) => `/awards/${ref(reference)}/agreement/prepare`,
  makeClaim: (reference: string, position: number) =>
    `/awards/${ref(reference)}/milestones/${position}/claim`,
  claim: (reference: string) => `/claims/${ref(reference)}`,
  changes: (reference: string) => `/awards/${ref(reference)}/changes`,
  askChange: (reference: string, kind: string) => `/awards/${ref(reference)}/changes/${kind}`,
  change: (reference: string) => `/changes/${ref(reference)}`,
  plan: (reference: string, number: number) => `/awards/${ref(reference)}/plans/${number}`,
  monitoring: (reference: string) => `/awards/${ref(reference)}/monitoring`,
  monitoringReport: (reference: string) => `/monitoring/${ref(reference)}`,
  obligations: (reference: string) => `/awards/${ref(reference)}/obligations`,
  obligation: (reference: string) => `/obligations/${ref(reference)}`,
  funding: (reference: string) => `/awards/${ref(reference)}/funding`,
  addFunding: (reference: string) => `/awards/${ref(reference)}/funding/add`,
  takeOverFunder: (award: string, funder: string) => `/awards/${ref(award)}/funding/add?from=${ref(funder)}`,
  recordTranche: (reference: string, tranche: string) => `/awards/${ref(reference)}/funding/${ref(tranche)}`,
  fundingCsv: (reference: string) => `/awards/${ref(reference)}/funding.csv`,
  openReviewRound: (reference: string) => `/deliverables/${ref(reference)}/reviewers`,
  publication: (reference: string) => `/deliverables/${ref(reference)}/publication`,
  lessons: () => '/lessons',
  deliverable: (reference: string) => `/deliverables/${ref(reference)}`,
  reviewDeliverable: (reference: string) => `/deliverables/${ref(reference)}/review`,
  acceptDeliverable: (reference: string) => `/deliverables/${ref(reference)}/accept`,
  returnDeliverable: (reference: string) => `/deliverables/${ref(reference)}/return`,
};
