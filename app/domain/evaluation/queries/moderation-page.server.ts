import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { isMember, isWalledFromSome } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import {
  allHaveScored,
  contending,
  resultsOf,
  hasScored,
  whatAgreementWaitsFor,
  writtenPart,
} from '../assessment/assessment';
import { scorersOf } from '../assessment/whose-bids';
import { livePanel, stageOf } from '../competition';
import { mayModerate, mayReadBid, mayReadBids } from '../evaluation-policy';
import { loadAssessment } from '../assessment/load-assessment.server';
import { inDecimals } from '../scoring/fraction';
import { headingOf, isSeen, seenCompetition } from '../seen-competition.server';

/** Where scoring stands, bid by bid, with the meetings held. An evaluator sees a bid's scores once their own are in. */
export const moderationPage = query({
  name: 'evaluation.moderation',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input }) => {
    if (!scope) return null;
    const competition = await seenCompetition(db, actor, input.reference, mayReadBids);
    if (!isSeen(competition)) return competition;
    if (!competition.question.openedAt) return null;
    const { id: questionId } = competition.question;
    const [whole, meetings] = await Promise.all([loadAssessment(db, questionId), meetingsOf(db, questionId)]);
    const assessment = writtenPart(whole);
    const moderates = isAllowed(mayModerate(actor, competition));
    const bids = contending(assessment).filter((bid) => isAllowed(mayReadBid(actor, competition, bid.id)));
    return {
      ...headingOf(competition),
      stage: stageOf(competition),
      hasReplies: competition.question.replyWorkingDays !== null,
      // Minutes speak of all bids.
      meetings: isWalledFromSome(actor, questionId) ? [] : meetings,
      panel: livePanel(competition).map(({ person: { reference, name } }) => ({ reference, name })),
      bids: bids.map((bid) => {
        const complete = allHaveScored(competition, bid);
        const shown = moderates ? complete : hasScored(bid, scope);
        return {
          reference: bid.reference,
          bidder: bid.bidder,
          complete,
          missing: scorersOf(competition, bid.id)
            .filter(({ person }) => !hasScored(bid, person.id))
            .map(({ person }) => person.name),
          results: shown
            ? resultsOf(competition, assessment, bid).map((result) => ({
                name: result.criterion.name,
                weight: result.criterion.weight,
                minimum: result.criterion.minimum,
                values: result.values,
                consensus: result.consensus?.value ?? null,
                agreed: result.agreed && inDecimals(result.agreed, 2),
                disagreement: result.disagreement,
              }))
            : null,
        };
      }),
      // What is awaited tells of disagreement and of every bid: the moderator alone reads it.
      waits: moderates ? whatAgreementWaitsFor(competition, assessment, meetings.length) : [],
      may: { moderate: moderates && stageOf(competition) === 'scoring' },
    };
  },
});

interface Meeting {
  heldOn: Date;
  minutes: string;
  recordedAt: Date;
  attendance: { name: string; attendance: 'present' | 'absent' | 'abstained'; note: string }[];
}

const meetingsOf = (db: Db, questionId: string) => db.$queryRaw<Meeting[]>`
  SELECT m.held_on AS "heldOn", m.minutes, m.recorded_at AS "recordedAt",
    COALESCE((SELECT jsonb_agg(jsonb_build_object('name', p.name, 'attendance', a.attendance, 'note', a.note)
        ORDER BY p.name) FROM meeting_attendance a JOIN person p ON p.id = a.person_id
      WHERE a.meeting_id = m.id), '[]') AS attendance
  FROM moderation_meeting m WHERE m.question_id = ${questionId}::uuid ORDER BY m.recorded_at`;
