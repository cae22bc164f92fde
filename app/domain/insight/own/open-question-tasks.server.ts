import { Prisma } from '~/platform/generated/prisma/client';
import type { Person } from '../../actor';

/** While a question is open: its first stage to judge, once that has closed, and a later closing to settle. */
export function openQuestionTasks(actor: Person, live: Prisma.Sql, now: Date): Prisma.Sql[] {
  const panels = (roles: string[]) =>
    actor.panels.filter(({ role }) => roles.includes(role)).map(({ questionId }) => questionId);
  const waiting = Prisma.sql`EXISTS (SELECT FROM expression e
    WHERE e.question_id = q.id AND e.withdrawn_at IS NULL AND e.invited IS NULL)`;
  return [
    Prisma.sql`SELECT 'judgeExpressions', q.reference, q.title, q.closes_at FROM question q
      WHERE ${live} AND q.expressions_close_at <= ${now} AND q.opened_at IS NULL AND q.decided_at IS NULL
        AND NOT EXISTS (SELECT FROM expression_round r WHERE r.question_id = q.id)
        AND ((q.id = ANY(${panels(['evaluator', 'moderator'])}::uuid[]) AND ${waiting})
          OR (q.id = ANY(${panels(['moderator'])}::uuid[])
            AND EXISTS (SELECT FROM expression e WHERE e.question_id = q.id AND e.withdrawn_at IS NULL)))`,
    Prisma.sql`SELECT 'settleExtension', q.reference, q.title, q.closes_at
      FROM deadline_extension d JOIN question q ON q.id = d.question_id
      WHERE ${live} AND d.confirmed_at IS NULL AND d.declined_at IS NULL AND q.closes_at > ${now}
        AND q.senior_responsible_owner_id = ${actor.id}::uuid AND d.proposed_by_id <> ${actor.id}::uuid
        AND NOT EXISTS (SELECT FROM bid b JOIN bid_member m ON m.bid_id = b.id AND m.accepted_at IS NOT NULL
          AND m.declined_at IS NULL WHERE b.question_id = q.id AND m.person_id = ${actor.id}::uuid)`,
  ];
}
