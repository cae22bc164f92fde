import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { baseSql, betweenSql, countedSql, ownSql, wallsOf, type MoneyFilter } from './all-money.server';
import { quartersOf, type Days } from './quarters';

/** What money is kept summed by; `areas` are all threat areas of a pound at once, as an array is written. */
export type Dimension = 'strand' | 'level' | 'intervention' | 'areas' | 'organisation' | 'stated';

const COLUMNS = Prisma.sql`c.source, c.organisation_id, c.amount, c.planned, c.actual, c.firm, c.ring_fenced, c.secure, c.base,
  c.stated_on, c.estimate, c.strand_id, c.level_id, c.intervention_id, c.overseas, c.areas, c.activities`;
const MEASURES = Prisma.sql`lines, amount, firm_lines, firm, ring_fenced, secure, planned, actual_lines, actual, estimates, estimated,
  overseas, home, activities`;

const ofDays = (column: Prisma.Sql, { from, before }: Days): Prisma.Sql =>
  Prisma.sql`${from === null ? Prisma.empty : Prisma.sql`AND ${column} >= ${from}::date`}
    ${before === null ? Prisma.empty : Prisma.sql`AND ${column} < ${before}::date`}`;

/**
 * Money that a filter chooses, summed by some dimensions, as `sums`: the quarters that lie in it whole from what triggers
 * keep summed, with what was not added to that yet; else the rows. A sum comes in parts, to be added up. Reading it costs
 * by how many quarters and keys there are, not by how many lines. Of a past day, what changed since is taken back. What a
 * filter or reader does not need is not asked for, because a plan for any filter reads all rows.
 */
export function summedSql(actor: Actor, filter: MoneyFilter, dimensions: readonly Dimension[]): Prisma.Sql {
  const [base, walls] = [baseSql(filter), wallsOf(actor)];
  const { whole, edges } = quartersOf(filter);
  const starts = Prisma.sql`c.starts_on`;
  const unwalled = walls.length === 0 ? Prisma.empty : Prisma.sql`AND c.owner_id <> ALL(${walls}::uuid[])`;
  const rows = [
    Prisma.sql`SELECT 1 AS change, ${COLUMNS} FROM counted_money c
      WHERE ${ownSql(actor)} AND ${betweenSql(filter)} AND ${base} ${unwalled}`,
    ...edges.map(
      (days) => Prisma.sql`SELECT 1, ${COLUMNS} FROM counted_money c
        WHERE c.shared AND ${base} ${ofDays(starts, days)} ${unwalled}`,
    ),
    ...(whole
      ? [
          Prisma.sql`SELECT c.change, ${COLUMNS} FROM money_tally_change c WHERE ${base} ${ofDays(starts, whole)}`,
        ]
      : []),
    ...(whole && walls.length > 0
      ? [
          Prisma.sql`SELECT -1, ${COLUMNS} FROM counted_money c
            WHERE c.shared AND c.owner_id = ANY(${walls}::uuid[]) AND ${base} ${ofDays(starts, whole)}`,
        ]
      : []),
    ...(filter.until ? [sinceSql(actor, filter, filter.until)] : []),
  ];
  const kept = whole
    ? Prisma.sql`SELECT c.dimension, c.key, c.source, c.base, ${MEASURES} FROM money_tally c
        WHERE c.dimension = ANY(${dimensions}) AND ${base} ${ofDays(Prisma.sql`c.quarter`, whole)} UNION ALL`
    : Prisma.empty;
  return Prisma.sql`rest AS (${Prisma.join(rows, ' UNION ALL ')}), sums AS (
    ${kept} SELECT p.dimension, p.key, r.source, r.base, p.lines, p.amount, p.firm_lines, p.firm, p.ring_fenced, p.secure,
      p.planned, p.actual_lines, p.actual, p.estimates, p.estimated, p.overseas, p.home, p.activities
    FROM rest r CROSS JOIN LATERAL soundings.money_parts(r.change, r.organisation_id, r.amount, r.planned, r.actual, r.firm,
      r.ring_fenced, r.secure, r.stated_on, r.estimate, r.strand_id, r.level_id, r.intervention_id, r.overseas, r.areas,
      r.activities) p WHERE p.dimension = ANY(${dimensions})
  )`;
}

/** What changed since an instant, to be undone: reading it costs by how much that was. */
const sinceSql = (actor: Actor, filter: MoneyFilter, until: Date): Prisma.Sql => Prisma.sql`
  SELECT -c.change, ${COLUMNS} FROM money_change c WHERE c.changed_at >= ${until} AND ${countedSql(actor)}
    AND ${betweenSql(filter)} AND ${baseSql(filter)}`;
