import { refuse } from '../../refusal';
import { stateOf } from '../award';
import { lockedObligation } from '../obligations/load-obligation.server';
import { OBLIGATION_STEPS } from '../obligations/obligation';
import { stepCommand } from '../steps/take-step.server';

/** The team says how it met what it owes; the other side can dispute it. */
export const advanceObligation = stepCommand({
  name: 'awards.advanceObligation',
  subject: 'obligation',
  steps: OBLIGATION_STEPS,
  load: lockedObligation,
  refusal: ({ award }, _, { now }) =>
    stateOf(award, now) === 'closed' ? refuse('AwardIsClosed', 'The award is closed.') : null,
  save: (tx, { id }, state) => tx.obligation.update({ where: { id }, data: { state } }),
});
