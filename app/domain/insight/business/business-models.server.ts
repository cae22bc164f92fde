import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { mayKeepStageHarm } from '../../understanding/understanding-policy';
import { standsSql } from '../chain/item-stage.server';
import { mayReadScores } from '../direction/direction-policy';
import type { BusinessCell, Item, Named, StageScore } from './business-models';

const slug = z.string().max(100).optional();
const MOST = 100;

/** How the business of each threat area works, by stage and position, with the harm of each stage where it is known. */
export const businessModels = query({
  name: 'insight.businessModels',
  input: z.strictObject({ stage: slug, position: slug }),
  visibleTo: (actor) => (isAllowed(mayReadScores(actor)) ? actor : null),
  read: async ({ db, actor, scope, input: { stage, position } }) => {
    if (!scope) return null;
    const terms = await db.$queryRaw<(Named & { scheme: string; definition: string })[]>`
      SELECT t.scheme::text AS scheme, t.slug, t.name, t.definition FROM term t
      WHERE t.scheme IN ('threatArea', 'businessModelStage', 'chainPosition') AND t.parent_id IS NULL
        AND t.retired_at IS NULL AND t.merged_into_id IS NULL ORDER BY t.position, t.slug`;
    const of = (scheme: string) => terms.filter((term) => term.scheme === scheme);
    const [stages, positions] = [of('businessModelStage'), of('chainPosition')];
    const chosen = stages.find((one) => one.slug === stage);
    if ((stage && !chosen) || (position && !positions.some((one) => one.slug === position))) return null;
    const tagged = taggedSql(scope, stage, position);
    return {
      ...{ stages, positions, areas: of('threatArea'), chosen, position },
      cells: await db.$queryRaw<BusinessCell[]>`
        WITH ${tagged} SELECT a.slug AS area, s.slug AS stage,
          count(DISTINCT i.id) FILTER (WHERE i.noun = 'question')::int AS question,
          count(DISTINCT i.id) FILTER (WHERE i.noun = 'finding')::int AS finding
        FROM item i JOIN tag x ON x.noun = i.noun AND x.id = i.id JOIN term a ON a.id = x.term_id AND a.scheme = 'threatArea'
          JOIN term s ON s.id = i.stage_id GROUP BY a.slug, s.slug`,
      items: chosen ? await itemsOf(db, tagged) : [],
      scores: await db.$queryRaw<StageScore[]>`
        SELECT a.slug AS area, s.slug AS stage, h.score, h.source, h.source_date AS "sourceDate", h.note
        FROM stage_harm h JOIN term a ON a.id = h.area_id JOIN term s ON s.id = h.stage_id
        WHERE NOT EXISTS (SELECT FROM stage_harm x WHERE x.supersedes_id = h.id)`,
      may: { keep: isAllowed(mayKeepStageHarm(actor)) },
    };
  },
});

/** What carries a stage, or the stage and the position that are chosen, of what the reader may see. */
function taggedSql(actor: Actor, stage: string | undefined, position: string | undefined): Prisma.Sql {
  const placed = (link: Prisma.Sql) =>
    position
      ? Prisma.sql`AND EXISTS (SELECT FROM ${link} JOIN term p ON p.id = l.term_id
          AND p.scheme = 'chainPosition' AND p.slug = ${position} WHERE l.owner = w.id)`
      : Prisma.empty;
  const staged = stage ? Prisma.sql`AND s.slug = ${stage}` : Prisma.empty;
  return Prisma.sql`item(noun, id, reference, title, stage_id) AS (
    SELECT 'question', w.id, w.reference, w.title, s.id FROM term s JOIN question_term x ON x.term_id = s.id
      JOIN question w ON w.id = x.question_id AND w.published_at IS NOT NULL AND w.withdrawn_at IS NULL AND w.merged_into_id IS NULL
    WHERE s.scheme = 'businessModelStage' ${staged} AND ${questionsVisibleSql(actor, 'w')}
      ${placed(Prisma.sql`(SELECT question_id AS owner, term_id FROM question_term) l`)}
    UNION ALL
    SELECT 'finding', w.id, w.reference, v.title, s.id FROM term s JOIN finding_term x ON x.term_id = s.id
      JOIN finding w ON w.id = x.finding_id AND ${standsSql('w')}
      JOIN finding_version v ON v.finding_id = w.id AND v.number = w.current_number
    WHERE s.scheme = 'businessModelStage' ${staged} AND ${findingsVisibleSql(actor, 'w')}
      ${placed(Prisma.sql`(SELECT finding_id AS owner, term_id FROM finding_term) l`)}
  ), tag(noun, id, term_id) AS (
    SELECT 'question', question_id, term_id FROM question_term
    UNION ALL SELECT 'finding', finding_id, term_id FROM finding_term)`;
}

const itemsOf = (db: Db, tagged: Prisma.Sql): Promise<Item[]> => db.$queryRaw`
  WITH ${tagged} SELECT i.noun, i.reference, i.title,
    ARRAY(SELECT a.name FROM tag x JOIN term a ON a.id = x.term_id AND a.scheme = 'threatArea'
      WHERE x.noun = i.noun AND x.id = i.id ORDER BY a.position) AS areas
  FROM item i ORDER BY i.noun DESC, i.title, i.id LIMIT ${MOST}`;
