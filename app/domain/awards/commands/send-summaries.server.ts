import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { mayTellBidders } from '../../evaluation/evaluation-policy';
import { lockedQuestion } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { sendLetters } from '../letters/send-letters.server';
import { refuse } from '../../refusal';

/** Sends every bidder the summary of their own bid. Nobody learns of another bid by it. */
export const sendSummaries = command({
  name: 'awards.sendSummaries',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, input }) => {
    const question = await lockedQuestion(tx, input.reference);
    if (!question) return null;
    const unsent = await tx.assessmentSummary.findMany({
      where: { sentAt: null, bid: { questionId: question.id } },
      select: { bidId: true },
    });
    return { question, bidIds: unsent.map(({ bidId }) => bidId) };
  },
  authorise: (actor, { question }) => mayTellBidders(actor, question),
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  decide: ({ loaded: { question, bidIds }, actor }) => {
    if (!question.decidedAt)
      return refuse('QuestionIsNotDecided', 'Summaries are sent once the question is decided.');
    if (bidIds.length === 0) return refuse('SummariesAreSent', 'Every summary has been sent already.');
    return {
      change: {
        reference: question.reference,
        questionId: question.id,
        noNotice: question.outcome !== 'awarded',
        bidIds,
        by: isPerson(actor) ? actor.id : null,
      },
      facts: bidIds.map((bidId) => ({
        name: 'AssessmentSummaryWasSent',
        noun: 'bid' as const,
        nounId: bidId,
        data: { questionId: question.id },
      })),
    };
  },
  save: async (saving, { reference, questionId, noNotice, bidIds, by }) => {
    const { tx, now } = saving;
    await tx.assessmentSummary.updateMany({
      where: { bidId: { in: bidIds } },
      data: { sentAt: now, sentById: by },
    });
    if (noNotice) await sendLetters(saving, questionId, by);
    return { reference };
  },
});
