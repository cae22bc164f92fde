import { z } from 'zod';
import { isPerson } from '../../actor';
import { lockedBid } from '../../bids/bid-record.server';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { showInstant } from '../../uk-time';
import { mayAnswerPanel } from '../bidder-policy';

/** The bidder's explanation of a price, once and in time. */
export const explainPrice = command({
  name: 'evaluation.explainPrice',
  input: z.strictObject({
    reference: referenceInput,
    explanation: textInput('Explain how the price is made up', 10_000),
  }),
  load: async ({ tx, input }) => {
    const bid = await lockedBid(tx, input.reference);
    const asked = bid && (await tx.priceQuery.findUnique({ where: { bidId: bid.id } }));
    return asked ? { bid, asked } : null;
  },
  authorise: (actor, { bid }) => mayAnswerPanel(actor, bid),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input, loaded: { bid, asked }, actor, now }) => {
    if (asked.explainedAt) return refuse('PriceIsExplained', 'Your explanation is with the panel already.');
    if (asked.decidedAt) return refuse('PriceIsDecidedOn', 'The panel has decided about this price.');
    if (now >= asked.answerBy)
      return refuse(
        'AnswerIsLate',
        `The explanation was due by ${showInstant(asked.answerBy)}, so it can no longer be sent.`,
      );
    return {
      change: {
        reference: bid.reference,
        bidId: bid.id,
        explanation: input.explanation,
        by: isPerson(actor) ? actor.id : '',
      },
      facts: [{ name: 'PriceWasExplained', noun: 'bid', nounId: bid.id }],
    };
  },
  save: async ({ tx, now }, { reference, bidId, explanation, by }) => {
    await tx.priceQuery.update({
      where: { bidId },
      data: { explanation, explainedById: by, explainedAt: now },
    });
    return { reference };
  },
});
