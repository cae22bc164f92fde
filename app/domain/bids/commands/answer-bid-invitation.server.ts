import { z } from 'zod';
import { command } from '../../command.server';
import { questionForShareById } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { mayAnswerInvitation, mayStart } from '../bid-policy';
import { lockedBid } from '../bid-record.server';
import { whyClosed } from '../deadline';

const input = z.strictObject({
  reference: referenceInput,
  answer: z.enum(['accept', 'decline'], { error: 'Choose whether to join' }),
});

/** The invited person joins or declines. Joining asks the same as starting a bid oneself. */
export const answerBidInvitation = command({
  name: 'bids.answerInvitation',
  input,
  load: async ({ tx, actor, input: { reference } }) => {
    const bid = await lockedBid(tx, reference);
    if (!bid || actor.kind !== 'person') return null;
    const question = await questionForShareById(tx, bid.questionId);
    return question && { bid, question, personId: actor.id };
  },
  authorise: (actor, { bid, question }, { answer }) => {
    const invited = mayAnswerInvitation(actor, bid);
    return invited.kind === 'allow' && answer === 'accept' ? mayStart(actor, question) : invited;
  },
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input: { answer }, loaded: { bid, question, personId }, now }) => {
    const closed = answer === 'accept' ? whyClosed(question, now, 'You did not join.') : null;
    if (closed) return closed;
    const name = answer === 'accept' ? 'BidInvitationWasAccepted' : 'BidInvitationWasDeclined';
    return {
      change: { bid, personId, accepted: answer === 'accept' },
      facts: [{ name, noun: 'bid', nounId: bid.id, data: { personId } }],
    };
  },
  save: async ({ tx, now }, { bid, personId, accepted }) => {
    await tx.bidMember.update({
      where: { bidId_personId: { bidId: bid.id, personId } },
      data: accepted ? { acceptedAt: now } : { declinedAt: now },
    });
    return { reference: bid.reference, accepted };
  },
});
