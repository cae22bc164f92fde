import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { baseSql, betweenSql, countedSql, ownSql, wallsOf, type MoneyFilter } from './all-money.server';

/** What money is kept summed by; `areas` are all threat areas of a pound at once, as an array is written. */
export type Dimension = 'strand' | 'level' | 'intervention' | 'areas' | 'organisation' | 'stated';

const COLUMNS = Prisma.sql`c.source, c.organisation_id, c.amount, c.planned, c.actual, c.firm, c.ring_fenced, c.secure, c.base,
  c.stated_on, c.estimate, c.strand_id, c.level_id, c.intervention_id, c.overseas, c.areas, c.activities`;
const MEASURES = Prisma.sql`lines, amount, firm_lines, firm, ring_fenced, secure, planned, actual_lines, actual, estimates, estimated,
  overseas, home, activities`;

/**
 * Money that a filter chooses, summed by some dimensions, as `sums`: the quarters that lie in it whole from what triggers
 * keep summed, with what was not added to that yet; else the rows. A sum comes in parts, to be added up. Reading it costs
 * by how many quarters and keys there are, not by how many lines. Of a past day, what changed since is taken back.
 */
export function summedSql(actor: Actor, filter: MoneyFilter, dimensions: readonly Dimension[]): Prisma.Sql {
  const { from, to, until } = filter;
  const [base, between, walls] = [baseSql(filter), betweenSql(filter), wallsOf(actor)];
  const [first, after] = [Prisma.sql`(SELECT first FROM whole)`, Prisma.sql`(SELECT until FROM whole)`];
  return Prisma.sql`whole(first, until) AS MATERIALIZED (
    SELECT coalesce((date_trunc('quarter', ${from ?? null}::date - 1) + interval '3 months')::date, '-infinity'),
      coalesce(date_trunc('quarter', ${to ?? null}::date + 1)::date, 'infinity')
  ), rest AS (
    SELECT c.change, ${COLUMNS} FROM money_tally_change c WHERE c.starts_on >= ${first} AND c.starts_on < ${after} AND ${base}
    UNION ALL SELECT 1, ${COLUMNS} FROM counted_money c WHERE c.shared AND ${between} AND ${base}
      AND (c.starts_on < ${first} OR c.starts_on >= ${after}) AND c.owner_id <> ALL(${walls}::uuid[])
    UNION ALL SELECT 1, ${COLUMNS} FROM counted_money c WHERE ${ownSql(actor)} AND ${between} AND ${base}
      AND c.owner_id <> ALL(${walls}::uuid[])
    UNION ALL SELECT -1, ${COLUMNS} FROM counted_money c WHERE c.shared AND c.owner_id = ANY(${walls}::uuid[])
      AND c.starts_on >= ${first} AND c.starts_on < ${after} AND ${base}
    ${until ? sinceSql(actor, filter, until) : Prisma.empty}
  ), sums AS (
    SELECT c.dimension, c.key, c.source, c.base, ${MEASURES} FROM money_tally c
    WHERE c.dimension = ANY(${dimensions}) AND c.quarter >= ${first} AND c.quarter < ${after} AND ${base}
    UNION ALL SELECT p.dimension, p.key, r.source, r.base, p.lines, p.amount, p.firm_lines, p.firm, p.ring_fenced, p.secure,
      p.planned, p.actual_lines, p.actual, p.estimates, p.estimated, p.overseas, p.home, p.activities
    FROM rest r CROSS JOIN LATERAL soundings.money_parts(r.change, r.organisation_id, r.amount, r.planned, r.actual, r.firm,
      r.ring_fenced, r.secure, r.stated_on, r.estimate, r.strand_id, r.level_id, r.intervention_id, r.overseas, r.areas,
      r.activities) p WHERE p.dimension = ANY(${dimensions})
  )`;
}

/** What changed since an instant, to be undone: reading it costs by how much that was. */
const sinceSql = (actor: Actor, filter: MoneyFilter, until: Date): Prisma.Sql => Prisma.sql`
    UNION ALL SELECT -c.change, ${COLUMNS} FROM money_change c WHERE c.changed_at >= ${until} AND ${countedSql(actor)}
      AND ${betweenSql(filter)} AND ${baseSql(filter)}`;
