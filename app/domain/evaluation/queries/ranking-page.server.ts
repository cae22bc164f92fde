import { z } from 'zod';
import { isMember, isWalledFromBid, isWalledFromSome } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import {
  contending,
  rankingRules,
  resultsOf,
  withoutWalled,
  type Assessment,
} from '../assessment/assessment';
import { isQualityFinal, stageOf, type Competition } from '../competition';
import { awaitedAt } from '../interests/declarations';
import { mayDecide, mayModerate, maySeeRanking } from '../evaluation-policy';
import { loadAssessment } from '../assessment/load-assessment.server';
import { sensitivityRows } from '../scoring/award/sensitivity-words';
import { rankingOf, type RankingOfQuestion } from '../assessment/ranking-of.server';
import { recommendationsOf, withoutBids } from '../recommendation/recommendations-of.server';
import { inDecimals } from '../scoring/fraction';
import { headingOf, isSeen, seenCompetition } from '../seen-competition.server';

/** The ranking with what it rests on, the recommendations made of it, and who is still to declare. */
export const rankingPage = query({
  name: 'evaluation.ranking',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input }) => {
    if (!scope) return null;
    const competition = await seenCompetition(db, actor, input.reference, maySeeRanking);
    if (!isSeen(competition)) return competition;
    if (!isQualityFinal(competition.question)) return null;
    const { question } = competition;
    const whole = await loadAssessment(db, question.id);
    const assessment = withoutWalled(whole, (bidId) => isWalledFromBid(actor, question.id, bidId));
    // Over what is shown alone: a missing rank, or points for the lowest price, would tell of a hidden bid.
    const ranking = await rankingOf(db, competition, assessment);
    const recommendations = await recommendationsOf(db, question.id);
    const stage = stageOf(competition);
    const waiting = recommendations.find(({ id }) => id === competition.recommendationId);
    return {
      ...headingOf(competition),
      stage,
      weights: { quality: question.qualityWeight, price: question.priceWeight },
      priceScored: question.route.priceScored,
      formula: question.awardFormula,
      threshold: question.qualityThreshold,
      sensitivity: ranking ? firmness(competition, assessment, ranking) : [],
      awardsAvailable: question.awardsAvailable,
      budgetMaximum: question.budgetMaximum,
      rows: ranking ? shownRows(competition, assessment, ranking) : [],
      excluded: assessment.bids
        .filter(({ excludedReason }) => excludedReason)
        .map(({ reference, bidder, excludedReason }) => ({ reference, bidder, reason: excludedReason })),
      recommendations: withoutBids(
        recommendations,
        (bid) => assessment.bids.some(({ reference }) => reference === bid),
        isWalledFromSome(actor, question.id),
      ),
      awaited: awaitedAt(competition, 'award').map(({ person }) => person.name),
      may: {
        recommend: stage === 'ranking' && isAllowed(mayModerate(actor, competition)),
        decide: waiting !== undefined && isAllowed(mayDecide(actor, competition, waiting.madeById)),
      },
    };
  },
});

function firmness(competition: Competition, whole: Assessment, { bids }: RankingOfQuestion) {
  const bidders = new Map(contending(whole).map(({ id, bidder }) => [id, bidder]));
  return sensitivityRows(bids, rankingRules(competition), competition.question.awardsAvailable, {
    criteria: whole.criteria.map(({ name }) => name),
    bidder: (id) => bidders.get(id) ?? '',
  });
}

/** The ranking without what a wall hides from the reader. */
const shownRows = (competition: Competition, assessment: Assessment, { rows }: RankingOfQuestion) =>
  rows.flatMap((row) => {
    const bid = assessment.bids.find(({ reference }) => reference === row.reference);
    if (!bid) return [];
    const results = resultsOf(competition, assessment, bid);
    return {
      ...row,
      criteria: results.map(({ criterion, agreed, consensus }) => ({
        name: criterion.name,
        weight: criterion.weight,
        minimum: criterion.minimum,
        score: agreed && inDecimals(agreed, 2),
        rationale: consensus?.rationale ?? null,
      })),
    };
  });
