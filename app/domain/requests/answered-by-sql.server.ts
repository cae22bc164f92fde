import { Prisma } from '~/platform/generated/prisma/client';
import { hasRole, type Person } from '../actor';

/** Those who keep the files of a finding `f`; says the same as `keepsFiles`. */
const keepsFinding = (actor: Person): Prisma.Sql => Prisma.sql`(
  f.submitted_by_id = ${actor.id}::uuid
  OR (${hasRole(actor, 'coordinator')} AND f.published_at IS NOT NULL)
  OR EXISTS (SELECT FROM finding_version v LEFT JOIN finding_author a ON a.version_id = v.id
    WHERE v.finding_id = f.id AND ((v.published_at IS NOT NULL AND a.person_id = ${actor.id}::uuid)
      OR (v.published_at IS NULL AND v.declined_at IS NULL AND v.created_by_id = ${actor.id}::uuid))))`;

/** Those who keep the annex of a question `q`; says the same as the policy of annexes. */
function keepsQuestion(actor: Person): Prisma.Sql {
  const walled = actor.walls.flatMap(({ questionId, bidId }) => (bidId === null ? [questionId] : []));
  const asAuthor = actor.teams.filter(({ roles }) => roles.includes('author')).map(({ teamId }) => teamId);
  return Prisma.sql`(q.id <> ALL(${walled}::uuid[]) AND (q.senior_responsible_owner_id = ${actor.id}::uuid
    OR q.team_id = ANY(${asAuthor}::uuid[])
    OR (${hasRole(actor, 'coordinator')} AND q.published_at IS NOT NULL)))`;
}

/**
 * The requests `r` that a person answers, for a statement that joins `f`, the finding asked about or beside the annex,
 * and `q`, the question beside it. Says the same as `mayAnswer`; a test holds the two together.
 */
export function answeredBySql(actor: Person): Prisma.Sql {
  const isCoordinator = hasRole(actor, 'coordinator');
  return Prisma.sql`(r.asked_by_id <> ${actor.id}::uuid AND CASE r.kind
    WHEN 'access' THEN ${keepsFinding(actor)}
    WHEN 'annex' THEN CASE WHEN q.id IS NULL THEN f.retracted_at IS NULL AND ${keepsFinding(actor)}
      ELSE ${keepsQuestion(actor)} END
    WHEN 'inclusion' THEN ${isCoordinator} OR EXISTS (SELECT FROM collection_curator c
      WHERE c.collection_id = r.collection_id AND c.person_id = ${actor.id}::uuid AND c.ended_at IS NULL)
    ELSE ${isCoordinator} END)`;
}
