import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { moneyInput, optionalTextInput } from '../../form-inputs';
import { showMoney } from '../../money';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { stateOf } from '../award';
import { isOpenClaim, leftToClaim } from '../claims/payment-claim';
import { lockedAward } from '../load-award.server';
import { owesWork } from '../delivery/milestone';
import { mayAct, partsOf } from '../steps/part';
import { recordStep } from '../steps/record-step.server';

/** The winner asks for the payment of a milestone, or of a part of it, once what it owes was accepted. */
export const makeClaim = command({
  name: 'awards.makeClaim',
  input: z.strictObject({
    reference: referenceInput,
    position: z.coerce.number().int().min(1).max(100),
    amount: moneyInput('Enter the amount you claim'),
    note: optionalTextInput(5000),
  }),
  load: async ({ tx, input }) => {
    const award = await lockedAward(tx, input.reference);
    const milestone = award?.milestones.find(({ position }) => position === input.position);
    if (!award || !milestone) return null;
    const claims = await tx.paymentClaim.findMany({ where: { milestoneId: milestone.id } });
    return { award, milestone, claims };
  },
  authorise: (actor, { award }) => mayAct(actor, award, partsOf(actor, award), ['winner']),
  subject: ({ award }) => ({ noun: 'award', nounId: award.id }),
  decide: ({ input, loaded: { award, milestone, claims }, actor, now, newId, newReference }) => {
    if (stateOf(award, now) !== 'inDelivery')
      return refuse('DeliveryIsNotOn', 'Payments are claimed between the contract and its closing.');
    if (milestone.paidAt) return refuse('MilestoneIsPaid', 'This milestone has been paid already.');
    if (milestone.cancelledAt) return refuse('MilestoneIsCancelled', 'This milestone was cancelled.');
    if (owesWork(milestone))
      return refuse('MilestoneIsNotAccepted', 'A milestone is paid once what it owes was accepted.');
    if (claims.some(({ state }) => isOpenClaim(state)))
      return refuse('ClaimIsOpen', 'A claim for this milestone is open already.', { stale: true });
    const left = leftToClaim(milestone.amount, claims);
    if (input.amount === 0) return refuseField('ClaimIsNothing', 'amount', 'Enter more than £0');
    if (input.amount > left)
      return refuseField(
        'ClaimIsTooMuch',
        'amount',
        `Only ${showMoney(left)} is left to claim for this milestone`,
      );
    const row = {
      id: newId(),
      reference: newReference(),
      milestoneId: milestone.id,
      amount: input.amount,
      state: 'new',
      madeById: isPerson(actor) ? actor.id : '',
    };
    const data = { questionId: award.question.id, bidId: award.bidId, subjectId: row.id, amount: row.amount };
    return {
      change: { award, row, note: input.note },
      facts: [{ name: 'PaymentClaimWasMade', noun: 'award', nounId: award.id, data }],
    };
  },
  save: async (saving, { award, row, note }) => {
    await saving.tx.paymentClaim.create({ data: { ...row, madeAt: saving.now } });
    await recordStep(saving, 'paymentClaim', { id: row.id, award, amount: row.amount }, 'make', note);
    return { reference: row.reference };
  },
  rules: {
    payment_claim_one_open: refuse('ClaimIsOpen', 'A claim for this milestone is open already.', {
      stale: true,
    }),
  },
});
