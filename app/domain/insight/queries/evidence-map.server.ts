import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { query } from '../../query.server';
import { isAskedSql, isCommissionedSql } from '../../questions/question-state.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { gapHeading, layOut, releasedHeading, type Counted } from '../map/evidence-map';
import { findingMarkSql, standsSql } from '../chain/item-stage.server';
import { loadMapAxes } from '../map/map-axes.server';
import { mayRaiseQuestions, maySeeGaps } from '../map/map-policy';
import { findingPrioritySql } from '../priority-links.server';

/** Threat areas against strands, or against the priorities of one set: asked, bought and known. */
export const evidenceMap = query({
  name: 'insight.evidenceMap',
  input: z.strictObject({
    columns: z.string().max(100).default('strand'),
    view: z.enum(['network', 'released']).default('network'),
  }),
  visibleTo: (actor) => ({
    questions: questionsVisibleSql(actor, 'q'),
    findings: findingsVisibleSql(actor, 'f'),
  }),
  read: async ({ db, actor, scope, input, now }) => {
    const axes = await loadMapAxes(db, input.columns, now);
    if (!axes) return null;
    const released = input.view === 'released' || !maySeeGaps(actor);
    const counted = await count(db, scope, { columns: input.columns, released });
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

interface Scope {
  questions: Prisma.Sql;
  findings: Prisma.Sql;
}

async function count(
  db: Db,
  scope: Scope,
  { columns, released }: { columns: string; released: boolean },
): Promise<Counted[]> {
  const only = (alias: string) =>
    released ? Prisma.raw(`AND ${alias}.released_at IS NOT NULL`) : Prisma.empty;
  return db.$queryRaw<Counted[]>`
    WITH item AS (
      SELECT q.id, CASE WHEN ${isCommissionedSql('q')} THEN 'commission' ELSE 'question' END AS kind
      FROM question q
      WHERE ${scope.questions} AND (${isAskedSql('q')} OR ${isCommissionedSql('q')}) ${only('q')}
      UNION ALL
      SELECT f.id, ${findingMarkSql('f')} FROM finding f WHERE ${scope.findings} AND ${standsSql('f')} ${only('f')}
    ), tag AS (
      SELECT question_id AS id, term_id FROM question_term
      UNION ALL SELECT finding_id, term_id FROM finding_term
    ), in_row AS (
      SELECT tag.id, t.slug FROM tag JOIN term t ON t.id = tag.term_id WHERE t.scheme = 'threatArea'
    ), in_column AS (${columns === 'strand' ? strands : priorities(columns, !released)})
    SELECT CASE GROUPING(r.slug, c.slug) WHEN 0 THEN 'cell' WHEN 1 THEN 'row' WHEN 2 THEN 'column' ELSE 'all' END
        AS level,
      r.slug AS row, c.slug AS column, i.kind, count(DISTINCT i.id)::int AS count
    FROM item i LEFT JOIN in_row r ON r.id = i.id LEFT JOIN in_column c ON c.id = i.id
    GROUP BY GROUPING SETS ((r.slug, c.slug, i.kind), (r.slug, i.kind), (c.slug, i.kind), (i.kind))`;
}

const strands = Prisma.sql`SELECT tag.id, t.slug FROM tag JOIN term t ON t.id = tag.term_id WHERE t.scheme = 'strand'`;

const priorities = (set: string, insideNetwork: boolean) => Prisma.sql`
  SELECT linked.id, p.reference AS slug
  FROM (SELECT question_id AS id, priority_id FROM question_priority UNION ${findingPrioritySql(insideNetwork)}) linked
  JOIN priority p ON p.id = linked.priority_id
  JOIN priority_set s ON s.id = p.priority_set_id AND s.slug = ${set}`;
