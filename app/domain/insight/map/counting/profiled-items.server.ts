import type { Db } from '~/platform/db.server';
import type { Profile } from '../cells/profiles';
import type { Axes } from './map-axes.server';
import { findingItems, placingOf, questionItems, type Counting } from './map-items.server';
import { placedAt } from './placed.server';
import { isKeptCounted, talliedFindings } from './tallied-findings.server';

/** Open questions and live commissions. One statement, whatever the number of cells. */
export const profiledQuestions = (db: Db, { rows, columns }: Axes, counting: Counting): Promise<Profile[]> =>
  db.$queryRaw<Profile[]>`
    SELECT i.kind, coalesce(r.bits, 0) AS rows, coalesce(c.bits, 0) AS columns, count(*)::int AS count,
      (count(*) FILTER (WHERE i.unfunded))::int AS unfunded, min(i.due)::text AS "dueOn",
      0 AS shared, 0 AS reviews, 0 AS current
    FROM (${questionItems(counting)}) i
    LEFT JOIN (${placedAt(rows, 'question', placingOf(counting))}) r ON r.id = i.id
    LEFT JOIN (${placedAt(columns, 'question', placingOf(counting))}) c ON c.id = i.id
    GROUP BY 1, 2, 3`;

/** Findings that stand, of which there may be a million: from what is kept counted where that can answer. */
export const profiledFindings = (db: Db, axes: Axes, counting: Counting): Promise<Profile[]> =>
  isKeptCounted(counting.view) ? talliedFindings(db, axes, counting) : readFindings(db, axes, counting);

/** One statement, that reads every finding. */
export const readFindings = (db: Db, { rows, columns }: Axes, counting: Counting): Promise<Profile[]> =>
  db.$queryRaw<Profile[]>`
    SELECT i.kind, coalesce(r.bits, 0) AS rows, coalesce(c.bits, 0) AS columns, count(*)::int AS count,
      0 AS unfunded, NULL AS "dueOn", (count(*) FILTER (WHERE i.shared))::int AS shared,
      (count(*) FILTER (WHERE i.review))::int AS reviews, (count(*) FILTER (WHERE i.current))::int AS current
    FROM (${findingItems(counting)}) i
    LEFT JOIN (${placedAt(rows, 'finding', placingOf(counting))}) r ON r.id = i.id
    LEFT JOIN (${placedAt(columns, 'finding', placingOf(counting))}) c ON c.id = i.id
    GROUP BY 1, 2, 3`;
