import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { findingPrioritySql } from '../../priority-links.server';
import type { Profile } from '../cells/profiles';
import type { Axis } from './map-axes.server';
import { findingItems, questionItems, type Counting } from './map-items.server';

type Of = 'question' | 'finding';

/** Which items stand at a heading: columns `id` and `heading`, with repeats for priorities. */
export function taggedItems(axis: Pick<Axis, 'of'>, of: Of, released: boolean): Prisma.Sql {
  if (axis.of === 'terms')
    return of === 'question'
      ? Prisma.sql`SELECT question_id AS id, term_id AS heading FROM question_term`
      : Prisma.sql`SELECT finding_id AS id, term_id AS heading FROM finding_term`;
  return of === 'question'
    ? Prisma.sql`SELECT question_id AS id, priority_id AS heading FROM question_priority`
    : Prisma.sql`SELECT id, priority_id AS heading FROM (${findingPrioritySql(!released)}) linked`;
}

/** One row an item that stands in any heading: which, as bits. */
const placed = (axis: Axis, of: Of, released: boolean): Prisma.Sql => Prisma.sql`
  SELECT x.id, bit_or(1::bigint << (h.at - 1)::int) AS bits
  FROM (${taggedItems(axis, of, released)}) x
  JOIN unnest(${axis.headings.map(({ id }) => id)}::uuid[]) WITH ORDINALITY AS h(heading, at) ON h.heading = x.heading
  GROUP BY x.id`;

interface Axes {
  rows: Axis;
  columns: Axis;
}

/** Open questions and live commissions. One statement, whatever the number of cells. */
export const profiledQuestions = (db: Db, { rows, columns }: Axes, counting: Counting): Promise<Profile[]> =>
  db.$queryRaw<Profile[]>`
    SELECT i.kind, coalesce(r.bits, 0) AS rows, coalesce(c.bits, 0) AS columns, count(*)::int AS count,
      (count(*) FILTER (WHERE i.unfunded))::int AS unfunded, min(i.due)::text AS "dueOn",
      0 AS shared, 0 AS reviews, 0 AS current
    FROM (${questionItems(counting)}) i
    LEFT JOIN (${placed(rows, 'question', counting.released)}) r ON r.id = i.id
    LEFT JOIN (${placed(columns, 'question', counting.released)}) c ON c.id = i.id
    GROUP BY 1, 2, 3`;

/** Findings that stand. One statement, that reads them all: the kept tallies answer where they can. */
export const profiledFindings = (db: Db, { rows, columns }: Axes, counting: Counting): Promise<Profile[]> =>
  db.$queryRaw<Profile[]>`
    SELECT i.kind, coalesce(r.bits, 0) AS rows, coalesce(c.bits, 0) AS columns, count(*)::int AS count,
      0 AS unfunded, NULL AS "dueOn", (count(*) FILTER (WHERE i.shared))::int AS shared,
      (count(*) FILTER (WHERE i.review))::int AS reviews, (count(*) FILTER (WHERE i.current))::int AS current
    FROM (${findingItems(counting)}) i
    LEFT JOIN (${placed(rows, 'finding', counting.released)}) r ON r.id = i.id
    LEFT JOIN (${placed(columns, 'finding', counting.released)}) c ON c.id = i.id
    GROUP BY 1, 2, 3`;
