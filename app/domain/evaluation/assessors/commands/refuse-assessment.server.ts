import { z } from 'zod';
import { isPerson } from '../../../actor';
import { command } from '../../../command.server';
import { optionalTextInput } from '../../../form-inputs';
import { referenceInput } from '../../../reference-input';
import { refuse, refuseField } from '../../../refusal';
import { hasScored } from '../../assessment/assessment';
import { bidInCompetition } from '../../assessment/load-bid.server';
import { stageOf } from '../../competition';
import { mayScore } from '../../evaluation-policy';
import { whereAssigned } from '../assigning-policy';
import { lockedCompetitionById } from '../../load-competition.server';
import { ASSESSOR_REASONS } from '../assessor-reason';

/** An assessor gives one bid back, with a reason. The moderator is shown who could take its place. */
export const refuseAssessment = command({
  name: 'evaluation.refuseAssessment',
  input: z.strictObject({
    reference: referenceInput,
    reason: z.enum(ASSESSOR_REASONS, { error: 'Choose why you refuse this bid' }),
    words: optionalTextInput(1000),
  }),
  load: ({ tx, input }) => bidInCompetition(tx, input.reference, lockedCompetitionById),
  authorise: (actor, { competition, bid }) =>
    whereAssigned(competition, mayScore(actor, competition, bid.id)),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input, loaded: { competition, bid }, actor }) => {
    const personId = isPerson(actor) ? actor.id : '';
    if (!competition.assigning)
      return refuse('NothingIsAssigned', 'Every evaluator scores every bid of this question.');
    if (!['declaring', 'scoring'].includes(stageOf(competition)))
      return refuse('ScoringIsNotOn', 'Scoring is over.');
    if (hasScored(bid, personId))
      return refuse('ScoreIsSubmitted', 'You have submitted your scores for this bid.');
    if (input.reason === 'other' && input.words === '')
      return refuseField('WordsAreMissing', 'words', 'Say what the reason is');
    const { reason, words } = input;
    return {
      change: { bidId: bid.id, personId, reason, words, question: competition.question.reference },
      facts: [
        {
          name: 'AssessmentWasRefused',
          noun: 'bid',
          nounId: bid.id,
          data: { personId, reason },
          ...(words === '' ? {} : { personal: { personId, text: { words } } }),
        },
      ],
    };
  },
  save: async ({ tx, now }, { bidId, personId, reason, words, question }) => {
    await tx.assessment.updateMany({
      where: { bidId, personId, movedAt: null, refusedAt: null },
      data: { refusedAt: now, refusalReason: reason, refusalWords: words },
    });
    return { question };
  },
});
