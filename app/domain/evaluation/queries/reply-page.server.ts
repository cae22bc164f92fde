import { z } from 'zod';
import { isPerson } from '../../actor';
import { bidRecord } from '../../bids/bid-record.server';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { contending, writtenPart } from '../assessment/assessment';
import { loadAssessment } from '../assessment/load-assessment.server';
import { mayAnswerPanel, mayReadFromPanel } from '../bidder-policy';
import { competitionById } from '../load-competition.server';
import { isOpenForReplies, reasonsFor } from '../replies/reply';

/** The panel's reasons on one's own bid, without scores or names, and the reply to them. Nothing of any other bid. */
export const replyPage = query({
  name: 'evaluation.reply',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isPerson(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input, now }) => {
    const record = scope && (await bidRecord(db, input.reference));
    if (!record || !isAllowed(mayReadFromPanel(actor, record))) return null;
    const round = await db.replyRound.findUnique({
      where: { questionId: record.questionId },
      select: { openedAt: true, closesAt: true },
    });
    const competition = round && (await competitionById(db, record.questionId));
    if (!round || !competition) return null;
    const assessment = writtenPart(await loadAssessment(db, record.questionId));
    const bid = contending(assessment).find(({ id }) => id === record.id);
    if (!bid) return null;
    const reply = await db.bidReply.findUnique({
      where: { bidId: bid.id },
      select: { text: true, revision: true, submittedAt: true },
    });
    const open = isOpenForReplies(round, now);
    return {
      reference: record.reference,
      title: record.questionTitle,
      criteria: reasonsFor(competition, assessment, bid),
      closesAt: round.closesAt,
      open,
      words: competition.question.replyWords,
      reply,
      may: { reply: open && !reply?.submittedAt && isAllowed(mayAnswerPanel(actor, record)) },
    };
  },
});
