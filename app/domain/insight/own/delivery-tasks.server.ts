import { Prisma } from '~/platform/generated/prisma/client';
import type { Person } from '../../actor';

/** What waits between the two sides of a contract: for its lead, and for the team's authors and owner. */
export function deliveryTasks(actor: Person, live: Prisma.Sql, now: Date): Prisma.Sql[] {
  const me = Prisma.sql`${actor.id}::uuid`;
  const running = Prisma.sql`JOIN question q ON q.id = a.question_id
    WHERE ${live} AND a.contracted_at IS NOT NULL AND a.withdrawn_at IS NULL AND a.closed_at IS NULL`;
  const mine = Prisma.sql`EXISTS (SELECT FROM award_winner w
    WHERE w.award_id = a.id AND w.person_id = ${me} AND w.role IN ('lead', 'editor'))`;
  const teams = actor.teams
    .filter(({ roles }) => roles.some((role) => role === 'author' || role === 'seniorResponsibleOwner'))
    .map(({ teamId }) => teamId);
  const wallsOfBids = actor.walls.flatMap(({ bidId }) => (bidId ? [bidId] : []));
  const ours = Prisma.sql`q.team_id = ANY(${teams}::uuid[]) AND a.bid_id <> ALL(${wallsOfBids}::uuid[]) AND NOT EXISTS (
    SELECT FROM award_winner w WHERE w.award_id = a.id AND w.person_id = ${me})`;
  const report = Prisma.sql`FROM monitoring_report r JOIN award a ON a.id = r.award_id ${running}`;
  const claim = Prisma.sql`FROM payment_claim c JOIN milestone m ON m.id = c.milestone_id
    JOIN award a ON a.id = m.award_id ${running}`;
  const change = Prisma.sql`FROM change_request c JOIN award a ON a.id = c.award_id ${running} AND c.state = 'asked'`;
  return [
    Prisma.sql`SELECT 'writeMonitoringReport', r.reference, q.title, r.due_on::timestamptz
      ${report} AND ${mine} AND (r.state = 'queried' OR (r.state IN ('due', 'draft') AND r.due_on <= ${now}::date + 14))`,
    Prisma.sql`SELECT 'checkMonitoringReport', r.reference, q.title, NULL ${report} AND ${ours} AND r.state = 'submitted'`,
    Prisma.sql`SELECT 'answerClaimQuery', c.reference, q.title, NULL ${claim} AND ${mine} AND c.state = 'queried'`,
    Prisma.sql`SELECT 'checkClaim', c.reference, q.title, NULL ${claim} AND ${ours} AND c.state IN ('submitted', 'answered')`,
    Prisma.sql`SELECT 'meetObligation', o.reference, concat(o.what, ', for ', (SELECT p.name FROM award_winner w
        JOIN person p ON p.id = w.person_id WHERE w.award_id = a.id AND w.role = 'lead' LIMIT 1)), o.due_on::timestamptz
      FROM obligation o JOIN award a ON a.id = o.award_id ${running} AND ${ours}
        AND (o.state = 'disputed' OR (o.state = 'due' AND o.due_on < ${now}::date))`,
    Prisma.sql`SELECT 'answerChange', c.reference, q.title, NULL ${change} AND c.side = 'team' AND ${mine}`,
    Prisma.sql`SELECT 'answerChange', c.reference, q.title, NULL ${change} AND c.side = 'winner' AND ${ours}
      AND (q.senior_responsible_owner_id = ${me} OR EXISTS (SELECT FROM team_membership t WHERE t.team_id = q.team_id
        AND t.person_id = ${me} AND t.ends_at IS NULL AND 'seniorResponsibleOwner' = ANY(t.roles::text[])))
      AND q.author_id <> ${me}`,
  ];
}
