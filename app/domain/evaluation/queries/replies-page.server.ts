import { z } from 'zod';
import { isMember } from '../../actor';
import { hiddenInBidsOf } from '../../bids/anonymous/identities.server';
import { hideInText } from '../../bids/anonymous/identity';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { allHaveScored, contending, hasScored } from '../assessment/assessment';
import { loadAssessment } from '../assessment/load-assessment.server';
import { stageOf } from '../competition';
import { mayModerate, mayReadBid, mayReadBids } from '../evaluation-policy';
import { replyStage } from '../replies/reply';
import { headingOf, isSeen, seenCompetition } from '../seen-competition.server';

/** The replies of the bidders, for the panel: an evaluator reads one once their own scores of that bid are in. */
export const repliesPage = query({
  name: 'evaluation.replies',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input, now }) => {
    if (!scope) return null;
    const competition = await seenCompetition(db, actor, input.reference, mayReadBids);
    if (!isSeen(competition)) return competition;
    const { id: questionId, openedAt, replyWorkingDays, replyWords } = competition.question;
    if (!openedAt || replyWorkingDays === null) return null;
    const round = await db.replyRound.findUnique({
      where: { questionId },
      select: { openedAt: true, closesAt: true },
    });
    const assessment = await loadAssessment(db, questionId);
    const replies = await db.bidReply.findMany({
      where: { bid: { questionId }, submittedAt: { not: null } },
      select: { bidId: true, text: true, submittedAt: true },
    });
    const hidden = competition.hidesBidders ? await hiddenInBidsOf(db, questionId) : null;
    const moderates = isAllowed(mayModerate(actor, competition));
    const stage = replyStage(true, round, now);
    const bids = contending(assessment);
    const scored = bids.every((bid) => allHaveScored(competition, bid));
    return {
      ...headingOf(competition),
      stage,
      closesAt: round?.closesAt ?? null,
      workingDays: replyWorkingDays,
      words: replyWords,
      replies: bids.flatMap((bid) => {
        if (!isAllowed(mayReadBid(actor, competition, bid.id))) return [];
        const reply = replies.find(({ bidId }) => bidId === bid.id);
        const reads = moderates || hasScored(bid, scope);
        const identity = hidden?.get(bid.id);
        const text = reply && identity ? hideInText(reply.text, identity) : (reply?.text ?? null);
        return [{ bidder: bid.bidder, reference: bid.reference, text: reads ? text : null }];
      }),
      // Whether all bids are scored tells of each of them: the moderator alone reads it.
      may: { invite: moderates && stage === 'toOpen' && stageOf(competition) === 'scoring' && scored },
      waits: moderates && stage === 'toOpen' && !scored,
    };
  },
});
