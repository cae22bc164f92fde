import { Prisma } from '~/platform/generated/prisma/client';
import { hasRole, type Person } from '../../actor';

/** What one side of a reorganisation waits for: the second person, and those who answer for a successor. */
export function reorganisationTasks(actor: Person, now: Date): Prisma.Sql[] {
  const me = Prisma.sql`${actor.id}::uuid`;
  const keeps = hasRole(actor, 'coordinator') || hasRole(actor, 'administrator');
  const owned = actor.teams
    .filter(({ roles }) => roles.includes('seniorResponsibleOwner'))
    .map(({ organisationId }) => organisationId);
  const ending = Prisma.sql`(SELECT string_agg(o.name, ' and ' ORDER BY o.name)
    FROM reorganisation_part e JOIN organisation o ON o.id = e.organisation_id
    WHERE e.reorganisation_id = r.id AND e.side = 'predecessor')`;
  const open = Prisma.sql`r.withdrawn_at IS NULL AND r.completed_at IS NULL AND r.proposed_by_id <> ${me}`;
  return [
    Prisma.sql`SELECT 'confirmReorganisation', r.reference, ${ending}, NULL
      FROM reorganisation r WHERE ${open} AND ${keeps} AND r.confirmed_at IS NULL`,
    Prisma.sql`SELECT 'answerHandovers', r.reference, ${ending}, min(h.answer_by)::timestamptz
      FROM reorganisation r JOIN handover h ON h.reorganisation_id = r.id AND h.answer IS NULL
        JOIN reorganisation_part p ON p.reorganisation_id = r.id AND p.organisation_id = h.to_id
      WHERE ${open} AND r.confirmed_at IS NOT NULL
        AND r.effective_on <= (${now}::timestamptz AT TIME ZONE 'Europe/London')::date
        AND NOT soundings.hands_over(r.id, ${me})
        AND (p.person_id = ${me} OR p.organisation_id = ANY(${owned}::uuid[])
          OR (${hasRole(actor, 'coordinator')} AND soundings.successor_is_alone(r.id, p.organisation_id)))
      GROUP BY r.id`,
  ];
}
