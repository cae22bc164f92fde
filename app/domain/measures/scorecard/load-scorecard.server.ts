import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Period } from '../period';
import { checkOf } from '../measure';
import type { CellFigure, ScorecardContent, ScorecardRow } from './scorecard';

/** `areas`, or the slug of a priority set. */
export const AREAS = 'areas';

interface Found extends Omit<CellFigure, 'check'> {
  rowId: string;
  steps: string[];
}

/** What is counted of the rows `row` within a period. */
const countedIn = (period: Period): Prisma.Sql => Prisma.sql`
  JOIN measure m ON (m.term_id = row.term_id OR m.priority_id = row.id OR m.priority_id IN
    (SELECT p.id FROM priority p WHERE p.term_id = row.term_id))
  JOIN (VALUES ('month', interval '1 month'), ('quarter', interval '3 months'), ('year', interval '1 year'))
    AS e(kind, span) ON e.kind = m.period_kind
  JOIN measure_value v ON v.measure_id = m.id AND v.starts_on >= ${period.startsOn}::date
    AND v.starts_on + e.span - interval '1 day' <= ${period.endsOn}::date
  WHERE m.state <> 'draft' AND NOT EXISTS (SELECT FROM measure_value x WHERE x.supersedes_id = v.id)`;

/** Of these priority sets, and after them the areas, the list with most rows that have a figure; null where none has any. */
export async function fullestList(db: Db, slugs: string[], period: Period): Promise<string | null> {
  const [found] = await db.$queryRaw<{ slug: string }[]>`
    WITH row AS (
      SELECT p.id, p.term_id, s.slug FROM priority p JOIN priority_set s ON s.id = p.priority_set_id
      WHERE s.slug = ANY(${slugs}) AND p.retired_at IS NULL
      UNION ALL SELECT t.id, t.id, ${AREAS}::text FROM term t
      WHERE t.scheme = 'threatArea' AND t.retired_at IS NULL AND t.parent_id IS NULL)
    SELECT row.slug FROM row ${countedIn(period)} GROUP BY row.slug
    ORDER BY count(DISTINCT row.id) DESC, array_position(${[...slugs, AREAS]}::text[], row.slug::text) LIMIT 1`;
  return found?.slug ?? null;
}

/**
 * The figures of a period: of each measure the latest whose own period lies wholly within it. A measure of a threat
 * area counts for the priority that names it, and the other way round.
 */
export async function loadScorecard(
  db: Db,
  of: string,
  period: Period & { code: string },
): Promise<ScorecardContent | null> {
  const set =
    of === AREAS
      ? null
      : await db.prioritySet.findUnique({ where: { slug: of }, select: { id: true, document: true } });
  if (of !== AREAS && !set) return null;
  const rowsSql = set
    ? Prisma.sql`SELECT p.id, p.reference AS key, p.name, p.position, p.term_id FROM priority p
        WHERE p.priority_set_id = ${set.id}::uuid AND p.retired_at IS NULL`
    : Prisma.sql`SELECT t.id, t.slug AS key, t.name, t.position, t.id AS term_id FROM term t
        WHERE t.scheme = 'threatArea' AND t.retired_at IS NULL AND t.parent_id IS NULL`;
  const rows = await db.$queryRaw<(Omit<ScorecardRow, 'figures'> & { id: string })[]>`
    SELECT r.id, r.key, r.name FROM (${rowsSql}) r ORDER BY r.position, r.id`;
  const figures = await db.$queryRaw<Found[]>`
    WITH row AS (${rowsSql})
    SELECT DISTINCT ON (row.id, m.id) row.id AS "rowId", m.part, m.reference AS measure, m.name, m.class, m.wanted, m.unit,
      v.version, m.period_kind AS "periodKind", v.starts_on::text AS "startsOn", v.value, v.confidence::text AS confidence,
      v.source, v.reference, ARRAY(SELECT c.step FROM measure_check c WHERE c.value_id = v.id) AS steps
    FROM row ${countedIn(period)}
    ORDER BY row.id, m.id, v.starts_on DESC`;
  const shown = figures.sort((a, b) => a.name.localeCompare(b.name) || a.measure.localeCompare(b.measure));
  return {
    kind: set ? 'priorities' : 'areas',
    document: set?.document ?? '',
    period: period.code,
    rows: rows.map(({ id, key, name }) => ({
      ...{ key, name },
      figures: shown
        .filter(({ rowId }) => rowId === id)
        .map(({ rowId: _, steps, ...figure }) => ({
          ...figure,
          check: checkOf(steps.map((step) => ({ step }))),
        })),
    })),
  };
}
