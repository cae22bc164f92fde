import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { authorisedTeams } from '../authorised-teams.server';
import { trendOf, type Break, type Point } from '../indicators/trend';
import { mayKeepIndicators, mayReadUnderstanding } from '../understanding-policy';

interface Row {
  reference: string;
  name: string;
  measures: string;
  unit: string;
  area: string;
  areaSlug: string;
  kind: 'threat' | 'harm';
  baselineWritten: string | null;
  points: (Point & { number: number })[];
  breaks: Break[];
}

const MOST = 300;

/** Every indicator with its latest figure and what can be claimed of it, by threat area. */
export const indicators = query({
  name: 'understanding.indicators',
  input: z.strictObject({ area: z.string().max(100).optional() }),
  visibleTo: (actor) => mayReadUnderstanding(actor),
  read: async ({ db, actor, scope, input }) => {
    if (!isAllowed(scope)) return null;
    const rows = await db.$queryRaw<Row[]>`
      SELECT i.reference, i.name, i.measures, i.unit, i.kind::text AS kind, t.name AS area, t.slug AS "areaSlug",
        i.baseline_written AS "baselineWritten",
        coalesce((SELECT jsonb_agg(jsonb_build_object('periodWritten', p.period_written, 'startsOn', p.starts_on,
            'value', p.value) ORDER BY p.starts_on)
          FROM (SELECT DISTINCT ON (period_written) * FROM indicator_point WHERE indicator_id = i.id
                ORDER BY period_written, number DESC) p), '[]') AS points,
        coalesce((SELECT jsonb_agg(jsonb_build_object('periodWritten', b.period_written, 'startsOn', b.starts_on,
            'what', b.what) ORDER BY b.starts_on) FROM indicator_break b WHERE b.indicator_id = i.id), '[]') AS breaks
      FROM indicator i JOIN term t ON t.id = i.term_id
      WHERE ${input.area ?? null}::text IS NULL OR t.slug = ${input.area ?? null}
      ORDER BY t.position, t.slug, i.name, i.id LIMIT ${MOST}`;
    return {
      indicators: rows.map(({ points, breaks, ...row }) => ({
        ...row,
        latest: points.at(-1) ?? null,
        trend: trendOf(points, breaks, row.baselineWritten),
      })),
      may: { keep: isAllowed(mayKeepIndicators(actor, await authorisedTeams(db))) },
    };
  },
});
