import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { anyone } from '../../policy';
import { isAskedSql, isCommissionedSql } from '../../questions/question-state.server';
import { query } from '../../query.server';
import type { SummaryFigures, SummaryLine } from './summary';

/** What was released and nothing else, for whoever reads it: a member is told no more than the public. */
export const publicSummary = query({
  name: 'insight.public-summary',
  input: z.strictObject({}),
  visibleTo: anyone,
  read: async ({ db, now }) => {
    const rows = await rowsOf(db);
    const total = rows.find(({ slug }) => slug === null);
    if (!total) throw new Error('all of it is always a row');
    return {
      ...{ day: now, total: figuresOf(total) },
      areas: rows.flatMap(({ slug, ...row }): SummaryLine[] => (slug === null ? [] : [{ ...row, slug }])),
    };
  },
});

const figuresOf = ({ asked, bought, pence, findings, sound }: SummaryFigures): SummaryFigures => ({
  ...{ asked, bought, pence, findings, sound },
});

const STANDS = Prisma.sql`f.released_at IS NOT NULL AND f.published_at IS NOT NULL AND f.retracted_at IS NULL
  AND f.superseded_at IS NULL AND f.merged_into_id IS NULL`;

/** The findings that were released, as they are kept counted by the terms they carry. */
const KEPT = Prisma.sql`SELECT profile, mark, findings FROM finding_tally WHERE released
  UNION ALL SELECT profile, mark, change FROM finding_tally_change WHERE released`;

/** The threat areas in their order, each with what lies below it, and a row without slug that counts each item once. */
const rowsOf = (db: Db): Promise<(Omit<SummaryLine, 'slug'> & { slug: string | null })[]> => db.$queryRaw`
  WITH area AS (
    SELECT t.id, t.slug, t.name, t.position, ARRAY(SELECT p.id FROM term p WHERE p.id = t.id OR p.parent_id = t.id) AS terms
    FROM term t WHERE t.scheme = 'threatArea' AND t.parent_id IS NULL AND t.retired_at IS NULL
  ), asking AS (
    SELECT q.id, ${isAskedSql('q')} OR ${isCommissionedSql('q')} AS asked, bought.awards, bought.pence
    FROM question q LEFT JOIN LATERAL (SELECT count(*) AS awards, coalesce(sum(a.amount), 0) AS pence FROM award a
      WHERE a.question_id = q.id AND a.notice_at IS NOT NULL AND a.withdrawn_at IS NULL) bought ON true
    WHERE q.released_at IS NOT NULL AND q.published_at IS NOT NULL AND q.withdrawn_at IS NULL AND q.merged_into_id IS NULL
  ), placed AS (
    SELECT DISTINCT area.id AS area, a.* FROM asking a JOIN question_term x ON x.question_id = a.id
      JOIN area ON x.term_id = ANY(area.terms)
    UNION ALL SELECT NULL, a.* FROM asking a
  ), questions AS (
    SELECT area, count(*) FILTER (WHERE asked)::int AS asked, sum(awards)::int AS bought, sum(pence)::float8 AS pence
    FROM placed GROUP BY area
  ), counted AS (
    SELECT area.id AS area, k.mark, k.findings FROM (${KEPT}) k JOIN area ON k.profile::uuid[] && area.terms
    UNION ALL SELECT NULL, k.mark, k.findings FROM (${KEPT}) k
  ), known AS (
    SELECT area, sum(findings)::int AS findings,
      coalesce(sum(findings) FILTER (WHERE mark IN ('finding-moderate', 'finding-high')), 0)::int AS sound
    FROM counted GROUP BY area
  )
  SELECT line.slug, line.name, coalesce(q.asked, 0) AS asked, coalesce(q.bought, 0) AS bought, coalesce(q.pence, 0) AS pence,
    coalesce(k.findings, 0) AS findings, coalesce(k.sound, 0) AS sound,
    CASE WHEN k.findings > 0 AND line.id IS NOT NULL THEN (
      SELECT jsonb_build_object('reference', f.reference, 'title', v.title) FROM finding f
      JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
      WHERE ${STANDS} AND EXISTS (SELECT FROM finding_term x WHERE x.finding_id = f.id AND x.term_id = ANY(line.terms))
      ORDER BY f.published_at DESC, f.id DESC LIMIT 1) END AS latest,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', h.kind, 'value', h.value, 'year', h.year, 'source', h.source,
        'estimate', h.estimate) ORDER BY h.kind), '[]')
      FROM (SELECT DISTINCT ON (h.kind) h.* FROM harm_figure h WHERE h.term_id = line.id AND h.released_at IS NOT NULL
          AND NOT EXISTS (SELECT FROM harm_figure x WHERE x.supersedes_id = h.id)
        ORDER BY h.kind, h.year DESC, h.id DESC) h) AS harm
  FROM (SELECT id, slug, name, position, terms FROM area UNION ALL SELECT NULL, NULL, '', NULL, NULL) line
    LEFT JOIN questions q ON q.area IS NOT DISTINCT FROM line.id
    LEFT JOIN known k ON k.area IS NOT DISTINCT FROM line.id
  ORDER BY line.position, line.slug`;

export type PublicSummary = NonNullable<Awaited<ReturnType<typeof publicSummary.read>>>;
