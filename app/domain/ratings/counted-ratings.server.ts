import { Prisma } from '~/platform/generated/prisma/client';

/** Ratings with what their standing depends on, to be narrowed by WHERE. */
export const RATINGS = Prisma.sql`rating r JOIN finding rated ON rated.id = r.finding_id
  JOIN finding_version rv ON rv.id = r.version_id
  JOIN priority aim ON aim.id = r.priority_id JOIN priority_set held ON held.id = aim.priority_set_id`;

/** `staleReason` of a rating as SQL: of an earlier version, or before its priority set was replaced. */
export const isStaleSql = (now: Prisma.Sql): Prisma.Sql => {
  const replaced = Prisma.sql`((held.ends_on + 1)::timestamp AT TIME ZONE 'UTC')`;
  return Prisma.sql`(rv.number < rated.current_number
    OR coalesce(${replaced} <= ${now} AND r.changed_at < ${replaced}, false))`;
};

/** What `summarise` counts: a value, no interest, not stale. */
export const countsSql = (now: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`r.value IS NOT NULL AND NOT r.interest_declared AND NOT ${isStaleSql(now)}`;

export const NOW = Prisma.sql`soundings.now()`;
