import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { mayDecide } from '../evaluation-policy';
import { waitingRecommendation } from '../recommendation/load-recommendation.server';

/** Sends a recommendation back to the moderator, with the reason; the ranking stays as it is. */
export const returnRecommendation = command({
  name: 'evaluation.returnRecommendation',
  input: z.strictObject({
    reference: referenceInput,
    reason: textInput('Say what the panel should look at again', 2000),
  }),
  load: ({ tx, input }) => waitingRecommendation(tx, input.reference),
  authorise: (actor, { competition, recommendation }) =>
    mayDecide(actor, competition, recommendation.madeById),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ input, loaded: { competition, recommendation }, actor }) => {
    const { id: questionId, reference } = competition.question;
    return {
      change: {
        id: recommendation.id,
        reference,
        reason: input.reason,
        by: isPerson(actor) ? actor.id : null,
      },
      facts: [
        {
          name: 'RecommendationWasReturned',
          noun: 'question',
          nounId: questionId,
          data: { recommendationId: recommendation.id, madeById: recommendation.madeById },
        },
      ],
    };
  },
  save: async ({ tx, now }, { id, reference, reason, by }) => {
    await tx.recommendation.update({
      where: { id },
      data: { returnedAt: now, returnedById: by, returnedReason: reason },
    });
    return { reference };
  },
});
