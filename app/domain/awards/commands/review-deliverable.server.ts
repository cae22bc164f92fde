import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { mayReview, ofDelivery } from '../award-policy';
import { lockedDeliverable } from '../delivery/load-deliverable.server';
import { roundsOf } from '../review/load-rounds.server';
import {
  currentRound,
  isRunning,
  REVIEW_DECISIONS,
  waitsFor,
  type ReviewDecision,
} from '../review/review-round';

const decisions = Object.keys(REVIEW_DECISIONS) as ReviewDecision[];

/** A peer's written review; sign-off is somebody else's. In a round it is one of the named people who decides. */
export const reviewDeliverable = command({
  name: 'awards.reviewDeliverable',
  input: z.strictObject({
    reference: referenceInput,
    note: textInput('Write your review', 10_000),
    decision: z.enum(decisions).optional(),
  }),
  load: async ({ tx, input }) => {
    const deliverable = await lockedDeliverable(tx, input.reference);
    return deliverable && { ...deliverable, rounds: await roundsOf(tx, deliverable.id) };
  },
  authorise: (actor, { award }) => ofDelivery(mayReview)(actor, award),
  subject: ({ id }) => ({ noun: 'deliverable', nounId: id }),
  decide: ({
    input,
    loaded: { id, reference, acceptedAt, returnedAt, reviewedAt, award, rounds },
    actor,
  }) => {
    if (acceptedAt || returnedAt)
      return refuse('DeliverableIsDecided', 'This has been accepted or returned already.');
    if (reviewedAt) return refuse('DeliverableIsReviewed', 'This has been reviewed already.');
    const by = isPerson(actor) ? actor.id : '';
    const round = currentRound(rounds);
    const running = isRunning(round) ? round : null;
    const waiting = running ? waitsFor(running) : [];
    if (running && !waiting.some(({ reviewerId }) => reviewerId === by))
      return refuse(
        'OthersReview',
        'Named people review this, and you are not one of those it still waits for.',
      );
    if (running && !input.decision)
      return refuseField('DecisionIsMissing', 'decision', 'Choose what you advise');
    const roundId = running?.id ?? null;
    const last = waiting.length <= 1;
    const own = { roundId, decision: input.decision ?? null };
    const about = { awardId: award.id, ...own, last };
    return {
      change: { id, reference, note: input.note, by, last, ...own },
      facts: [
        {
          name: last ? 'DeliverableWasReviewed' : 'ReviewWasGiven',
          noun: 'deliverable',
          nounId: id,
          data: about,
        },
      ],
    };
  },
  save: async ({ tx, now }, { id, reference, note, by, last, roundId, decision }) => {
    if (roundId)
      await tx.review.update({
        where: { roundId_reviewerId: { roundId, reviewerId: by } },
        data: { decision, comment: note, givenAt: now },
      });
    if (last)
      await tx.deliverable.update({
        where: { id },
        data: { reviewedAt: now, reviewedById: by === '' ? null : by, reviewNote: note },
      });
    return { reference };
  },
});
