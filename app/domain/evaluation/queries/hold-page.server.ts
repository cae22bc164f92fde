import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { stageOf } from '../competition';
import { mayDecide } from '../evaluation-policy';
import { headingOf, isSeen, seenCompetition } from '../seen-competition.server';

interface HeldBefore {
  reason: string;
  placedAt: Date;
  placedBy: string;
  liftedAt: Date;
  liftedBy: string | null;
}

/** Whether a competition is on hold, and when it was before. */
export const holdPage = query({
  name: 'evaluation.hold-page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input }) => {
    if (!actor) return null;
    const competition = await seenCompetition(db, actor, input.reference, (who, of) =>
      mayDecide(who, of, null),
    );
    if (!isSeen(competition)) return competition;
    const { question, hold } = competition;
    if (['beforeOpening', 'withdrawn'].includes(stageOf(competition))) return null;
    const before = await db.$queryRaw<HeldBefore[]>`
      SELECT h.reason, h.placed_at AS "placedAt", p.name AS "placedBy", h.lifted_at AS "liftedAt", l.name AS "liftedBy"
      FROM competition_hold h JOIN person p ON p.id = h.placed_by_id LEFT JOIN person l ON l.id = h.lifted_by_id
      WHERE h.question_id = ${question.id}::uuid AND h.lifted_at IS NOT NULL ORDER BY h.placed_at DESC LIMIT 50`;
    return {
      ...headingOf(competition),
      hold: hold ?? null,
      before,
      canHold: !hold && !question.deliveryStartedAt,
    };
  },
});
