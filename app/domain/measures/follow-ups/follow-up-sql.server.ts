import { Prisma } from '~/platform/generated/prisma/client';
import { hasRole, isMember, type Actor } from '../../actor';

/** Those that an actor may see, as a condition on `u` and its award's question `q`. Says the same as `maySeeFollowUp`. */
export function followUpsVisibleSql(actor: Actor): Prisma.Sql {
  if (!isMember(actor)) return Prisma.sql`FALSE`;
  const walled = actor.walls.map(({ questionId }) => questionId);
  const all = hasRole(actor, 'coordinator') || hasRole(actor, 'auditor');
  return Prisma.sql`((${all} OR u.owner_id = ${actor.id}::uuid) AND (q.id IS NULL OR q.id <> ALL(${walled}::uuid[])))`;
}

/** `u` with what it is about: its award's question `q`, or a finding `f`, or a measure `m`. */
export const FOLLOW_UP = Prisma.sql`follow_up u
  JOIN follow_up_schedule s ON s.subject = u.subject AND s.months = u.months
  LEFT JOIN award a ON a.id = u.award_id LEFT JOIN question q ON q.id = a.question_id
  LEFT JOIN finding f ON f.id = u.finding_id LEFT JOIN measure m ON m.id = u.measure_id`;

/** Nobody looks what became of a finding that was taken back, nor of a measure that was retired. */
export const STILL_STANDS = Prisma.sql`NOT EXISTS (SELECT FROM finding taken WHERE taken.id = u.finding_id
    AND (taken.published_at IS NULL OR taken.retracted_at IS NOT NULL))
  AND NOT EXISTS (SELECT FROM measure ended WHERE ended.id = u.measure_id AND ended.state = 'retired')`;

export const FOLLOW_UP_TITLE = Prisma.sql`coalesce(q.title, m.name, (SELECT v.title FROM finding_version v
  WHERE v.finding_id = f.id ORDER BY v.number DESC LIMIT 1))`;
