import { Prisma } from '~/platform/generated/prisma/client';
import { unmergedThenSql } from './merging/unmerged-then.server';

/** What was last said of a term `t` by a change since, as `before`: joined to it, without a row where none came. */
export const termBeforeSql = (row: string, until: Date): Prisma.Sql => Prisma.sql`
  LEFT JOIN LATERAL (SELECT b.* FROM term_before b WHERE b.term_id = ${Prisma.raw(row)}.id AND b.held_until >= ${until}
    ORDER BY b.held_until, b.id LIMIT 1) before ON true`;

const retiredThenSql = (row: string, until: Date): Prisma.Sql => {
  const t = Prisma.raw(row);
  const since = Prisma.sql`FROM term_before b WHERE b.term_id = ${t}.id AND b.held_until >= ${until}`;
  return Prisma.sql`coalesce(CASE WHEN EXISTS (SELECT ${since})
    THEN (SELECT b.retired_at ${since} ORDER BY b.held_until, b.id LIMIT 1) ELSE ${t}.retired_at END < ${until}, false)`;
};

/** Known, not retired and not part of another just before an instant. */
export const inUseThenSql = (row: string, until: Date): Prisma.Sql => Prisma.sql`
  (${Prisma.raw(row)}.created_at < ${until} AND NOT ${retiredThenSql(row, until)} AND ${unmergedThenSql('term', row, until)})`;

/** What a term was called just before an instant, in its words of then. */
export const termNameThenSql = (row: string, until: Date | Prisma.Sql): Prisma.Sql => Prisma.sql`
  coalesce((SELECT v.name FROM term_version v WHERE v.term_id = ${Prisma.raw(row)}.id AND v.recorded_at < ${until}
    ORDER BY v.number DESC LIMIT 1), ${Prisma.raw(row)}.name)`;
