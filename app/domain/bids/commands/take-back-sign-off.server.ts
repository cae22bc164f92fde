import { z } from 'zod';
import { command } from '../../command.server';
import { questionForShareById } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayLead } from '../bid-policy';
import { lockedBid } from '../bid-record.server';
import { whyClosed } from '../deadline';
import { openSignOff } from '../sign-off/open-sign-off.server';

/** The lead asks for it no more: whoever was asked reads the bid no longer. */
export const takeBackSignOff = command({
  name: 'bids.takeBackSignOff',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, input: { reference } }) => {
    const bid = await lockedBid(tx, reference);
    const question = bid && (await questionForShareById(tx, bid.questionId));
    return bid && question ? { bid, question, open: await openSignOff(tx, bid.id) } : null;
  },
  authorise: (actor, { bid }) => mayLead(actor, bid),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ loaded: { bid, question, open }, now }) => {
    const closed = whyClosed(question, now, 'The request stays as it is.');
    if (closed) return closed;
    if (!open) return refuse('NobodyIsAsked', 'Nobody is asked to sign this bid.', { stale: true });
    return {
      change: { bid, id: open.id },
      facts: [
        {
          name: 'BidSignOffWasTakenBack',
          noun: 'bid',
          nounId: bid.id,
          data: { personId: open.approverId },
        },
      ],
    };
  },
  save: async ({ tx, now }, { bid, id }) => {
    await tx.bidSignOff.update({ where: { id }, data: { endedAt: now } });
    return { reference: bid.reference };
  },
});
