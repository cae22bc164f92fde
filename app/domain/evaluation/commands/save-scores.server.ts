import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { hasScored } from '../assessment/assessment';
import { stageOf } from '../competition';
import { mayScore } from '../evaluation-policy';
import { sharedCompetitionById } from '../load-competition.server';
import { bidInCompetition } from '../assessment/load-bid.server';
import { gapsIn, placeRows, scoreRows } from '../assessment/score-input';

/** One evaluator's independent scores of one bid: saved as often as liked, then submitted once. */
export const saveScores = command({
  name: 'evaluation.saveScores',
  input: z.strictObject({
    reference: referenceInput,
    intent: z.enum(['save', 'submit']),
    scores: scoreRows,
  }),
  load: ({ tx, input }) => bidInCompetition(tx, input.reference, sharedCompetitionById),
  authorise: (actor, { competition, bid }) => mayScore(actor, competition, bid.id),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input, loaded: { competition, assessment, bid }, actor }) => {
    const personId = isPerson(actor) ? actor.id : '';
    if (stageOf(competition) === 'declaring')
      return refuse('EvaluationHasNotStarted', 'Scoring starts when everybody on the panel has declared.');
    if (stageOf(competition) !== 'scoring')
      return refuse(
        'QualityIsAgreed',
        'Quality is agreed for this question, so scores can no longer be changed.',
      );
    if (hasScored(bid, personId))
      return refuse(
        'ScoreIsSubmitted',
        'You have submitted your scores for this bid, so they can no longer be changed.',
      );
    const rows = placeRows(input.scores, assessment.criteria);
    if (!rows) return refuse('CriteriaDoNotFit', 'These are not the criteria of this question.');
    const submitted = input.intent === 'submit';
    const gaps = submitted ? gapsIn(input.scores, assessment.criteria, () => true) : {};
    if (Object.keys(gaps).length > 0)
      return refuse('ScoresAreIncomplete', 'Every criterion needs a score, and a reason within its limit.', {
        fields: gaps,
      });
    if (submitted && rows.length < assessment.criteria.length)
      return refuse('ScoresAreIncomplete', 'Every criterion needs a score and a reason.');
    const scores = rows.map(({ entry, criterion }) => ({
      criterionId: criterion.id,
      value: entry.value ?? null,
      reason: entry.reason,
    }));
    const data = { personId, criteria: scores.length };
    return {
      change: { bidId: bid.id, personId, scores, submitted, question: competition.question.reference },
      facts: submitted
        ? [{ name: 'ScoresWereSubmitted', noun: 'bid' as const, nounId: bid.id, data }]
        : [{ name: 'ScoresWereSaved', noun: 'bid' as const, nounId: bid.id, data }],
    };
  },
  save: async ({ tx, now }, { bidId, personId, scores, submitted, question }) => {
    for (const { criterionId, value, reason } of scores) {
      const row = { value, reason, savedAt: now, submittedAt: submitted ? now : null };
      await tx.score.upsert({
        where: { bidId_criterionId_personId: { bidId, criterionId, personId } },
        create: { bidId, criterionId, personId, ...row },
        update: row,
      });
    }
    return { question, submitted };
  },
});
