import { z } from 'zod';
import { isPerson } from '../../actor';
import { mayGiveApproval, standingFor, turnOf } from '../../approvals/approval';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { loadAssessment } from '../assessment/load-assessment.server';
import { rankingOf } from '../assessment/ranking-of.server';
import { approvalsOfDecision, decisionDigest } from '../recommendation/decision-approvals.server';
import { decisionTurn } from '../recommendation/decision-turn';
import { waitingRecommendation } from '../recommendation/load-recommendation.server';

/** Sends a recommendation back to the moderator, with the reason; the ranking stays as it is. */
export const returnRecommendation = command({
  name: 'evaluation.returnRecommendation',
  input: z.strictObject({
    reference: referenceInput,
    reason: textInput('Say what the panel should look at again', 2000),
  }),
  load: async ({ tx, input }) => {
    const waiting = await waitingRecommendation(tx, input.reference);
    if (!waiting) return null;
    const { competition, recommendation } = waiting;
    const assessment = await loadAssessment(tx, competition.question.id);
    const ranking = await rankingOf(tx, competition, assessment);
    const asked = await approvalsOfDecision(tx, competition, recommendation);
    return { ...waiting, approvals: standingFor(asked, decisionDigest(recommendation.id, ranking)) };
  },
  authorise: (actor, { competition, recommendation, approvals }) =>
    mayGiveApproval(actor, decisionTurn(actor, competition, recommendation.madeById, approvals)),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ input, loaded: { competition, recommendation, approvals }, actor }) => {
    const { id: questionId, reference } = competition.question;
    return {
      change: {
        id: recommendation.id,
        reference,
        reason: input.reason,
        furtherLevel: (turnOf(approvals) ?? 0) > 0,
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
  save: async ({ tx, now }, { id, reference, reason, furtherLevel, by }) => {
    await tx.recommendation.update({
      where: { id },
      data: { returnedAt: now, returnedById: by, returnedReason: reason },
    });
    return { reference, furtherLevel };
  },
});
