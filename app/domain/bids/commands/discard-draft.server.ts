import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayLead } from '../bid-policy';
import { lockedBid } from '../bid-record.server';

/** Deletes a draft that was never submitted. Whatever was submitted once is kept. */
export const discardDraft = command({
  name: 'bids.discardDraft',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, input: { reference } }) => lockedBid(tx, reference),
  authorise: (actor, bid) => mayLead(actor, bid),
  subject: (bid) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ loaded: bid }) =>
    bid.submissions > 0
      ? refuse(
          'BidWasSubmittedOnce',
          'This bid was submitted once, so it is kept. You can withdraw it until closing.',
        )
      : { change: bid, facts: [{ name: 'BidDraftWasDiscarded', noun: 'bid', nounId: bid.id }] },
  save: async ({ tx }, bid) => {
    await tx.bid.delete({ where: { id: bid.id } });
    return { question: bid.questionReference };
  },
});
