import { z } from 'zod';
import { command } from '../../command.server';
import { MOST_LOTS } from '../../questions/lots/lot';
import { questionForShareById } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayLead } from '../bid-policy';
import { lockedBid } from '../bid-record.server';
import { whyClosed } from '../deadline';

/** Where the lot of a bid stands in its lead's own order, until bids close. */
export const setLotOrder = command({
  name: 'bids.setLotOrder',
  input: z.strictObject({
    reference: referenceInput,
    order: z.coerce
      .number({ error: 'Enter a number, like 1' })
      .int('Enter a whole number')
      .min(1, 'Enter 1 or more')
      .max(MOST_LOTS, `Enter ${MOST_LOTS} or less`),
  }),
  load: async ({ tx, input: { reference } }) => {
    const bid = await lockedBid(tx, reference);
    const question = bid && (await questionForShareById(tx, bid.questionId));
    return bid && question && { bid, question };
  },
  authorise: (actor, { bid }) => mayLead(actor, bid),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input: { order }, loaded: { bid, question }, now }) => {
    const closed = whyClosed(question, now, 'Your order stays as it is.');
    if (closed) return closed;
    if (bid.lot === null)
      return refuse('BidIsForNoLot', 'This bid is for no lot, so there is no order of lots.');
    return {
      change: { id: bid.id, reference: bid.reference, order },
      facts: [{ name: 'LotOrderWasSet', noun: 'bid' as const, nounId: bid.id, data: { order } }],
    };
  },
  save: async ({ tx }, { id, reference, order }) => {
    await tx.bid.update({ where: { id }, data: { lotOrder: order } });
    return { reference };
  },
});
