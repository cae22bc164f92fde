import { Prisma } from '~/platform/generated/prisma/client';
import { toldAtSql } from '../../questions/question-state.server';
import { unmergedThenSql } from '../../taxonomy/merging/unmerged-then.server';

/** Asked by an instant, and neither withdrawn nor merged then. */
export function askedByThenSql(alias: string, until: Date): Prisma.Sql {
  const q = Prisma.raw(alias);
  return Prisma.sql`(${q}.published_at < ${until} AND coalesce(${q}.withdrawn_at >= ${until}, true)
    AND ${unmergedThenSql('question', alias, until)})`;
}

/** What Soundings stood by at an instant. */
export function stoodThenSql(alias: string, until: Date): Prisma.Sql {
  const f = Prisma.raw(alias);
  return Prisma.sql`(${f}.published_at < ${until} AND coalesce(${f}.retracted_at >= ${until}, true)
    AND coalesce(${f}.superseded_at >= ${until}, true) AND ${unmergedThenSql('finding', alias, until)})`;
}

/** An award `a` whose notice was out by an instant, and that held then. */
export const noticedByThenSql = (until: Date): Prisma.Sql =>
  Prisma.sql`(a.notice_at < ${until} AND coalesce(a.withdrawn_at >= ${until}, true))`;

/** Whether a decision that settles a question without an award was told by an instant. */
export function settledByThenSql(alias: string, until: Date): Prisma.Sql {
  const q = Prisma.raw(alias);
  return Prisma.sql`(coalesce(${q}.decided_at < ${until}, false) AND ${q}.outcome <> 'awarded'
    AND coalesce(${toldAtSql(alias)} < ${until}, false))`;
}

/** The closing that held: the one of today, or the one that the first later extension took the place of. */
export function closingThenSql(alias: string, until: Date): Prisma.Sql {
  const q = Prisma.raw(alias);
  return Prisma.sql`coalesce((SELECT e.instead_of FROM deadline_extension e WHERE e.question_id = ${q}.id
    AND e.confirmed_at >= ${until} ORDER BY e.confirmed_at LIMIT 1), ${q}.closes_at)`;
}

/** The first number of `finding_before` that a later change left, as `before.confidence` and `before.review_by`. */
export const heldThenSql = (alias: string, until: Date): Prisma.Sql => Prisma.sql`
  LEFT JOIN LATERAL (SELECT b.id, b.confidence, b.review_by FROM finding_before b
    WHERE b.finding_id = ${Prisma.raw(alias)}.id AND b.held_until >= ${until} ORDER BY b.held_until, b.id LIMIT 1) before ON true`;

/** When an award `a` was to end by the plan that was in force; before a contract, nobody knows. */
export const dueThenSql = (until: Date): Prisma.Sql => Prisma.sql`
  CASE WHEN a.contracted_at < ${until} THEN CASE WHEN EXISTS (SELECT FROM award_plan w WHERE w.award_id = a.id)
    THEN (SELECT (w.plan->>'endsOn')::date FROM award_plan w WHERE w.award_id = a.id AND w.in_force_from < ${until}
      ORDER BY w.number DESC LIMIT 1) ELSE a.ends_on END END`;
