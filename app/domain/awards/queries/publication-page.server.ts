import { z } from 'zod';
import { isMember } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { ukDay } from '../../uk-time';
import { mayRunAward } from '../award-policy';
import { deliverableRecord } from '../delivery/load-deliverable.server';
import { clockOf } from '../publication/load-clock.server';
import {
  CLOCK_STATES,
  clockState,
  HOLD_REASONS,
  holdNow,
  RIGHTS,
  type HoldReason,
  type Rights,
} from '../publication/publication-clock';
import { headOf, seesDelivery } from '../steps/seen-delivery.server';

/** The publication clock of what was signed off: the same for both sides. */
export const publicationPage = query({
  name: 'awards.publication',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input, now }) => {
    const found = actor && (await deliverableRecord(db, input.reference));
    if (!actor || !found || !seesDelivery(actor, found.award)) return null;
    const clock = await clockOf(db, found.id);
    if (!clock) return null;
    const today = ukDay(now);
    const state = clockState(clock, today, clock.protocolIsOut);
    const runs = isAllowed(mayRunAward(actor, found.award));
    return {
      award: headOf(found.award),
      reference: found.reference,
      title: found.title,
      state,
      stateName: CLOCK_STATES[state],
      rights: RIGHTS[clock.rights as Rights],
      signedOffOn: clock.signedOffOn,
      sightEndsOn: clock.sightEndsOn,
      dueOn: clock.dueOn,
      heldUntil: holdNow(clock.holds, today)?.endsOn ?? null,
      releasedAt: clock.releasedAt,
      protocolIsOut: clock.protocol || clock.protocolIsOut,
      holds: clock.holds.map(({ reason, words, placedOn, placedBy, endsOn, liftedAt }) => ({
        reason: HOLD_REASONS[reason as HoldReason],
        words,
        placedOn,
        placedBy,
        endsOn,
        liftedAt,
      })),
      may: { hold: runs && !clock.releasedAt && state !== 'held', lift: runs && state === 'held' },
    };
  },
});
