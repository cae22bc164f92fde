import { enc, ref } from './address';

export const bidsPaths = {
  bids: () => '/bids',
  bid: (reference: string) => `/bids/${ref(reference)}`,
  startBid: (question: string) => `/questions/${ref(question)}/bid`,
  bidEligibility: (question: string) => `/questions/${ref(question)}/eligibility`,
  bidSection: (reference: string, section: string) => `/bids/${ref(reference)}/sections/${enc(section)}`,
  bidAutosave: (reference: string) => `/bids/${ref(reference)}/autosave`,
  bidVersions: (reference: string) => `/bids/${ref(reference)}/versions`,
  bidTeam: (reference: string) => `/bids/${ref(reference)}/team`,
  bidInvitation: (reference: string) => `/bids/${ref(reference)}/invitation`,
  bidSignOff: (reference: string) => `/bids/${ref(reference)}/sign-off`,
  bidKeeping: (reference: string) => `/bids/${ref(reference)}/kept`,
  checkBid: (reference: string) => `/bids/${ref(reference)}/check`,
  bidReceipt: (reference: string) => `/bids/${ref(reference)}/receipt`,
  bidReceiptFile: (reference: string) => `/bids/${ref(reference)}/receipt.json`,
  withdrawBid: (reference: string) => `/bids/${ref(reference)}/withdraw`,
  discardBid: (reference: string) => `/bids/${ref(reference)}/discard`,
  excludeBid: (reference: string) => `/bids/${ref(reference)}/exclude`,
  checkReceipt: () => '/receipts/check',
  opening: (question: string) => `/questions/${ref(question)}/opening`,
};
