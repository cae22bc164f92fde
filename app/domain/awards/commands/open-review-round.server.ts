import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { dayInput, listInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { ukDay } from '../../uk-time';
import { mayRunAward, ofDelivery } from '../award-policy';
import { lockedDeliverable } from '../delivery/load-deliverable.server';
import { possibleReviewers, roundsOf } from '../review/load-rounds.server';
import { currentRound, isAwaited } from '../review/review-round';

const MOST_REVIEWERS = 10;

/** Asks named people to review a deliverable by a day. While they do, nobody else’s review counts. */
export const openReviewRound = command({
  name: 'awards.openReviewRound',
  input: z.strictObject({
    reference: referenceInput,
    reviewers: listInput(referenceInput),
    dueOn: dayInput('Enter by when'),
  }),
  load: async ({ tx, input }) => {
    const deliverable = await lockedDeliverable(tx, input.reference);
    if (!deliverable) return null;
    const rounds = await roundsOf(tx, deliverable.id);
    return { deliverable, rounds, possible: await possibleReviewers(tx, deliverable.award) };
  },
  authorise: (actor, { deliverable }) => ofDelivery(mayRunAward)(actor, deliverable.award),
  subject: ({ deliverable }) => ({ noun: 'deliverable', nounId: deliverable.id }),
  decide: ({ input, loaded: { deliverable, rounds, possible }, actor, now, newId }) => {
    if (deliverable.acceptedAt || deliverable.returnedAt)
      return refuse('DeliverableIsDecided', 'This has been accepted or returned already.');
    if (isAwaited(currentRound(rounds), ukDay(now)))
      return refuse('RoundIsRunning', 'A round of review is running already.', { stale: true });
    const named = possible.filter(({ reference }) => input.reviewers.includes(reference));
    const known = new Set(input.reviewers).size === named.length;
    if (named.length === 0 || !known || named.length > MOST_REVIEWERS)
      return refuseField(
        'ReviewersAreWrong',
        'reviewers',
        `Choose from 1 to ${MOST_REVIEWERS} of these people`,
      );
    if (input.dueOn < ukDay(now)) return refuseField('DayIsPast', 'dueOn', 'Enter today or a later day');
    const id = newId();
    const row = {
      id,
      deliverableId: deliverable.id,
      number: rounds.length + 1,
      dueOn: input.dueOn,
      openedById: isPerson(actor) ? actor.id : '',
    };
    const reviewerIds = named.map((person) => person.id);
    const data = {
      awardId: deliverable.award.id,
      roundId: id,
      number: row.number,
      reviewers: reviewerIds.length,
    };
    return {
      change: { row, reviewerIds, reference: deliverable.reference },
      facts: [{ name: 'ReviewRoundWasOpened', noun: 'deliverable', nounId: deliverable.id, data }],
    };
  },
  save: async ({ tx, now }, { row, reviewerIds, reference }) => {
    await tx.reviewRound.create({
      data: { ...row, openedAt: now, reviews: { create: reviewerIds.map((reviewerId) => ({ reviewerId })) } },
    });
    await tx.deliverable.update({
      where: { id: row.deliverableId },
      data: { reviewedAt: null, reviewedById: null, reviewNote: null },
    });
    return { reference };
  },
});
