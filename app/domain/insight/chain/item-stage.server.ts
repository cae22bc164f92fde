import { Prisma } from '~/platform/generated/prisma/client';

/** What Soundings stands by: published and neither retracted, superseded nor merged. */
export function standsSql(alias: string): Prisma.Sql {
  const f = Prisma.raw(`"${alias}"`);
  return Prisma.sql`(${f}.published_at IS NOT NULL AND ${f}.retracted_at IS NULL
    AND ${f}.superseded_at IS NULL AND ${f}.merged_into_id IS NULL)`;
}

/** The mark that counts a finding: its confidence, or that nobody appraised it. */
export const findingMarkSql = (alias: string): Prisma.Sql => {
  const f = Prisma.raw(`"${alias}"`);
  return Prisma.sql`(CASE WHEN ${f}.confidence IS NULL THEN 'not-appraised' ELSE 'finding-' || ${f}.confidence END)`;
};
