import { z } from 'zod';
import { isPerson } from '../../actor';
import { query } from '../../query.server';
import { stateOf, type AwardStages } from '../award';

interface Row extends AwardStages {
  reference: string;
  title: string;
  amount: number;
  nextTitle: string | null;
  nextDueOn: Date | null;
}

/** The awards that the actor won, with what is due next. Before its notice an award is not told. */
export const ownAwards = query({
  name: 'awards.own',
  input: z.strictObject({}),
  visibleTo: (actor) => (isPerson(actor) && actor.secondFactorPassed ? actor.id : null),
  read: async ({ db, scope, now }) => {
    if (!scope) return [];
    const rows = await db.$queryRaw<Row[]>`
      SELECT a.reference, q.title, a.amount, a.notice_at AS "noticeAt", a.standstill_ends_on AS "standstillEndsOn",
        a.withdrawn_at AS "withdrawnAt", a.contracted_at AS "contractedAt", a.closed_at AS "closedAt",
        next.title AS "nextTitle", next.due_on AS "nextDueOn"
      FROM award a JOIN question q ON q.id = a.question_id
      LEFT JOIN LATERAL (
        SELECT m.title, m.due_on FROM milestone m WHERE m.award_id = a.id AND m.cancelled_at IS NULL AND NOT EXISTS (
          SELECT FROM deliverable d WHERE d.milestone_id = m.id AND d.returned_at IS NULL)
        ORDER BY m.position LIMIT 1) next ON true
      WHERE a.notice_at IS NOT NULL AND a.withdrawn_at IS NULL AND EXISTS (
        SELECT FROM award_winner w WHERE w.award_id = a.id AND w.person_id = ${scope}::uuid)
      ORDER BY a.notice_at DESC, a.reference LIMIT 100`;
    return rows.map((row) => ({ ...row, state: stateOf(row, now) }));
  },
});
