import { showDay, showInstant } from '../../uk-time';

/** Something that waits for one person, with where it is done. */
export const TASKS = {
  approveQuestion: 'Approve or return',
  approveDecision: 'Decide on the recommendation',
  approveAtLevel: 'Approve a question at your level',
  approveDecisionAtLevel: 'Approve a recommendation at your level',
  decideChallenge: 'Decide a challenge',
  reviewHold: 'Look again at a competition on hold',
  answerClarification: 'Answer a clarification',
  answerEnquiry: 'Answer an enquiry',
  answerCascade: 'Accept, decline or note',
  answerSponsorship: 'Another team asks to join',
  answerRequest: 'Answer a request',
  declareInterest: 'Declare your interests',
  confirmRegister: 'Declare your register for another year',
  scoreBids: 'Score the bids',
  answerToAssess: 'You are asked to assess',
  openBids: 'Open the bids',
  judgeExpressions: 'Judge expressions of interest',
  settleExtension: 'Confirm or decline a later deadline',
  reviewDeliverable: 'Review a deliverable',
  answerBidInvitation: 'Answer an invitation into a bid',
  readInvitation: 'You are invited to answer',
  explainPrice: 'Explain your price',
  replyToPanel: 'Reply to the panel’s reasons',
  chooseInterview: 'Choose a time for your interview',
  deliverMilestone: 'Deliver a milestone',
  writeMonitoringReport: 'Write a monitoring report',
  answerClaimQuery: 'Answer a query about your claim',
  checkMonitoringReport: 'Approve a monitoring report',
  checkClaim: 'Approve a payment claim',
  meetObligation: 'Supply what is overdue',
  answerChange: 'Answer a change request',
  giveFirstEstimate: 'Give your first estimate',
  giveSecondEstimate: 'Discuss, and give your second estimate',
  judgeFinding: 'Judge how sound a finding is',
  agreeAppraisal: 'Agree how sound a finding is',
  answerFollowUp: 'Say what became of it',
  confirmReorganisation: 'Confirm a reorganisation',
  answerHandovers: 'Accept or decline what is handed over',
  appointPanel: 'Appoint the panel',
  moderate: 'Lead the moderation meeting',
  recommend: 'Recommend',
  declareAtAward: 'Declare your interests before the award',
  sendSummaries: 'Send the assessment summaries',
  giveNotice: 'Give the award notice',
  recordContract: 'Agree the contract',
  signAgreement: 'Sign the agreement letter',
  approveAgreement: 'Approve the signed agreement letter',
  recordPayment: 'Record a payment',
} as const;
export type TaskKind = keyof typeof TASKS;

export interface OwnTask {
  kind: TaskKind;
  /** Of the question, bid, clarification, award, deliverable or finding, as the kind asks. */
  reference: string;
  title: string;
  /** By when; of some kinds, since when. */
  due: Date | null;
}

/** These could be done since then, and have no last day. */
const SINCE: ReadonlySet<TaskKind> = new Set<TaskKind>(['openBids', 'reviewDeliverable', 'decideChallenge']);

/** These have a last day, not an hour. */
const DAYS_ALONE: ReadonlySet<TaskKind> = new Set<TaskKind>([
  ...(['approveQuestion', 'reviewHold', 'answerEnquiry', 'answerCascade', 'answerToAssess'] as const),
  ...(['deliverMilestone', 'writeMonitoringReport', 'meetObligation', 'answerFollowUp'] as const),
  ...(['answerHandovers', 'appointPanel'] as const),
]);

export function showDue(kind: TaskKind, due: Date | string | null): string {
  if (due === null) return 'To do';
  if (SINCE.has(kind)) return `Since ${showDay(due)}`;
  return `By ${DAYS_ALONE.has(kind) ? showDay(due) : showInstant(due)}`;
}

export const DRAFTS = {
  question: 'Question',
  returnedQuestion: 'Question, returned to you',
  bid: 'Bid',
  finding: 'Finding',
} as const;
export type DraftKind = keyof typeof DRAFTS;

export interface OwnDraft {
  kind: DraftKind;
  reference: string;
  title: string;
  changedAt: Date;
}
