import type { TurnKind } from '~/domain/awards/turns/turn';
import type { DraftKind, TaskKind } from '~/domain/insight/own/own-work';
import { paths } from '~/paths';

/** Where each kind of waiting thing is done. */
export const TASK_PATHS: Record<TaskKind, (reference: string) => string> = {
  approveQuestion: paths.questionApproval,
  approveDecision: paths.decision,
  approveAtLevel: paths.questionApproval,
  approveDecisionAtLevel: paths.decision,
  decideChallenge: paths.challenge,
  reviewHold: paths.hold,
  answerClarification: paths.clarification,
  answerEnquiry: paths.enquiry,
  answerCascade: paths.cascade,
  answerSponsorship: paths.sponsorship,
  answerRequest: paths.request,
  declareInterest: paths.declaration,
  confirmRegister: paths.ownInterests,
  scoreBids: paths.evaluation,
  answerToAssess: paths.assessing,
  openBids: paths.opening,
  judgeExpressions: paths.expressions,
  settleExtension: paths.extendDeadline,
  reviewDeliverable: paths.reviewDeliverable,
  answerBidInvitation: paths.bidInvitation,
  readInvitation: paths.answerInvitation,
  explainPrice: paths.priceQuestion,
  replyToPanel: paths.bidReply,
  chooseInterview: paths.ownInterview,
  deliverMilestone: paths.award,
  writeMonitoringReport: paths.monitoringReport,
  answerClaimQuery: paths.claim,
  checkMonitoringReport: paths.monitoringReport,
  checkClaim: paths.claim,
  meetObligation: paths.obligation,
  answerChange: paths.change,
  giveFirstEstimate: paths.giveEstimates,
  giveSecondEstimate: paths.elicitation,
  judgeFinding: paths.judgeFinding,
  agreeAppraisal: paths.appraisal,
  answerFollowUp: paths.followUp,
  confirmReorganisation: paths.reorganisation,
  answerHandovers: paths.handovers,
};

export const DRAFT_PATHS: Record<DraftKind, (reference: string) => string> = {
  question: paths.questionDraft,
  returnedQuestion: paths.questionDraft,
  bid: paths.bid,
  finding: paths.findingDraft,
};

export const TURN_PATHS: Record<TurnKind, (reference: string) => string> = {
  appointPanel: paths.panel,
  moderate: paths.moderation,
  recommend: paths.recommendation,
  declareAtAward: paths.declaration,
  sendSummaries: paths.summaries,
  giveNotice: paths.summaries,
  recordContract: paths.award,
  signAgreement: paths.agreementLetter,
  approveAgreement: paths.agreementLetter,
  recordPayment: paths.award,
};
