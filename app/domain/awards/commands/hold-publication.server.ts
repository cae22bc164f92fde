import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { dayInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { addDays, ukDay } from '../../uk-time';
import { mayRunAward, ofDelivery } from '../award-policy';
import { lockedDeliverable } from '../delivery/load-deliverable.server';
import { clockOf } from '../publication/load-clock.server';
import { HOLD_REASONS, holdNow, type HoldReason } from '../publication/publication-clock';

const LONGEST_DAYS = 366;

/** Holds what was delivered back: by a named person, for a reason, until a day. Then it is released by itself. */
export const holdPublication = command({
  name: 'awards.holdPublication',
  input: z.strictObject({
    reference: referenceInput,
    reason: z.enum(Object.keys(HOLD_REASONS) as HoldReason[], 'Choose the reason'),
    words: textInput('Say why, for both sides', 2000),
    endsOn: dayInput('Enter when the hold ends'),
  }),
  load: async ({ tx, input }) => {
    const deliverable = await lockedDeliverable(tx, input.reference);
    const clock = deliverable && (await clockOf(tx, deliverable.id));
    return clock && { deliverable, clock };
  },
  authorise: (actor, { deliverable }) => ofDelivery(mayRunAward)(actor, deliverable.award),
  subject: ({ deliverable }) => ({ noun: 'deliverable', nounId: deliverable.id }),
  decide: ({ input, loaded: { deliverable, clock }, actor, now, newId }) => {
    const today = ukDay(now);
    if (clock.releasedAt)
      return refuse('DeliverableIsReleased', 'It has been released, so it can no longer be held.');
    if (holdNow(clock.holds, today))
      return refuse('PublicationIsHeld', 'Publication is held already.', { stale: true });
    if (input.endsOn <= today || input.endsOn > addDays(today, LONGEST_DAYS))
      return refuseField('HoldEndIsWrong', 'endsOn', 'Enter a day after today, within a year');
    const { reason, words, endsOn } = input;
    const row = {
      id: newId(),
      deliverableId: deliverable.id,
      reason,
      words,
      endsOn,
      placedOn: today,
      placedById: isPerson(actor) ? actor.id : '',
    };
    const data = { awardId: deliverable.award.id, holdId: row.id, reason, days: daysBetween(today, endsOn) };
    return {
      change: { row, reference: deliverable.reference },
      facts: [{ name: 'PublicationWasHeld', noun: 'deliverable', nounId: deliverable.id, data }],
    };
  },
  save: async ({ tx }, { row, reference }) => {
    await tx.publicationHold.create({ data: row });
    return { reference };
  },
});

const daysBetween = (from: Date, to: Date): number =>
  Math.round((to.getTime() - from.getTime()) / 86_400_000);
