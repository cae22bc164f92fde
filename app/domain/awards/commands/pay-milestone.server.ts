import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayPay } from '../award-policy';
import { lockedAward } from '../load-award.server';
import { isOpenClaim, leftToClaim } from '../claims/payment-claim';
import { owesWork } from '../delivery/milestone';

/** Records that an accepted milestone was paid. The payment itself is made elsewhere. */
export const payMilestone = command({
  name: 'awards.payMilestone',
  input: z.strictObject({ reference: referenceInput, position: z.coerce.number().int().min(1).max(100) }),
  load: async ({ tx, input }) => {
    const award = await lockedAward(tx, input.reference);
    const milestone = award?.milestones.find(({ position }) => position === input.position);
    if (!award || !milestone) return null;
    const claims = await tx.paymentClaim.findMany({
      where: { milestoneId: milestone.id },
      select: { amount: true, state: true },
    });
    return { award, milestone, claims };
  },
  authorise: (actor, { award }) => mayPay(actor, award),
  subject: ({ award }) => ({ noun: 'award', nounId: award.id }),
  decide: ({ loaded: { award, milestone, claims } }) => {
    if (milestone.paidAt) return refuse('MilestoneIsPaid', 'This milestone has been paid already.');
    if (milestone.amount === 0) return refuse('NothingIsOwed', 'Nothing is paid for this milestone.');
    if (milestone.cancelledAt) return refuse('MilestoneIsCancelled', 'This milestone was cancelled.');
    if (owesWork(milestone))
      return refuse('MilestoneIsNotAccepted', 'A milestone is paid once what it owes was accepted.');
    if (claims.some(({ state }) => isOpenClaim(state)))
      return refuse('ClaimIsOpen', 'A payment was claimed. Answer the claim; it is paid there.');
    const { id: milestoneId, position } = milestone;
    const amount = leftToClaim(milestone.amount, claims);
    return {
      change: { milestoneId, reference: award.reference },
      facts: [
        {
          name: 'MilestoneWasPaid',
          noun: 'award',
          nounId: award.id,
          data: { milestone: position, amount, bidId: award.bidId },
        },
      ],
    };
  },
  save: async ({ tx, now }, { milestoneId, reference }) => {
    await tx.milestone.update({ where: { id: milestoneId }, data: { paidAt: now } });
    return { reference };
  },
});
