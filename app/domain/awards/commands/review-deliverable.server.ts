import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayReview, ofDelivery } from '../award-policy';
import { lockedDeliverable } from '../delivery/load-deliverable.server';

/** A peer's written review; sign-off is somebody else's. */
export const reviewDeliverable = command({
  name: 'awards.reviewDeliverable',
  input: z.strictObject({ reference: referenceInput, note: textInput('Write your review', 10_000) }),
  load: ({ tx, input }) => lockedDeliverable(tx, input.reference),
  authorise: (actor, { award }) => ofDelivery(mayReview)(actor, award),
  subject: ({ id }) => ({ noun: 'deliverable', nounId: id }),
  decide: ({ input, loaded: { id, reference, acceptedAt, returnedAt, reviewedAt, award }, actor }) => {
    if (acceptedAt || returnedAt)
      return refuse('DeliverableIsDecided', 'This has been accepted or returned already.');
    if (reviewedAt) return refuse('DeliverableIsReviewed', 'This has been reviewed already.');
    return {
      change: { id, reference, note: input.note, by: isPerson(actor) ? actor.id : null },
      facts: [
        { name: 'DeliverableWasReviewed', noun: 'deliverable', nounId: id, data: { awardId: award.id } },
      ],
    };
  },
  save: async ({ tx, now }, { id, reference, note, by }) => {
    await tx.deliverable.update({
      where: { id },
      data: { reviewedAt: now, reviewedById: by, reviewNote: note },
    });
    return { reference };
  },
});
