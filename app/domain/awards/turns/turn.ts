import { showDay } from '../../uk-time';

/** A step of a competition that one person has to take before it goes on, in its order. */
export const TURNS = {
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
export type TurnKind = keyof typeof TURNS;

export interface Turn {
  kind: TurnKind;
  /** Of the question, or of the award once there is one. */
  reference: string;
  title: string;
  /** A day. */
  due: Date | null;
}

export const showTurnDue = (due: Date | string | null): string =>
  due === null ? 'To do' : `By ${showDay(due)}`;
