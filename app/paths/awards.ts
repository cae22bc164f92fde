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
  deliverable: (reference: string) => `/deliverables/${ref(reference)}`,
  reviewDeliverable: (reference: string) => `/deliverables/${ref(reference)}/review`,
  acceptDeliverable: (reference: string) => `/deliverables/${ref(reference)}/accept`,
  returnDeliverable: (reference: string) => `/deliverables/${ref(reference)}/return`,
};
