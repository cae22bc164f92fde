import { z } from 'zod';
import { isMember, isWalledFromBid } from '../../actor';
import { isAllowed } from '../../policy';
import { showLowPrice } from '../../questions/method/award-method';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { contending, withoutWalled } from '../assessment/assessment';
import { loadAssessment } from '../assessment/load-assessment.server';
import { isQualityFinal, stageOf } from '../competition';
import { mayModerate, maySeeRanking } from '../evaluation-policy';
import { checkedPrices } from '../prices/low-prices.server';
import { headingOf, isSeen, seenCompetition } from '../seen-competition.server';

/** Prices that look abnormally low by the published rule, and what was asked, said and decided about them. */
export const pricesPage = query({
  name: 'evaluation.prices',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input, now }) => {
    if (!scope) return null;
    const competition = await seenCompetition(db, actor, input.reference, maySeeRanking);
    if (!isSeen(competition)) return competition;
    const { question } = competition;
    if (!isQualityFinal(question)) return null;
    const whole = await loadAssessment(db, question.id);
    // Over what is shown alone: a mean of other prices, or their number, would tell of a hidden bid.
    const assessment = withoutWalled(whole, (bidId) => isWalledFromBid(actor, question.id, bidId));
    const checked = await checkedPrices(db, competition, assessment);
    if (!checked) return null;
    const decides = isAllowed(mayModerate(actor, competition)) && stageOf(competition) === 'ranking';
    const contends = new Set(contending(assessment).map(({ id }) => id));
    return {
      ...headingOf(competition),
      rule: showLowPrice(question),
      bids: assessment.bids.flatMap(({ id, reference, bidder }) => {
        const price = checked.find(({ bidId }) => bidId === id);
        if (!price) return [];
        const { asked } = price;
        const stands = contends.has(id);
        const answered = asked && (asked.explainedAt !== null || now >= asked.answerBy);
        return [
          {
            reference,
            bidder,
            price: price.price,
            found: price.found,
            asked,
            may: {
              ask: decides && stands && !asked,
              decide: decides && stands && Boolean(answered) && asked?.decision === null,
            },
          },
        ];
      }),
    };
  },
});
