import { z } from 'zod';
import { isPerson } from '../../actor';
import { bidRecord } from '../../bids/bid-record.server';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayAnswerPanel, mayReadFromPanel } from '../bidder-policy';
import { priceQuestionSelect } from '../prices/low-prices.server';

/** What the panel asked a bidder about the price; not there for anybody else, nor where nothing was asked. */
export const priceQuestionPage = query({
  name: 'evaluation.priceQuestion',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isPerson(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input, now }) => {
    const bid = scope && (await bidRecord(db, input.reference));
    if (!bid || !isAllowed(mayReadFromPanel(actor, bid))) return null;
    const asked = await db.priceQuery.findUnique({ where: { bidId: bid.id }, select: priceQuestionSelect });
    if (!asked) return null;
    const open = !asked.explainedAt && !asked.decidedAt && now < asked.answerBy;
    return {
      reference: bid.reference,
      question: bid.questionReference,
      title: bid.questionTitle,
      reason: asked.reason,
      answerBy: asked.answerBy,
      explanation: asked.explanation,
      explainedAt: asked.explainedAt,
      decision: asked.decision,
      decisionReason: asked.decisionReason,
      may: { explain: open && isAllowed(mayAnswerPanel(actor, bid)) },
    };
  },
});
