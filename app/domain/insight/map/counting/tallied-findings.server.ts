import { Prisma } from '~/platform/generated/prisma/client';
import { isoDay } from '../../../uk-time';
import { findingMarkSql, standsSql } from '../../chain/item-stage.server';
import { findingPrioritySql } from '../../priority-links.server';

/** The levels of soundings.tallies. */
const PAIR = 0;
const ROW = 1;
const ALL = 2;

/**
 * How many standing findings the map has in each place, as `Counted` rows, from what triggers keep counted: reading
 * them costs the same whatever there is. Only what was released, or all that the network reads.
 */
export function findingsByStrandSql(released: boolean): Prisma.Sql {
  return Prisma.sql`
    SELECT CASE t.level WHEN ${PAIR} THEN 'cell' WHEN ${ROW} THEN 'row' ELSE 'all' END AS level,
      r.slug AS row, c.slug AS column, t.mark AS kind, sum(t.findings)::int AS count
    FROM (${tallySql(released)}) t LEFT JOIN term r ON r.id = t.threat LEFT JOIN term c ON c.id = t.strand
    GROUP BY 1, 2, 3, 4 HAVING sum(t.findings) <> 0`;
}

/** The same by the priorities of a set: findings that speak to one are few, the others are counted by what is left. */
export function findingsByPrioritySql(set: string, released: boolean): Prisma.Sql {
  const only = released ? Prisma.sql`AND f.released_at IS NOT NULL` : Prisma.empty;
  return Prisma.sql`
    (WITH placed AS MATERIALIZED (
      SELECT DISTINCT f.id, ${findingMarkSql('f')} AS kind, r.slug AS row, p.reference AS column
      FROM (${findingPrioritySql(!released)}) linked
      JOIN priority p ON p.id = linked.priority_id
      JOIN priority_set s ON s.id = p.priority_set_id AND s.slug = ${set}
      JOIN finding f ON f.id = linked.id AND ${standsSql('f')} ${only}
      LEFT JOIN (finding_term x JOIN term r ON r.id = x.term_id AND r.scheme = 'threatArea') ON x.finding_id = f.id
    ), tally AS (
      SELECT t.level, r.slug AS row, t.mark AS kind, t.findings
      FROM (${tallySql(released)}) t LEFT JOIN term r ON r.id = t.threat WHERE t.level <> ${PAIR}
    )
    SELECT 'cell' AS level, row, "column", kind, count(DISTINCT id)::int AS count FROM placed GROUP BY 2, 3, 4
    UNION ALL
    SELECT 'cell', row, NULL, kind, sum(findings)::int FROM (
      SELECT row, kind, findings FROM tally WHERE level = ${ROW}
      UNION ALL SELECT row, kind, -1 FROM (SELECT DISTINCT id, row, kind FROM placed) counted_once
    ) beside GROUP BY 2, 4 HAVING sum(findings) <> 0
    UNION ALL
    SELECT CASE level WHEN ${ALL} THEN 'all' ELSE 'row' END, row, NULL, kind, sum(findings)::int
    FROM tally GROUP BY level, 2, 4 HAVING sum(findings) <> 0)`;
}

/** What tells gaps apart at each threat area and strand, from what triggers keep counted, as `PlacedFacts`. */
export function factsByStrandSql(released: boolean, today: Date): Prisma.Sql {
  const only = released ? Prisma.sql`AND released` : Prisma.empty;
  return Prisma.sql`
    SELECT r.slug AS row, c.slug AS column, ${sums(today)}
    FROM (SELECT threat, strand, review, shared, holds_until, findings FROM finding_fact_tally WHERE true ${only}
      UNION ALL SELECT threat, strand, review, shared, holds_until, change FROM finding_tally_change
        WHERE level = ${PAIR} ${only}) f
    LEFT JOIN term r ON r.id = f.threat LEFT JOIN term c ON c.id = f.strand GROUP BY 1, 2`;
}

/** The same for findings that speak to a priority of the set. */
export function factsByPrioritySql(set: string, released: boolean, today: Date): Prisma.Sql {
  const only = released ? Prisma.sql`AND f.released` : Prisma.empty;
  return Prisma.sql`
    SELECT f.row, f.column, ${sums(today)}
    FROM (SELECT DISTINCT f.finding, r.slug AS row, p.reference AS column, f.review, f.shared, f.holds_until, 1 AS findings
      FROM (${findingPrioritySql(!released)}) linked
      JOIN priority p ON p.id = linked.priority_id JOIN priority_set s ON s.id = p.priority_set_id AND s.slug = ${set}
      JOIN tallied_finding f ON f.finding = linked.id ${only}
      LEFT JOIN term r ON r.id = ANY(f.threats)) f
    GROUP BY 1, 2`;
}

const sums = (today: Date): Prisma.Sql => Prisma.sql`
  0 AS unfunded, NULL AS "dueOn", coalesce(sum(f.findings) FILTER (WHERE f.shared), 0)::int AS shared,
  coalesce(sum(f.findings) FILTER (WHERE f.review), 0)::int AS reviews,
  coalesce(sum(f.findings) FILTER (WHERE f.holds_until >= ${isoDay(today)}::date), 0)::int AS current`;

const tallySql = (released: boolean) => {
  const only = released ? Prisma.sql`WHERE released` : Prisma.empty;
  return Prisma.sql`
    SELECT level, threat, strand, mark, findings FROM finding_tally ${only}
    UNION ALL SELECT level, threat, strand, mark, change FROM finding_tally_change ${only}`;
};
