import { Prisma } from '~/platform/generated/prisma/client';

/**
 * Where a question stands in the chain, as conditions on `question` under an alias. An award of which no notice
 * was sent is nobody's news yet: until then the question counts as asked. What has no bids skips commissioning.
 */
const live = (q: Prisma.Sql) => Prisma.sql`${q}.published_at IS NOT NULL AND ${q}.withdrawn_at IS NULL
  AND ${q}.answered_at IS NULL AND ${q}.merged_into_id IS NULL`;

const noticed = (q: Prisma.Sql) => Prisma.sql`SELECT FROM award noticed WHERE noticed.question_id = ${q}.id
  AND noticed.withdrawn_at IS NULL AND noticed.notice_at IS NOT NULL`;

/** Asked, and neither bought nor settled. */
export function isAskedSql(alias: string): Prisma.Sql {
  const q = Prisma.raw(`"${alias}"`);
  return Prisma.sql`(${live(q)} AND (${q}.decided_at IS NULL OR ${q}.outcome = 'awarded')
    AND NOT EXISTS (${noticed(q)}))`;
}

/** Being bought: a contract that is not closed. */
export function isCommissionedSql(alias: string): Prisma.Sql {
  const q = Prisma.raw(`"${alias}"`);
  return Prisma.sql`(${live(q)} AND EXISTS (${noticed(q)} AND noticed.closed_at IS NULL))`;
}

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
