import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { ukDay } from '../../uk-time';
import { mayRunAward, ofDelivery } from '../award-policy';
import { lockedDeliverable } from '../delivery/load-deliverable.server';
import { clockOf } from '../publication/load-clock.server';
import { holdNow } from '../publication/publication-clock';

/** Ends a hold before its day. */
export const liftHold = command({
  name: 'awards.liftHold',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, input }) => {
    const deliverable = await lockedDeliverable(tx, input.reference);
    const clock = deliverable && (await clockOf(tx, deliverable.id));
    return clock && { deliverable, clock };
  },
  authorise: (actor, { deliverable }) => ofDelivery(mayRunAward)(actor, deliverable.award),
  subject: ({ deliverable }) => ({ noun: 'deliverable', nounId: deliverable.id }),
  decide: ({ loaded: { deliverable, clock }, now }) => {
    const hold = holdNow(clock.holds, ukDay(now));
    if (!hold) return refuse('PublicationIsNotHeld', 'No hold stands now.', { stale: true });
    const data = { awardId: deliverable.award.id, holdId: hold.id };
    return {
      change: { id: hold.id, reference: deliverable.reference },
      facts: [{ name: 'PublicationHoldWasLifted', noun: 'deliverable', nounId: deliverable.id, data }],
    };
  },
  save: async ({ tx, now }, { id, reference }) => {
    await tx.publicationHold.update({ where: { id }, data: { liftedAt: now } });
    return { reference };
  },
});
