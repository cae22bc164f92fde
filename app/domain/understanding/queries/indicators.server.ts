import { z } from 'zod';
import { optionalDayInput } from '../../form-inputs';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { knownUntil } from '../../taxonomy/known-until.server';
import { ukDay } from '../../uk-time';
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

/** Every indicator with its latest figure and what can be claimed of it, by threat area, as it was known on a day. */
export const indicators = query({
  name: 'understanding.indicators',
  input: z.strictObject({ on: optionalDayInput() }),
  visibleTo: (actor) => mayReadUnderstanding(actor),
  read: async ({ db, actor, scope, input, now }) => {
    if (!isAllowed(scope)) return null;
    const day = input.on ?? ukDay(now);
    const until = await knownUntil(db, day);
    const rows = await db.$queryRaw<Row[]>`
      SELECT i.reference, i.name, i.measures, i.unit, i.kind::text AS kind, coalesce(said.name, t.name) AS area, t.slug AS "areaSlug",
        i.baseline_written AS "baselineWritten",
        coalesce((SELECT jsonb_agg(jsonb_build_object('periodWritten', p.period_written, 'startsOn', p.starts_on,
            'value', p.value) ORDER BY p.starts_on)
          FROM (SELECT DISTINCT ON (period_written) * FROM indicator_point WHERE indicator_id = i.id AND recorded_at < ${until}
                ORDER BY period_written, number DESC) p), '[]') AS points,
        coalesce((SELECT jsonb_agg(jsonb_build_object('periodWritten', b.period_written, 'startsOn', b.starts_on,
            'what', b.what) ORDER BY b.starts_on) FROM indicator_break b WHERE b.indicator_id = i.id AND b.recorded_at < ${until}), '[]') AS breaks
      FROM indicator i JOIN term t ON t.id = i.term_id
      LEFT JOIN LATERAL (SELECT v.name FROM term_version v WHERE v.term_id = t.id AND v.recorded_at < ${until}
        ORDER BY v.number DESC LIMIT 1) said ON true
      WHERE i.created_at < ${until}
      ORDER BY t.position, t.slug, i.name, i.id LIMIT ${MOST}`;
    return {
      ...{ day, asked: input.on !== undefined },
      indicators: rows.map(({ points, breaks, ...row }) => ({
        ...row,
        latest: points.at(-1) ?? null,
        trend: trendOf(points, breaks, row.baselineWritten),
      })),
      may: { keep: isAllowed(mayKeepIndicators(actor, await authorisedTeams(db))) },
    };
  },
});
