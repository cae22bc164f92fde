import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { contending } from '../assessment/assessment';
import { loadAssessment } from '../assessment/load-assessment.server';
import { stageOf } from '../competition';
import { mayModerateBid } from '../evaluation-policy';
import { competitionById } from '../load-competition.server';
import { headingOf, isSeen, judged } from '../seen-competition.server';

/** The record of one interview, for the moderator. */
export const interviewRecordPage = query({
  name: 'evaluation.interviewRecord',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input }) => {
    if (!scope) return null;
    const interview = await db.interview.findFirst({
      where: { bid: { reference: input.reference } },
      select: { bidId: true, questionId: true, points: true, reason: true, withdrawnAt: true },
    });
    if (!interview) return null;
    const competition = await competitionById(db, interview.questionId);
    const seen = competition && judged(competition, mayModerateBid(actor, competition, interview.bidId));
    if (!isSeen(seen)) return seen;
    const assessment = await loadAssessment(db, interview.questionId);
    const bid = contending(assessment).find(({ id }) => id === interview.bidId);
    if (!bid) return null;
    const criteria = assessment.criteria.filter(({ stage }) => stage === 'interview');
    return {
      ...headingOf(seen),
      bidder: bid.bidder,
      mode: seen.question.interviewMode,
      most: seen.question.interviewPoints ?? 0,
      points: interview.points,
      reason: interview.reason ?? '',
      criteria: criteria.map((criterion) => {
        const given = bid.consensus.find(({ criterionId }) => criterionId === criterion.id);
        return { ...criterion, value: given?.value ?? null, rationale: given?.rationale ?? '' };
      }),
      may: { record: stageOf(seen) === 'interviewing' && !interview.withdrawnAt },
    };
  },
});
