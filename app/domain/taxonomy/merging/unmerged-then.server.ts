import { Prisma } from '~/platform/generated/prisma/client';

/** Not part of another record just before an instant: merges are dated, and may have been undone since. */
export function unmergedThenSql(
  noun: 'question' | 'finding' | 'term',
  alias: string,
  until: Date,
): Prisma.Sql {
  const row = Prisma.raw(alias);
  const of = Prisma.sql`m.noun = ${noun} AND m.from_id = ${row}.id`;
  return Prisma.sql`(NOT EXISTS (SELECT FROM record_merge m WHERE ${of} AND m.merged_at < ${until}
      AND coalesce(m.undone_at >= ${until}, true))
    AND (${row}.merged_into_id IS NULL
      OR EXISTS (SELECT FROM record_merge m WHERE ${of} AND m.merged_at >= ${until} AND m.undone_at IS NULL)))`;
}
