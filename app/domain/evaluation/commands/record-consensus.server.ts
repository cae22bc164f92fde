import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { allHaveScored, resultsOf } from '../assessment/assessment';
import { stageOf } from '../competition';
import { mayModerateBid } from '../evaluation-policy';
import { lockedCompetitionById } from '../load-competition.server';
import { bidInCompetition } from '../assessment/load-bid.server';
import { gapsIn, outsideSpan, placeRows, scoreRows, type ScoreRow } from '../assessment/score-input';

const isGiven = (row: ScoreRow): boolean => row.value !== undefined || row.reason !== '';

/** What the panel agreed on for one bid, with a rationale by criterion. Independent scores stay as they are. */
export const recordConsensus = command({
  name: 'evaluation.recordConsensus',
  input: z.strictObject({ reference: referenceInput, scores: scoreRows }),
  load: ({ tx, input }) => bidInCompetition(tx, input.reference, lockedCompetitionById),
  authorise: (actor, { competition, bid }) => mayModerateBid(actor, competition, bid.id),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input, loaded: { competition, assessment, bid }, actor }) => {
    if (stageOf(competition) !== 'scoring')
      return refuse(
        'ScoringIsNotOn',
        'A consensus is recorded between the start of scoring and the agreement on quality.',
      );
    if (!allHaveScored(competition, bid))
      return refuse(
        'ScoresAreMissing',
        'Every evaluator has to submit independent scores for this bid first.',
      );
    const rows = placeRows(input.scores, assessment.criteria);
    if (!rows) return refuse('CriteriaDoNotFit', 'These are not the criteria of this question.');
    const gaps = gapsIn(input.scores, assessment.criteria, isGiven);
    if (Object.keys(gaps).length > 0)
      return refuse('ConsensusIsIncomplete', 'A consensus needs a score, and a rationale within its limit.', {
        fields: gaps,
      });
    const outside = outsideSpan(input.scores, resultsOf(competition, assessment, bid));
    if (Object.keys(outside).length > 0)
      return refuse('ConsensusLiesOutside', 'A score that nobody gave needs a longer rationale.', {
        fields: outside,
      });
    const scores = rows.flatMap(({ entry, criterion }) =>
      entry.value === undefined
        ? []
        : [{ criterionId: criterion.id, value: entry.value, rationale: entry.reason }],
    );
    if (scores.length === 0)
      return refuse('ConsensusIsEmpty', 'Choose a score and write a rationale for at least one criterion.');
    const values = Object.fromEntries(scores.map(({ criterionId, value }) => [criterionId, value]));
    return {
      change: {
        bidId: bid.id,
        scores,
        by: isPerson(actor) ? actor.id : '',
        question: competition.question.reference,
      },
      facts: [{ name: 'ConsensusWasRecorded', noun: 'bid', nounId: bid.id, data: { values } }],
    };
  },
  save: async ({ tx, now }, { bidId, scores, by, question }) => {
    for (const { criterionId, value, rationale } of scores) {
      const row = { value, rationale, recordedById: by, recordedAt: now };
      await tx.consensusScore.upsert({
        where: { bidId_criterionId: { bidId, criterionId } },
        create: { bidId, criterionId, ...row },
        update: row,
      });
    }
    return { question };
  },
});
