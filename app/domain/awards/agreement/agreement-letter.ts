import { showMoney } from '../../money';
import { showDate } from '../../uk-time';
import type { Steps } from '../steps/step';

export const LETTER_STATES = {
  prepared: 'Prepared, not sent',
  sent: 'Sent, to be signed',
  signed: 'Signed by the lead',
  countersigned: 'Signed by the lead and the institution',
  approved: 'Approved: the contract',
  rejected: 'Rejected',
  reset: 'Taken back',
} as const;
export type LetterState = keyof typeof LETTER_STATES;

/** Dead letters stay readable; another can be prepared beside them. */
export const isLive = (state: string): boolean => state !== 'rejected' && state !== 'reset';

const why = (label: string) => ({ label, needed: true });

export const LETTER_STEPS = {
  send: {
    from: ['prepared'],
    to: 'sent',
    by: ['team'],
    label: 'Send it to the lead of the bid',
    fact: 'AgreementLetterWasSent',
  },
  sign: {
    from: ['sent'],
    to: 'signed',
    by: ['lead'],
    label: 'Sign it as it stands',
    fact: 'AgreementLetterWasSigned',
  },
  countersign: {
    from: ['signed'],
    to: 'countersigned',
    by: ['signatory'],
    label: 'Sign it for the institution',
    fact: 'AgreementLetterWasCountersigned',
  },
  approve: {
    from: ['signed', 'countersigned'],
    to: 'approved',
    by: ['budgetHolder'],
    label: 'Approve it: delivery starts',
    fact: 'AgreementLetterWasApproved',
  },
  reject: {
    from: ['sent'],
    to: 'rejected',
    by: ['lead'],
    label: 'Reject it',
    words: why('What has to change'),
    fact: 'AgreementLetterWasRejected',
  },
  refuse: {
    from: ['signed', 'countersigned'],
    to: 'rejected',
    by: ['budgetHolder', 'signatory'],
    label: 'Reject it',
    words: why('What has to change'),
    fact: 'AgreementLetterWasRejected',
  },
  reset: {
    from: ['prepared', 'sent', 'signed', 'countersigned'],
    to: 'reset',
    by: ['team'],
    label: 'Take it back',
    words: why('Why it is taken back'),
    fact: 'AgreementLetterWasReset',
  },
} as const satisfies Steps;

interface LetterFacts {
  bidder: string;
  title: string;
  amount: number;
  milestones: { position: number; title: string; dueOn: Date; amount: number }[];
  terms: { label: string; value: string }[];
}

/** A first text of the letter, from what was awarded and what the terms said before the first bid. */
export function draftedLetter({ bidder, title, amount, milestones, terms }: LetterFacts): string {
  const plan = milestones.map(
    (one) =>
      `${one.position}. ${one.title}, due ${showDate(one.dueOn)}${one.amount > 0 ? `: ${showMoney(one.amount)}` : ''}`,
  );
  const said = terms.filter(({ value }) => value !== '').map(({ label, value }) => `${label}: ${value}`);
  return [
    `To ${bidder}`,
    `Your bid for “${title}” has been awarded ${showMoney(amount)}, without VAT. This letter, once both sides have signed it, is the agreement between us.`,
    `Milestones\n${plan.join('\n')}`,
    ...(said.length > 0 ? [`Terms, as published with the question\n${said.join('\n')}`] : []),
    'What is agreed here changes only by a change request that the other side accepts.',
  ].join('\n\n');
}
