import type { Steps } from '../steps/step';

export const CLAIM_STATES = {
  new: 'New, not submitted',
  submitted: 'Submitted',
  queried: 'Queried',
  answered: 'Query answered',
  approved: 'Approved',
  requested: 'Payment requested',
  paid: 'Paid',
  withdrawn: 'Withdrawn',
} as const;
export type ClaimState = keyof typeof CLAIM_STATES;

export const isOpenClaim = (state: string): boolean => state !== 'paid' && state !== 'withdrawn';

export const CLAIM_STEPS = {
  submit: {
    from: ['new'],
    to: 'submitted',
    by: ['winner'],
    label: 'Submit it',
    fact: 'PaymentClaimWasSubmitted',
  },
  answer: {
    from: ['queried'],
    to: 'answered',
    by: ['winner'],
    label: 'Answer the query',
    words: { label: 'Your answer', needed: true },
    fact: 'PaymentClaimQueryWasAnswered',
  },
  approve: {
    from: ['submitted', 'answered'],
    to: 'approved',
    by: ['team'],
    label: 'Approve it',
    words: { label: 'A note', needed: false },
    fact: 'PaymentClaimWasApproved',
  },
  query: {
    from: ['submitted', 'answered'],
    to: 'queried',
    by: ['team'],
    label: 'Ask about it',
    words: { label: 'Your query', needed: true },
    fact: 'PaymentClaimWasQueried',
  },
  request: {
    from: ['approved'],
    to: 'requested',
    by: ['budgetHolder'],
    label: 'Say that payment is requested',
    fact: 'PaymentWasRequested',
  },
  pay: {
    from: ['requested'],
    to: 'paid',
    by: ['budgetHolder'],
    label: 'Record that it is paid',
    day: 'The day it was paid',
    fact: 'PaymentClaimWasPaid',
  },
  withdraw: {
    from: ['new', 'submitted', 'queried', 'answered'],
    to: 'withdrawn',
    by: ['winner'],
    label: 'Withdraw it',
    words: { label: 'Why it is withdrawn', needed: true },
    fact: 'PaymentClaimWasWithdrawn',
  },
} as const satisfies Steps;

/** What is left to claim: the milestone less every claim that stands. */
export const leftToClaim = (amount: number, claims: { amount: number; state: string }[]): number =>
  claims.reduce((left, claim) => (claim.state === 'withdrawn' ? left : left - claim.amount), amount);

/** The whole milestone is paid once its paid claims come to its amount. */
export const paidInFull = (amount: number, claims: { amount: number; state: string }[]): boolean =>
  claims.reduce((paid, claim) => (claim.state === 'paid' ? paid + claim.amount : paid), 0) >= amount;
