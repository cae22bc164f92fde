import { z } from 'zod';
import { isMember } from '../../actor';
import { isAllowed } from '../../policy';
import { showInterviews } from '../../questions/method/award-method';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { contending } from '../assessment/assessment';
import { loadAssessment } from '../assessment/load-assessment.server';
import { stageOf } from '../competition';
import { mayModerate, mayReadBid, mayReadBids } from '../evaluation-policy';
import { shortlistOf } from '../interviews/shortlist-of';
import { headingOf, isSeen, seenCompetition } from '../seen-competition.server';

/** The shortlist with its interviews, for the panel; the moderator invites, records and closes. */
export const interviewsPage = query({
  name: 'evaluation.interviews',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input }) => {
    if (!scope) return null;
    const competition = await seenCompetition(db, actor, input.reference, mayReadBids);
    if (!isSeen(competition)) return competition;
    const { question } = competition;
    if (!question.interviewMode || !question.qualityAgreedAt) return null;
    const assessment = await loadAssessment(db, question.id);
    const round = await db.interviewRound.findUnique({
      where: { questionId: question.id },
      select: { asks: true, chooseBy: true },
    });
    const held = await db.interview.findMany({
      where: { questionId: question.id },
      select: {
        bidId: true,
        withdrawnReason: true,
        withdrawnAt: true,
        recordedAt: true,
        points: true,
        reason: true,
        slot: { select: { startsAt: true, place: true } },
      },
    });
    const chosen = round ? held.map(({ bidId }) => bidId) : shortlistOf(competition, assessment);
    const runs = isAllowed(mayModerate(actor, competition)) && stageOf(competition) === 'interviewing';
    const waiting = held.some(({ withdrawnAt, recordedAt }) => !withdrawnAt && !recordedAt);
    return {
      ...headingOf(competition),
      rule: showInterviews(question),
      round,
      shortlist: contending(assessment).flatMap(({ id, reference, bidder }) => {
        if (!chosen.includes(id) || !isAllowed(mayReadBid(actor, competition, id))) return [];
        const { bidId: _, ...interview } = held.find(({ bidId }) => bidId === id) ?? { bidId: id };
        return [{ reference, bidder, interview: 'recordedAt' in interview ? interview : null }];
      }),
      may: {
        invite: runs && !round && chosen.length > 0,
        record: runs && round !== null,
        close: runs && !waiting && (round !== null || chosen.length === 0),
      },
    };
  },
});
