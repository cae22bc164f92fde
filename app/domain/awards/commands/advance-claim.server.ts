import { refuseField } from '../../refusal';
import { ukDay } from '../../uk-time';
import { lockedClaim } from '../claims/load-claim.server';
import { CLAIM_STEPS, paidInFull } from '../claims/payment-claim';
import { stepCommand } from '../steps/take-step.server';

/** A claim on its way: queries and answers as often as it takes, approval, the request and the payment. */
export const advanceClaim = stepCommand({
  name: 'awards.advanceClaim',
  subject: 'paymentClaim',
  steps: CLAIM_STEPS,
  load: lockedClaim,
  refusal: (_, { step, on }, { now }) =>
    step === 'pay' && on && on > ukDay(now)
      ? refuseField('DayIsAhead', 'on', 'The day it was paid cannot be in the future')
      : null,
  data: ({ milestone }) => ({ milestone: milestone.position }),
  save: (tx, { id }, state, { step, on }) =>
    tx.paymentClaim.update({ where: { id }, data: { state, paidOn: step === 'pay' ? (on ?? null) : null } }),
  alsoSave: async ({ tx, now }, { id, milestoneId, milestone }, { step }) => {
    if (step !== 'pay') return;
    const claims = milestone.claims.map((one) => (one.id === id ? { ...one, state: 'paid' } : one));
    if (paidInFull(milestone.amount, claims))
      await tx.milestone.update({ where: { id: milestoneId }, data: { paidAt: now } });
  },
});
