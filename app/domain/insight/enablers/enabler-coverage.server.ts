import { z } from 'zod';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { query } from '../../query.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { referenceInput } from '../../reference-input';
import { isoDay, ukDay } from '../../uk-time';
import { standsSql } from '../chain/item-stage.server';
import { maySeeGaps } from '../map/map-policy';
import { COVERED_SCHEMES, type CoverageLine } from './enabler-coverage';

/** How far an enabler, with its parts, is asked about and known across threat areas, strands and levels. */
export const enablerCoverage = query({
  name: 'insight.enablerCoverage',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (maySeeGaps(actor) ? actor : null),
  read: async ({ db, scope, input, now }) => {
    if (!scope) return null;
    const terms = await db.$queryRaw<{ id: string; slug: string }[]>`
      SELECT t.id, t.slug FROM term t JOIN term e ON e.id IN (t.id, t.parent_id)
      WHERE e.reference = ${input.reference} AND e.scheme = 'enabler' AND t.merged_into_id IS NULL
      ORDER BY t.parent_id NULLS FIRST, t.position, t.slug`;
    if (terms.length === 0) return null;
    const ids = terms.map(({ id }) => id);
    const lines = await db.$queryRaw<CoverageLine[]>`
      WITH q AS (SELECT DISTINCT w.id FROM question_term x JOIN question w ON w.id = x.question_id
          WHERE x.term_id = ANY(${ids}::uuid[]) AND w.published_at IS NOT NULL AND w.withdrawn_at IS NULL
            AND w.merged_into_id IS NULL AND ${questionsVisibleSql(scope, 'w')}),
        f AS (SELECT DISTINCT w.id, coalesce(w.review_by >= ${isoDay(ukDay(now))}::date, true) AS current
          FROM finding_term x JOIN finding w ON w.id = x.finding_id
          WHERE x.term_id = ANY(${ids}::uuid[]) AND ${standsSql('w')} AND ${findingsVisibleSql(scope, 'w')}),
        asked AS (SELECT y.term_id, count(*)::int AS count FROM q JOIN question_term y ON y.question_id = q.id GROUP BY 1),
        known AS (SELECT y.term_id, count(*)::int AS count, count(*) FILTER (WHERE f.current)::int AS current
          FROM f JOIN finding_term y ON y.finding_id = f.id GROUP BY 1)
      SELECT t.scheme::text AS scheme, t.slug, t.name, coalesce(a.count, 0) AS asked, coalesce(k.count, 0) AS known,
        coalesce(k.current, 0) AS current
      FROM term t LEFT JOIN asked a ON a.term_id = t.id LEFT JOIN known k ON k.term_id = t.id
      WHERE t.scheme::text = ANY(${[...COVERED_SCHEMES]}) AND t.retired_at IS NULL AND t.merged_into_id IS NULL
        AND t.parent_id IS NULL ORDER BY t.scheme, t.position, t.slug`;
    return { lines, search: `enabler:${terms.map(({ slug }) => slug).join(',')}` };
  },
});
