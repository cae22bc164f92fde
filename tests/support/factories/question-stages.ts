import type { QuestionStages } from '~/domain/questions/question';

/** A draft that nobody has sent anywhere. */
export const NO_STAGE: QuestionStages = {
  submittedAt: null,
  returnedAt: null,
  publishedAt: null,
  clarificationsCloseAt: null,
  closesAt: null,
  openedAt: null,
  evaluationStartedAt: null,
  decidedAt: null,
  deliveryStartedAt: null,
  answeredAt: null,
  withdrawnAt: null,
  setAsideAt: null,
};
