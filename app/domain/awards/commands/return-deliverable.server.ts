import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayRunAward, ofDelivery } from '../award-policy';
import { lockedDeliverable } from '../delivery/load-deliverable.server';

/** Sends a deliverable back with the reason; the milestone can be delivered again. */
export const returnDeliverable = command({
  name: 'awards.returnDeliverable',
  input: z.strictObject({ reference: referenceInput, reason: textInput('Say what has to change', 5000) }),
  load: ({ tx, input }) => lockedDeliverable(tx, input.reference),
  authorise: (actor, { award }) => ofDelivery(mayRunAward)(actor, award),
  subject: ({ id }) => ({ noun: 'deliverable', nounId: id }),
  decide: ({ input, loaded: { id, reference, award, milestone, acceptedAt, returnedAt } }) => {
    if (acceptedAt || returnedAt)
      return refuse('DeliverableIsDecided', 'This has been accepted or returned already.');
    const data = { awardId: award.id, bidId: award.bidId, milestone: milestone.position };
    return {
      change: { id, reference, reason: input.reason },
      facts: [{ name: 'DeliverableWasReturned', noun: 'deliverable', nounId: id, data }],
    };
  },
  save: async ({ tx, now }, { id, reference, reason }) => {
    await tx.deliverable.update({ where: { id }, data: { returnedAt: now, returnedReason: reason } });
    return { reference };
  },
});
