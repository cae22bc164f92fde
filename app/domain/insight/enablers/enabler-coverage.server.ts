import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { optionalDayInput } from '../../form-inputs';
import { query } from '../../query.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { inUseThenSql, termNameThenSql } from '../../taxonomy/in-use-then.server';
import { knownUntil } from '../../taxonomy/known-until.server';
import { unmergedThenSql } from '../../taxonomy/merging/unmerged-then.server';
import { ukDay } from '../../uk-time';
import { keptFindingsSql, toldBy } from '../kept-findings.server';
import { maySeeGaps } from '../map/map-policy';
import { askedByThenSql } from '../on-day/items-by-then.server';
import { tagsOnDay } from '../../taxonomy/tags-on-day.server';
import { COVERED_SCHEMES, type CoverageLine } from './enabler-coverage';

const ASKED = Prisma.sql`w.published_at IS NOT NULL AND w.withdrawn_at IS NULL AND w.merged_into_id IS NULL`;

/** How far an enabler, with its parts, is or was asked about and known across threat areas, strands and levels. */
export const enablerCoverage = query({
  name: 'insight.enablerCoverage',
  input: z.strictObject({ id: z.uuid(), on: optionalDayInput(), until: z.date().optional() }),
  visibleTo: (actor) => (maySeeGaps(actor) ? actor : null),
  read: async ({ db, scope, input, now }) => {
    if (!scope) return null;
    const day = input.on ?? ukDay(now);
    const until = input.on ? (input.until ?? (await knownUntil(db, day))) : null;
    const ids = Prisma.sql`ARRAY(SELECT id FROM enabler)`;
    const tags = tagsOnDay('question_term', until);
    const asked = until ? askedByThenSql('w', until) : ASKED;
    const rows = await db.$queryRaw<(CoverageLine & { slugs: string })[]>`
      WITH enabler AS (SELECT t.id, t.slug, row_number() OVER (ORDER BY t.parent_id NULLS FIRST, t.position, t.slug) AS place
          FROM term t JOIN term e ON e.id IN (t.id, t.parent_id) WHERE e.id = ${input.id}::uuid AND e.scheme = 'enabler'
            AND ${until ? unmergedThenSql('term', 't', until) : Prisma.sql`t.merged_into_id IS NULL`}),
        q AS (SELECT DISTINCT w.id FROM ${tags} x JOIN question w ON w.id = x.question_id
          WHERE x.term_id = ANY(${ids}) AND ${asked} AND ${questionsVisibleSql(scope, 'w')}),
        f AS (SELECT k.profile::uuid[] AS terms, sum(k.findings) AS count, sum(k.findings) - sum(k.lapsed) AS current
          FROM (${keptFindingsSql(until ? toldBy({ day, until }) : { day, past: false })}) k
          WHERE k.profile::uuid[] && ${ids} GROUP BY k.profile),
        asked AS (SELECT y.term_id, count(*)::int AS count FROM q JOIN ${tags} y ON y.question_id = q.id GROUP BY 1),
        known AS (SELECT x.term_id, sum(f.count)::int AS count, sum(f.current)::int AS current
          FROM f CROSS JOIN LATERAL unnest(f.terms) x(term_id) GROUP BY 1)
      SELECT t.scheme::text AS scheme, t.slug, ${until ? termNameThenSql('t', until) : Prisma.sql`t.name`} AS name,
        coalesce(a.count, 0) AS asked, coalesce(k.count, 0) AS known, coalesce(k.current, 0) AS current,
        (SELECT string_agg(slug, ',' ORDER BY place) FROM enabler) AS slugs
      FROM term t LEFT JOIN asked a ON a.term_id = t.id LEFT JOIN known k ON k.term_id = t.id
      WHERE EXISTS (SELECT FROM enabler) AND t.scheme::text = ANY(${[...COVERED_SCHEMES]}) AND t.parent_id IS NULL
        AND ${until ? inUseThenSql('t', until) : Prisma.sql`t.retired_at IS NULL AND t.merged_into_id IS NULL`}
      ORDER BY t.scheme, t.position, t.slug`;
    const [first] = rows;
    return first
      ? { lines: rows.map(({ slugs: _, ...line }) => line), search: `enabler:${first.slugs}` }
      : null;
  },
});
