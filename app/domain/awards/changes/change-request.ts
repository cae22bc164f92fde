import type { Part, Side } from '../steps/part';
import type { Steps } from '../steps/step';

export const CHANGE_KINDS = {
  dates: 'Dates',
  people: 'People',
  budget: 'Budget between milestones',
  scope: 'Scope',
  suspension: 'Suspension',
  termination: 'Early end',
} as const;
export type ChangeKind = keyof typeof CHANGE_KINDS;
export const CHANGE_KIND_CODES = Object.keys(CHANGE_KINDS) as ChangeKind[];

export const CHANGE_STATES = {
  asked: 'Waits for an answer',
  accepted: 'Accepted',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
} as const;
export type ChangeState = keyof typeof CHANGE_STATES;

/** The other side decides: the winner, or the senior responsible owner. Whoever asked can take it back. */
export function changeSteps(side: Side): Steps {
  const decides: Part[] = side === 'team' ? ['winner'] : ['owner'];
  const asked: Part[] = side === 'team' ? ['team'] : ['winner'];
  return {
    accept: {
      from: ['asked'],
      to: 'accepted',
      by: decides,
      label: 'Accept: the plan changes now',
      words: { label: 'A comment', needed: false },
      fact: 'ChangeRequestWasAccepted',
    },
    decline: {
      from: ['asked'],
      to: 'declined',
      by: decides,
      label: 'Decline',
      words: { label: 'Why it is declined', needed: true },
      fact: 'ChangeRequestWasDeclined',
    },
    withdraw: {
      from: ['asked'],
      to: 'withdrawn',
      by: asked,
      label: 'Withdraw it',
      words: { label: 'A comment', needed: false },
      fact: 'ChangeRequestWasWithdrawn',
    },
  };
}
