import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { isoDay, ukDay } from '../../../uk-time';
import { keptFindingsSql, spansOnSql, type ToldOf } from '../../kept-findings.server';
import type { Profile } from '../cells/profiles';
import { LENSES, type MapView } from '../map-view';
import type { Axes } from './map-axes.server';
import { placingOf, type Counting } from './map-items.server';
import { placedAt } from './placed.server';

/** Whether what is kept counted can answer: it holds no ratings. */
export const isKeptCounted = ({ relevance }: MapView): boolean => relevance === undefined;

const toldOf = ({ view: { on }, at }: Counting): ToldOf => ({
  day: on === undefined ? ukDay(at) : new Date(on),
  past: on !== undefined,
});

const MARKS = { low: 'finding-low', moderate: 'finding-moderate', high: 'finding-high' } as const;

/** What narrows the kept rows: `terms`, `mark` and `released` are theirs. */
function narrowedTo({ view, released }: Counting, terms: Prisma.Sql): Prisma.Sql {
  const conditions = LENSES.flatMap((lens) => {
    const slug = view[lens];
    return slug === undefined
      ? []
      : [
          Prisma.sql`(SELECT t.id FROM term t WHERE t.scheme = ${lens}::"TermScheme" AND t.slug = ${slug}) = ANY(${terms})`,
        ];
  });
  if (released) conditions.push(Prisma.sql`released`);
  if (view.confidence)
    conditions.push(
      Prisma.sql`mark = ${view.confidence === 'notAppraised' ? 'not-appraised' : MARKS[view.confidence]}`,
    );
  return conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}` : Prisma.empty;
}

/**
 * Standing findings by where they stand, from what triggers keep counted: reading it costs by how many sets of terms
 * there are, not by how many findings. Those that speak to a priority come one by one, and are taken out of the rest.
 */
export const talliedFindings = (db: Db, axes: Axes, counting: Counting): Promise<Profile[]> => {
  const narrowed = narrowedTo(counting, Prisma.sql`profile::uuid[]`);
  return db.$queryRaw<Profile[]>`
    WITH kept AS (
      SELECT profile, mark, shared, review, sum(findings) AS findings, sum(lapsed) AS lapsed, 0::bigint AS row_bits, 0::bigint AS column_bits
      FROM (${keptFindingsSql(toldOf(counting), counting.view)}) k ${narrowed} GROUP BY profile, mark, shared, review
      ${movedSql(axes, counting)}
    ), heading AS (
      SELECT h.id, bit_or(h.row_bit) AS row_bit, bit_or(h.column_bit) AS column_bit FROM (
        SELECT id, 1::bigint << (at - 1)::int AS row_bit, 0::bigint AS column_bit
          FROM unnest(${axes.rows.headings.map(({ id }) => id)}::uuid[]) WITH ORDINALITY AS r(id, at)
        UNION ALL SELECT id, 0, 1::bigint << (at - 1)::int
          FROM unnest(${axes.columns.headings.map(({ id }) => id)}::uuid[]) WITH ORDINALITY AS c(id, at)) h GROUP BY h.id
    ), placed AS (
      SELECT p.profile, bit_or(h.row_bit) AS row_bits, bit_or(h.column_bit) AS column_bits
      FROM (SELECT DISTINCT profile FROM kept) p CROSS JOIN LATERAL unnest(p.profile::uuid[]) x(id)
        JOIN heading h ON h.id = x.id GROUP BY p.profile
    )
    SELECT k.mark AS kind, k.row_bits | coalesce(p.row_bits, 0) AS rows, k.column_bits | coalesce(p.column_bits, 0) AS columns,
      sum(k.findings)::int AS count, 0 AS unfunded, NULL AS "dueOn",
      coalesce(sum(k.findings) FILTER (WHERE k.shared), 0)::int AS shared,
      coalesce(sum(k.findings) FILTER (WHERE k.review), 0)::int AS reviews, (sum(k.findings) - sum(k.lapsed))::int AS current
    FROM kept k LEFT JOIN placed p ON p.profile = k.profile
    GROUP BY 1, 2, 3 HAVING sum(k.findings) <> 0`;
};

/** On an axis of priorities: each finding that speaks to one, counted there and no longer under none. */
function movedSql({ rows, columns }: Axes, counting: Counting): Prisma.Sql {
  if (rows.of === 'terms' && columns.of === 'terms') return Prisma.empty;
  const told = toldOf(counting);
  const of = (axis: Axes['rows']) =>
    axis.of === 'terms'
      ? Prisma.sql`(SELECT NULL::uuid AS id, 0::bigint AS bits WHERE false)`
      : Prisma.sql`(${placedAt(axis, 'finding', placingOf(counting))})`;
  return Prisma.sql`
    UNION ALL SELECT f.terms::text, f.mark, f.shared, f.review, sign.n, CASE WHEN f.holds_until < ${isoDay(told.day)}::date THEN sign.n ELSE 0 END,
      CASE sign.n WHEN 1 THEN coalesce(r.bits, 0) ELSE 0 END, CASE sign.n WHEN 1 THEN coalesce(c.bits, 0) ELSE 0 END
    FROM ${of(rows)} r FULL JOIN ${of(columns)} c ON c.id = r.id
      JOIN (SELECT * FROM (${spansOnSql(told, counting.view)}) s ${narrowedTo(counting, Prisma.sql`terms`)}) f ON f.finding = coalesce(r.id, c.id)
      CROSS JOIN (VALUES (1), (-1)) sign(n)`;
}
