import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { questionForShareById } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayExclude } from '../bid-policy';
import { lockedBid } from '../bid-record.server';

const input = z.strictObject({
  reference: referenceInput,
  reason: textInput('Say which requirement the bid does not meet', 2000),
});

/** Rules a non-compliant bid out of the evaluation. The reason goes to its bidders and into the file. */
export const excludeBid = command({
  name: 'bids.exclude',
  input,
  load: async ({ tx, input: { reference } }) => {
    const bid = await lockedBid(tx, reference);
    if (!bid) return null;
    const question = await questionForShareById(tx, bid.questionId);
    // Before opening not even the moderator may know that this bid exists.
    return question?.openedAt && bid.liveId ? { bid, question } : null;
  },
  authorise: (actor, { bid }) => mayExclude(actor, bid),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input: { reason }, loaded: { bid, question } }) => {
    if (bid.excludedAt) return refuse('BidIsExcluded', 'This bid has been excluded already.');
    if (question.decidedAt)
      return refuse('QuestionIsDecided', 'The award has been decided, so no bid can be excluded now.');
    return {
      change: { bid, reason, question },
      facts: [{ name: 'BidWasExcluded', noun: 'bid', nounId: bid.id, data: { questionId: question.id } }],
    };
  },
  save: async ({ tx, now }, { bid, reason, question }) => {
    await tx.bid.update({ where: { id: bid.id }, data: { excludedAt: now, excludedReason: reason } });
    return { question: question.reference };
  },
});
