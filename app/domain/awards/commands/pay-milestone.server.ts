import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayPay } from '../award-policy';
import { lockedAward } from '../load-award.server';
import { isAccepted } from '../delivery/milestone';

/** Records that an accepted milestone was paid. The payment itself is made elsewhere. */
export const payMilestone = command({
  name: 'awards.payMilestone',
  input: z.strictObject({ reference: referenceInput, position: z.coerce.number().int().min(1).max(100) }),
  load: async ({ tx, input }) => {
    const award = await lockedAward(tx, input.reference);
    const milestone = award?.milestones.find(({ position }) => position === input.position);
    return award && milestone ? { award, milestone } : null;
  },
  authorise: (actor, { award }) => mayPay(actor, award),
  subject: ({ award }) => ({ noun: 'award', nounId: award.id }),
  decide: ({ loaded: { award, milestone } }) => {
    if (milestone.paidAt) return refuse('MilestoneIsPaid', 'This milestone has been paid already.');
    if (milestone.amount === 0) return refuse('NothingIsOwed', 'Nothing is paid for this milestone.');
    if (!isAccepted(milestone))
      return refuse('MilestoneIsNotAccepted', 'A milestone is paid once what it owes was accepted.');
    const { id: milestoneId, position, amount } = milestone;
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
