import { advanceClaim } from '~/domain/awards/commands/advance-claim.server';
import { makeClaim } from '~/domain/awards/commands/make-claim.server';
import { action, unless, type Action } from '../action';
import { BIDS, leadOf, type ClaimState, type Model, type Role } from '../model/model';
import { at, isOpenClaim, isUnderContract, isWinner, set } from './delivering';

const LEADS: Role[] = ['author', 'owner'];
const WINNERS: Role[] = BIDS.map(leadOf);

interface ClaimStep {
  /** As the product calls it. */
  step: string;
  name: (position: number) => string;
  from: ClaimState[];
  to: ClaimState;
  by: Role[];
  /** Why it cannot be taken from any other state. */
  why: string;
  onward?: boolean;
}

/** Submitted, queried and answered as often as it takes, approved, requested, paid; taken back until it is approved. */
const STEPS: ClaimStep[] = [
  {
    ...{ step: 'submit', from: ['new'], to: 'submitted', by: WINNERS, why: 'it was submitted', onward: true },
    name: (position) => `submit claim ${position}`,
  },
  {
    ...{ step: 'query', from: ['submitted', 'answered'], to: 'queried', by: LEADS },
    ...{ why: 'there is nothing to ask about', name: (position) => `ask about claim ${position}` },
  },
  {
    ...{ step: 'answer', from: ['queried'], to: 'answered', by: WINNERS, why: 'nothing was asked' },
    ...{ onward: true, name: (position) => `answer about claim ${position}` },
  },
  {
    ...{ step: 'approve', from: ['submitted', 'answered'], to: 'approved', by: LEADS, onward: true },
    ...{ why: 'it waits for no approval', name: (position) => `approve claim ${position}` },
  },
  {
    ...{ step: 'request', from: ['approved'], to: 'requested', by: ['holder'], why: 'it is not approved' },
    ...{ onward: true, name: (position) => `request the payment of claim ${position}` },
  },
  {
    ...{ step: 'pay', from: ['requested'], to: 'paid', by: ['holder'], why: 'its payment was not requested' },
    ...{ onward: true, name: (position) => `record that claim ${position} is paid` },
  },
  {
    ...{ step: 'withdraw', from: ['new', 'submitted', 'queried', 'answered'], to: 'withdrawn', by: WINNERS },
    ...{ why: 'it is approved, or there is none', name: (position) => `take claim ${position} back` },
  },
];

const claimOf = (model: Model, position: number): ClaimState | null => at(model, position)?.claim ?? null;
const isFrom = (from: ClaimState[], claim: ClaimState | null): boolean =>
  claim !== null && from.includes(claim);

const stepsOf = (position: number): Action[] =>
  STEPS.map(({ step, name, from, to, by: whose, why, onward = false }) =>
    action(name(position), whose, {
      ...(onward ? { onward } : {}),
      theirs: (model, by) => (whose === WINNERS ? isWinner(model, by) : whose.includes(by)),
      why: (model) => unless([!isFrom(from, claimOf(model, position)), why]),
      then: (model) => set(model, position, { claim: to, ...(to === 'paid' ? { paid: true } : {}) }),
      does: async (game, by) =>
        game.run(advanceClaim, by, {
          ...{ reference: await game.claim(position), step, words: 'As agreed.' },
          on: step === 'pay' ? game.today() : '',
        }),
    }),
  );

const makes = (position: number): Action =>
  action(`claim the payment of milestone ${position}`, WINNERS, {
    theirs: isWinner,
    why: (model) =>
      unless(
        [!isUnderContract(model), 'there is no delivery'],
        [at(model, position)?.delivered !== 'accepted', 'nothing was accepted'],
        [at(model, position)?.paid === true, 'it was paid'],
        [isOpenClaim(claimOf(model, position)), 'a claim is open'],
      ),
    then: (model) => set(model, position, { claim: 'new' }),
    does: async (game, by) =>
      game.run(makeClaim, by, {
        ...{ reference: await game.award(), position, note: '' },
        amount: await game.amountOf(position),
      }),
  });

export const CLAIMING: Action[] = [1, 2].flatMap((position) => [makes(position), ...stepsOf(position)]);
