import { Prisma } from '~/platform/generated/prisma/client';

/** Ratings as they were given just before an instant: as they stand, or as the history kept them. */
export const ratingsThenSql = (until: Date): Prisma.Sql => Prisma.sql`
  SELECT r.finding_id, r.priority_id, r.rater_role, r.interest_declared,
    CASE WHEN r.changed_at < ${until} THEN r.version_id ELSE h.version_id END AS version_id,
    CASE WHEN r.changed_at < ${until} THEN r.value ELSE h.value END AS value,
    CASE WHEN r.changed_at < ${until} THEN r.changed_at ELSE h.held_from END AS changed_at
  FROM rating r LEFT JOIN LATERAL (SELECT * FROM rating_history x WHERE x.rating_id = r.id AND x.held_from < ${until}
    AND x.held_until >= ${until} ORDER BY x.revision DESC LIMIT 1) h ON true
  WHERE r.changed_at < ${until} OR h.id IS NOT NULL`;

/** Whether a span with a beginning and an end, either open, held just before an instant; now, without one. */
export function heldAtSql(alias: string, until: Date | Prisma.Sql | null): Prisma.Sql {
  const span = Prisma.raw(alias);
  return until
    ? Prisma.sql`(coalesce(${span}.held_from < ${until}, true) AND coalesce(${span}.held_until >= ${until}, true))`
    : Prisma.sql`${span}.held_until IS NULL`;
}
