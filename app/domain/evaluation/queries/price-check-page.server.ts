import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { bidInCompetition } from '../assessment/load-bid.server';
import { isQualityFinal, stageOf } from '../competition';
import { mayModerate } from '../evaluation-policy';
import { competitionById } from '../load-competition.server';
import { checkedPrices } from '../prices/low-prices.server';
import { headingOf, isSeen, judged } from '../seen-competition.server';

/** One price for the moderator: what the rule found, and whether it is time to ask or to decide. */
export const priceCheckPage = query({
  name: 'evaluation.priceCheck',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input, now }) => {
    if (!scope) return null;
    const known = await bidInCompetition(db, input.reference, competitionById);
    const seen = known && judged(known, mayModerate(actor, known.competition));
    if (!isSeen(seen)) return seen;
    const { competition, assessment, bid } = seen;
    const checked = isQualityFinal(competition.question)
      ? await checkedPrices(db, competition, assessment)
      : null;
    const price = checked?.find(({ bidId }) => bidId === bid.id);
    if (!price) return null;
    const { asked, found } = price;
    const answered = asked && (asked.explainedAt !== null || now >= asked.answerBy) && !asked.decision;
    const next = !asked ? ('ask' as const) : answered ? ('decide' as const) : null;
    return {
      ...headingOf(competition),
      bidder: bid.bidder,
      found,
      asked,
      may: stageOf(competition) === 'ranking' ? next : null,
    };
  },
});
