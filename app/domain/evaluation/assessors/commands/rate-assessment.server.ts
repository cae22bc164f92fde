import { z } from 'zod';
import { isPerson } from '../../../actor';
import { command } from '../../../command.server';
import { optionalTextInput } from '../../../form-inputs';
import { referenceInput } from '../../../reference-input';
import { refuse } from '../../../refusal';
import { hasScored } from '../../assessment/assessment';
import { bidInCompetition } from '../../assessment/load-bid.server';
import { mayModerateBid } from '../../evaluation-policy';
import { whereAssigned } from '../assigning-policy';
import { lockedCompetitionById } from '../../load-competition.server';

/** How helpful one assessment was, for coordinators who invite assessors again. */
export const rateAssessment = command({
  name: 'evaluation.rateAssessment',
  input: z.strictObject({
    reference: referenceInput,
    person: referenceInput,
    helpfulness: z.coerce
      .number({ error: 'Choose how helpful it was' })
      .int()
      .min(1, 'Choose how helpful it was')
      .max(5),
    words: optionalTextInput(1000),
  }),
  load: async ({ tx, input }) => {
    const found = await bidInCompetition(tx, input.reference, lockedCompetitionById);
    if (!found) return null;
    const assessment = await tx.assessment.findFirst({
      where: { bidId: found.bid.id, movedAt: null, refusedAt: null, person: { reference: input.person } },
      select: { id: true, personId: true },
    });
    return { ...found, assessment };
  },
  authorise: (actor, { competition, bid }) =>
    whereAssigned(competition, mayModerateBid(actor, competition, bid.id)),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input, loaded: { competition, bid, assessment }, actor }) => {
    if (!assessment || !hasScored(bid, assessment.personId))
      return refuse('ScoresAreMissing', 'An assessment is rated once its scores are in.');
    const { id, personId } = assessment;
    return {
      change: {
        id,
        question: competition.question.reference,
        row: {
          helpfulness: input.helpfulness,
          ratingWords: input.words,
          ratedById: isPerson(actor) ? actor.id : '',
        },
      },
      facts: [{ name: 'AssessmentWasRated', noun: 'bid', nounId: bid.id, data: { personId } }],
    };
  },
  save: async ({ tx, now }, { id, question, row }) => {
    await tx.assessment.update({ where: { id }, data: { ...row, ratedAt: now } });
    return { question };
  },
});
