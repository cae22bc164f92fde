import { Prisma } from '~/platform/generated/prisma/client';
import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { interestInFinding, kindOfInterest } from '../../knowledge/interest-in-finding.server';
import type { VotingStanding } from './votes';

export interface VotingOn extends VotingStanding {
  findingId: string;
  priorityId: string;
  prioritySetId: string;
  finding: { reference: string; title: string };
  priority: { reference: string; name: string; document: string };
  /** What the actor gave it in this half-year, and in all for the list. */
  own: number;
  spent: number;
}

interface Row extends Omit<VotingOn, 'interested'> {
  submittedById: string | null;
}

/** A finding and a priority with what voting for it depends on; null where somebody may not know of it. */
export async function votingOn(
  db: Db,
  actor: Actor,
  { priority, finding }: { priority: string; finding: string },
  scope: Prisma.Sql,
): Promise<VotingOn | null> {
  if (actor.kind !== 'person') return null;
  const own = Prisma.sql`FROM finding_vote x WHERE x.person_id = ${actor.id}::uuid
    AND x.priority_set_id = s.id AND x.period = soundings.half_year(soundings.now())`;
  const [row] = await db.$queryRaw<Row[]>`
    SELECT f.id AS "findingId", p.id AS "priorityId", s.id AS "prioritySetId", f.submitted_by_id AS "submittedById",
      jsonb_build_object('reference', f.reference, 'title', v.title) AS finding,
      jsonb_build_object('reference', p.reference, 'name', p.name, 'document', s.document) AS priority,
      (f.retracted_at IS NULL AND f.superseded_at IS NULL AND f.merged_into_id IS NULL) AS stands,
      (p.retired_at IS NULL AND s.starts_on <= soundings.now()::date
        AND (s.ends_on IS NULL OR s.ends_on >= soundings.now()::date)) AS "inForce",
      (SELECT coalesce(sum(x.votes), 0)::int ${own} AND x.priority_id = p.id AND x.finding_id = f.id) AS own,
      (SELECT coalesce(sum(x.votes), 0)::int ${own}) AS spent
    FROM finding f JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
      JOIN priority p ON p.reference = ${priority} JOIN priority_set s ON s.id = p.priority_set_id
    WHERE f.reference = ${finding} AND f.published_at IS NOT NULL AND ${scope}`;
  if (!row) return null;
  const { submittedById, ...found } = row;
  const interest = kindOfInterest(await interestInFinding(db, actor, row.findingId));
  return { ...found, interested: interest !== null || submittedById === actor.id };
}
