import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { query } from '../../query.server';
import { isAskedSql, isCommissionedSql } from '../../questions/question-state.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { gapHeading, layOut, releasedHeading, type Counted } from '../map/evidence-map';
import { loadMapAxes } from '../map/map-axes.server';
import { mayRaiseQuestions, maySeeGaps } from '../map/map-policy';
import { findingsByPrioritySql, findingsByStrandSql } from '../map/tallied-findings.server';

/** Threat areas against strands, or against the priorities of one set: asked, bought and known. */
export const evidenceMap = query({
  name: 'insight.evidenceMap',
  input: z.strictObject({
    columns: z.string().max(100).default('strand'),
    view: z.enum(['network', 'released']).default('network'),
  }),
  // Of findings the network reads all that stand, and who is outside it what was released: the view decides.
  visibleTo: (actor) => ({ questions: questionsVisibleSql(actor, 'q') }),
  read: async ({ db, actor, scope, input, now }) => {
    const axes = await loadMapAxes(db, input.columns, now);
    if (!axes) return null;
    const released = input.view === 'released' || !maySeeGaps(actor);
    const counted = await count(db, scope.questions, { columns: input.columns, released });
    const map = layOut(axes.rows, axes.columns, counted);
    return {
      map,
      released,
      heading: released ? releasedHeading(map) : gapHeading(map),
      columns: axes.chosen,
      choices: axes.choices,
      asOf: now,
      may: mayDo(actor, released),
    };
  },
});

const mayDo = (actor: Actor, released: boolean) => ({
  seeGaps: !released,
  raiseQuestions: !released && mayRaiseQuestions(actor),
  chooseView: maySeeGaps(actor),
});

/** Questions are counted as they are; findings, of which there may be a million, are read from what is kept counted. */
async function count(
  db: Db,
  questions: Prisma.Sql,
  { columns, released }: { columns: string; released: boolean },
): Promise<Counted[]> {
  const byStrand = columns === 'strand';
  return db.$queryRaw<Counted[]>`
    WITH item AS (
      SELECT q.id, CASE WHEN ${isCommissionedSql('q')} THEN 'commission' ELSE 'question' END AS kind
      FROM question q
      WHERE ${questions} AND (${isAskedSql('q')} OR ${isCommissionedSql('q')})
        ${released ? Prisma.sql`AND q.released_at IS NOT NULL` : Prisma.empty}
    ), in_row AS (${taggedWith('threatArea')}
    ), in_column AS (${byStrand ? taggedWith('strand') : statedFor(columns)})
    SELECT CASE GROUPING(r.slug, c.slug) WHEN 0 THEN 'cell' WHEN 1 THEN 'row' ELSE 'all' END AS level,
      r.slug AS row, c.slug AS column, i.kind, count(DISTINCT i.id)::int AS count
    FROM item i LEFT JOIN in_row r ON r.id = i.id LEFT JOIN in_column c ON c.id = i.id
    GROUP BY GROUPING SETS ((r.slug, c.slug, i.kind), (r.slug, i.kind), (i.kind))
    UNION ALL
    ${byStrand ? findingsByStrandSql(released) : findingsByPrioritySql(columns, released)}`;
}

const taggedWith = (scheme: 'threatArea' | 'strand') => Prisma.sql`
  SELECT x.question_id AS id, t.slug FROM question_term x JOIN term t ON t.id = x.term_id
  WHERE t.scheme = ${scheme}::"TermScheme"`;

const statedFor = (set: string) => Prisma.sql`
  SELECT x.question_id AS id, p.reference AS slug FROM question_priority x JOIN priority p ON p.id = x.priority_id
  JOIN priority_set s ON s.id = p.priority_set_id AND s.slug = ${set}`;
