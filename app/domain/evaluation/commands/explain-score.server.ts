import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { bidInCompetition } from '../assessment/load-bid.server';
import { stageOf } from '../competition';
import { mayScore } from '../evaluation-policy';
import { sharedCompetitionById } from '../load-competition.server';

/** What an evaluator says of a score that the moderator asked about: once, beside the score. */
export const explainScore = command({
  name: 'evaluation.explainScore',
  input: z.strictObject({
    reference: referenceInput,
    position: z.coerce.number().int().min(1).max(100),
    answer: textInput('Explain your score', 2000),
  }),
  load: async ({ tx, input, actor }) => {
    const known = await bidInCompetition(tx, input.reference, sharedCompetitionById);
    const criterion = known?.assessment.criteria.find(({ position }) => position === input.position);
    if (!known || !criterion || !isPerson(actor)) return null;
    const key = { bidId: known.bid.id, criterionId: criterion.id, personId: actor.id };
    const asked = await tx.scoreQuery.findUnique({ where: { bidId_criterionId_personId: key } });
    return asked && { ...known, asked, key };
  },
  authorise: (actor, { competition, bid }) => mayScore(actor, competition, bid.id),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input, loaded: { competition, bid, asked, key } }) => {
    if (stageOf(competition) !== 'scoring')
      return refuse('ScoringIsNotOn', 'Quality is agreed, so nothing waits for it.');
    if (asked.answeredAt) return refuse('ScoreIsExplained', 'You have explained this score already.');
    const data = { personId: key.personId, criterionId: key.criterionId };
    return {
      change: { key, answer: input.answer, reference: bid.reference },
      facts: [{ name: 'ScoreWasExplained', noun: 'bid', nounId: bid.id, data }],
    };
  },
  save: async ({ tx, now }, { key, answer, reference }) => {
    await tx.scoreQuery.update({
      where: { bidId_criterionId_personId: key },
      data: { answer, answeredAt: now },
    });
    return { reference };
  },
});
