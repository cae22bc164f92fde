import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { listInput, optionalTextInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { contending } from '../assessment/assessment';
import { stageOf } from '../competition';
import { checkedPrices, refusedPrices } from '../prices/low-prices.server';
import { mayModerate } from '../evaluation-policy';
import { loadAssessment } from '../assessment/load-assessment.server';
import { lockedCompetition } from '../load-competition.server';
import { rankingOf } from '../assessment/ranking-of.server';
import { refusedFromReserves } from '../reserve/reserve-list';
import { reserveToAward } from '../reserve/reserve-to-award.server';
import { refusedChoices } from '../recommendation/lots-chosen';
import { noAwardFields, unawardedFrom } from '../recommendation/no-award-fields';

/** The moderator's recommendation, with the ranking as it stood. The senior responsible owner decides on it. */
export const recommend = command({
  name: 'evaluation.recommend',
  input: z.strictObject({
    reference: referenceInput,
    outcome: z.enum(['awarded', 'noneSuitable', 'cancelled'], { error: 'Choose what you recommend' }),
    bids: listInput(referenceInput),
    text: textInput('Say why', 10_000),
    tieReason: optionalTextInput(2000),
    ...noAwardFields,
  }),
  load: async ({ tx, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    if (!competition) return null;
    const { id } = competition.question;
    const assessment = await loadAssessment(tx, id);
    const ranking = await rankingOf(tx, competition, assessment);
    return {
      competition,
      assessment,
      ranking,
      reserve: await reserveToAward(tx, competition),
      prices: (await checkedPrices(tx, competition, assessment)) ?? [],
    };
  },
  authorise: (actor, { competition }) => mayModerate(actor, competition),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ input, loaded: { competition, assessment, ranking, prices, reserve }, actor, newId }) => {
    if (!ranking || (stageOf(competition) !== 'ranking' && !reserve))
      return refuse(
        'RankingIsNotReady',
        'A recommendation follows the ranking, and only one waits at a time.',
      );
    const chosen = contending(assessment).filter(({ reference }) => input.bids.includes(reference));
    if (chosen.length < new Set(input.bids).size)
      return refuseField('BidIsNotInTheCompetition', 'bids', 'Choose from the bids of this question');
    const bidIds = chosen.map(({ id }) => id);
    const { outcome, text, tieReason } = input;
    const unawarded = outcome === 'awarded' && !reserve ? unawardedFrom(input, ranking.rows, input.bids) : [];
    const refused = reserve
      ? refusedFromReserves(reserve, outcome === 'awarded' ? bidIds : [])
      : refusedChoices(competition.question, ranking, { outcome, bidIds, tieReason, unawarded });
    const unfit = refused ?? refusedPrices(prices, chosen);
    if (unfit) return unfit;
    const { id: questionId, reference } = competition.question;
    const id = newId();
    const madeById = isPerson(actor) ? actor.id : '';
    return {
      change: {
        reference,
        row: {
          id,
          questionId,
          outcome,
          text,
          tieReason,
          bidIds,
          unawarded: unawarded.map((one) => ({ ...one })),
          value: bidIds.reduce((all, one) => all + (ranking.amounts.get(one) ?? 0), 0),
          ranking: ranking.rows.map((row) => ({ ...row })),
          madeById,
        },
      },
      facts: [
        {
          name: 'RecommendationWasMade',
          noun: 'question',
          nounId: questionId,
          data: { recommendationId: id, outcome, bidIds },
        },
      ],
    };
  },
  save: async ({ tx, now }, { reference, row }) => {
    await tx.recommendation.create({ data: { ...row, madeAt: now } });
    return { reference };
  },
  rules: {
    recommendation_one_waiting: refuse(
      'RecommendationWaits',
      'A recommendation is waiting for its decision already.',
    ),
  },
});
