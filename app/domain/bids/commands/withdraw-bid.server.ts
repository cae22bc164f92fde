import { z } from 'zod';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { questionForShareById } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayLead } from '../bid-policy';
import { lockedBid } from '../bid-record.server';
import { whyClosed } from '../deadline';

const input = z.strictObject({ reference: referenceInput, reason: optionalTextInput(500) });

/** Takes back what was submitted, before closing. The draft stays and can be submitted again. */
export const withdrawBid = command({
  name: 'bids.withdraw',
  input,
  load: async ({ tx, input: { reference } }) => {
    const bid = await lockedBid(tx, reference);
    if (!bid) return null;
    const question = await questionForShareById(tx, bid.questionId);
    return question && { bid, question };
  },
  authorise: (actor, { bid }) => mayLead(actor, bid),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input: { reason }, loaded: { bid, question }, now }) => {
    const closed = whyClosed(question, now, 'Your bid stands as it was submitted.');
    if (closed) return closed;
    if (bid.liveId === null) return refuse('NothingIsSubmitted', 'This bid has not been submitted.');
    const data = { submission: bid.liveNumber };
    return {
      change: { bid, liveId: bid.liveId, reason },
      facts: [{ name: 'BidWasWithdrawn', noun: 'bid', nounId: bid.id, data }],
    };
  },
  save: async ({ tx, now }, { bid, liveId, reason }) => {
    await tx.bidSubmission.update({ where: { id: liveId }, data: { withdrawnAt: now } });
    await tx.bid.update({
      where: { id: bid.id },
      data: { withdrawnAt: now, withdrawnReason: reason || null },
    });
    return { reference: bid.reference };
  },
});
