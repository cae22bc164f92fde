import { z } from 'zod';
import { isPerson } from '../../actor';
import { lockedBid } from '../../bids/bid-record.server';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { questionForShareById } from '../../questions/question-stage.server';
import { tooManyWords } from '../../questions/texts/words';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { showInstant } from '../../uk-time';
import { mayAnswerPanel } from '../bidder-policy';
import { isOpenForReplies } from '../replies/reply';

/** A bidder's reply to the panel's reasons: saved as often as liked, sent once, in time by the clock of the database. */
export const saveReply = command({
  name: 'evaluation.saveReply',
  input: z.strictObject({
    reference: referenceInput,
    intent: z.enum(['save', 'submit']),
    revision: z.coerce.number().int().min(0),
    text: optionalTextInput(20_000),
  }),
  load: async ({ tx, input }) => {
    const bid = await lockedBid(tx, input.reference);
    if (!bid?.liveId || bid.excludedAt) return null;
    const question = await questionForShareById(tx, bid.questionId);
    const round = await tx.replyRound.findUnique({ where: { questionId: bid.questionId } });
    if (!question || !round) return null;
    return { bid, question, round, reply: await tx.bidReply.findUnique({ where: { bidId: bid.id } }) };
  },
  authorise: (actor, { bid }) => mayAnswerPanel(actor, bid),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input, loaded: { bid, question, round, reply }, actor, now }) => {
    if (reply?.submittedAt) return refuse('ReplyIsSent', 'This reply was sent and can no longer be changed.');
    if (!isOpenForReplies(round, now))
      return refuse('ReplyIsLate', `Replies closed on ${showInstant(round.closesAt)}. Nothing was sent.`);
    if ((reply?.revision ?? 0) !== input.revision)
      return refuse(
        'SomebodySavedMeanwhile',
        'Somebody else saved this reply after you opened the page. Read it again, then save.',
        {
          stale: true,
        },
      );
    const submitted = input.intent === 'submit';
    const long = question.replyWords === null ? undefined : tooManyWords(input.text, question.replyWords);
    if (submitted && input.text === '') return refuseField('ReplyIsEmpty', 'text', 'Write your reply');
    if (submitted && long) return refuseField('ReplyIsTooLong', 'text', long);
    return {
      change: {
        reference: bid.reference,
        bidId: bid.id,
        text: input.text,
        submitted,
        revision: input.revision + 1,
        by: isPerson(actor) ? actor.id : '',
      },
      facts: [
        submitted
          ? { name: 'ReplyWasSubmitted', noun: 'bid' as const, nounId: bid.id }
          : { name: 'ReplyWasSaved', noun: 'bid' as const, nounId: bid.id },
      ],
    };
  },
  save: async ({ tx, now }, { reference, bidId, text, submitted, revision, by }) => {
    const row = {
      text,
      revision,
      savedById: by,
      savedAt: now,
      ...(submitted ? { submittedAt: now, submittedById: by } : {}),
    };
    await tx.bidReply.upsert({ where: { bidId }, create: { bidId, ...row }, update: row });
    return { reference, submitted };
  },
});
