import { Prisma } from '~/platform/generated/prisma/client';
import { hasRole, isMember, type Actor } from '../../actor';

/** The requests for data that an actor may know of, as a condition on `r` and its dataset `d`. Says the same as `maySeeDataRequest`. */
export function dataRequestsVisibleSql(actor: Actor): Prisma.Sql {
  if (!isMember(actor)) return Prisma.sql`FALSE`;
  if (hasRole(actor, 'coordinator') || hasRole(actor, 'auditor')) return Prisma.sql`TRUE`;
  const holders = actor.teams.map(({ organisationId }) => organisationId);
  return Prisma.sql`(${actor.id}::uuid IN (r.asked_by_id, d.owner_id) OR d.organisation_id = ANY(${holders}::uuid[])
    OR EXISTS (SELECT FROM data_panel_seat s WHERE s.dataset_id = d.id AND s.ended_at IS NULL AND s.person_id = ${actor.id}::uuid))`;
}
