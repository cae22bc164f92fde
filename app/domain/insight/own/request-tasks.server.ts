import { Prisma } from '~/platform/generated/prisma/client';
import { hasRole, type Person } from '../../actor';
import { answeredBySql } from '../../requests/answered-by-sql.server';

/**
 * Requests that wait for this person's answer as the keeper of the thing; of those that any coordinator could answer,
 * only the ones that nobody else can.
 */
export function requestTasks(actor: Person, now: Date): Prisma.Sql[] {
  const asKeeper = { ...actor, roles: actor.roles.filter((role) => role !== 'coordinator') };
  const forCoordinators = Prisma.sql`(${hasRole(actor, 'coordinator')} AND r.kind IN ('deletion', 'merge')
    AND r.asked_by_id <> ${actor.id}::uuid)`;
  return [
    Prisma.sql`SELECT 'answerRequest', r.reference, coalesce(v.title, q.title), r.expires_at
      FROM request r LEFT JOIN annex x ON x.id = r.annex_id
        LEFT JOIN finding f ON f.id = coalesce(r.finding_id, x.finding_id)
        LEFT JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
        LEFT JOIN question q ON q.id = x.question_id
      WHERE r.state IN ('asked', 'held') AND r.expires_at > ${now}
        AND (${answeredBySql(asKeeper)} OR ${forCoordinators})`,
  ];
}
