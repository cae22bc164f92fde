import { z } from 'zod';
import { isMember } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { ukDay } from '../../uk-time';
import { mayRunAward } from '../award-policy';
import { deliverableRecord } from '../delivery/load-deliverable.server';
import { possibleReviewers, roundsOf } from '../review/load-rounds.server';
import { currentRound, isAwaited } from '../review/review-round';
import { headOf, seesDelivery } from '../steps/seen-delivery.server';

/** Whom a round of review can ask. */
export const reviewRoundPage = query({
  name: 'awards.reviewRound',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input, now }) => {
    const found = actor && (await deliverableRecord(db, input.reference));
    if (!actor || !found || !seesDelivery(actor, found.award)) return null;
    const rounds = await roundsOf(db, found.id);
    const runs = isAllowed(mayRunAward(actor, found.award));
    const waits = !found.acceptedAt && !found.returnedAt;
    const opens = runs && waits && !isAwaited(currentRound(rounds), ukDay(now));
    const people = opens ? await possibleReviewers(db, found.award) : [];
    return {
      award: headOf(found.award),
      reference: found.reference,
      title: found.title,
      number: rounds.length + 1,
      opens,
      people: people.map(({ reference, name }) => ({ reference, name })),
    };
  },
});
