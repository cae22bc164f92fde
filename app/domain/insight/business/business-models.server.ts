import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { optionalDayInput } from '../../form-inputs';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { mayKeepStageHarm } from '../../understanding/understanding-policy';
import { knownUntil } from '../../taxonomy/known-until.server';
import { loadTermChoices } from '../../taxonomy/queries/term-choices.server';
import { ukDay } from '../../uk-time';
import { standsSql } from '../chain/item-stage.server';
import { mayReadScores } from '../direction/direction-policy';
import { numberThenSql } from '../../knowledge/finding-then.server';
import { askedByThenSql, stoodThenSql } from '../on-day/items-by-then.server';
import { tagsOnDay } from '../../taxonomy/tags-on-day.server';
import type { BusinessCell, Item, Named, StageScore } from './business-models';

const slug = z.string().max(100).optional();
const MOST = 100;
const ASKED = Prisma.sql`w.published_at IS NOT NULL AND w.withdrawn_at IS NULL AND w.merged_into_id IS NULL`;

/** How the business of each threat area works, by stage and position, with the harm of each stage where it is known. */
export const businessModels = query({
  name: 'insight.businessModels',
  input: z.strictObject({ stage: slug, position: slug, on: optionalDayInput() }),
  visibleTo: (actor) => (isAllowed(mayReadScores(actor)) ? actor : null),
  read: async ({ db, actor, scope, input: { stage, position, on }, now }) => {
    if (!scope) return null;
    const day = on ?? ukDay(now);
    const until = on === undefined ? null : await knownUntil(db, day);
    const terms = await loadTermChoices(db, SCHEMES, until);
    const of = (scheme: string) => terms.filter((term) => term.scheme === scheme && term.parentName === null);
    const [stages, positions] = [of('businessModelStage'), of('chainPosition')];
    const chosen = stages.find((one) => one.slug === stage);
    if ((stage && !chosen) || (position && !positions.some((one) => one.slug === position))) return null;
    const tagged = taggedSql(scope, { stage, position, until });
    return {
      ...{ stages, positions, areas: of('threatArea'), chosen, position, day, asked: on !== undefined },
      cells: await db.$queryRaw<BusinessCell[]>`
        WITH ${tagged} SELECT a.slug AS area, s.slug AS stage,
          count(DISTINCT i.id) FILTER (WHERE i.noun = 'question')::int AS question,
          count(DISTINCT i.id) FILTER (WHERE i.noun = 'finding')::int AS finding
        FROM item i JOIN tag x ON x.noun = i.noun AND x.id = i.id JOIN term a ON a.id = x.term_id AND a.scheme = 'threatArea'
          JOIN term s ON s.id = i.stage_id GROUP BY a.slug, s.slug`,
      items: chosen ? await itemsOf(db, tagged, of('threatArea')) : [],
      scores: await db.$queryRaw<StageScore[]>`
        SELECT a.slug AS area, s.slug AS stage, h.score, h.source, h.source_date AS "sourceDate", h.note
        FROM stage_harm h JOIN term a ON a.id = h.area_id JOIN term s ON s.id = h.stage_id
        WHERE ${scoredBy('h', until)} AND NOT EXISTS (SELECT FROM stage_harm x
          WHERE x.supersedes_id = h.id AND ${scoredBy('x', until)})`,
      may: { keep: isAllowed(mayKeepStageHarm(actor)) },
    };
  },
});

const SCHEMES = ['threatArea', 'businessModelStage', 'chainPosition'] as const;

const scoredBy = (alias: string, until: Date | null): Prisma.Sql =>
  until ? Prisma.sql`${Prisma.raw(alias)}.recorded_at < ${until}` : Prisma.sql`true`;

interface Tagged {
  stage: string | undefined;
  position: string | undefined;
  /** Just before this instant instead of now. */
  until: Date | null;
}

/** What carries a stage, or the stage and the position that are chosen, of what the reader may see. */
function taggedSql(actor: Actor, { stage, position, until }: Tagged): Prisma.Sql {
  const [asked, known] = [tagsOnDay('question_term', until), tagsOnDay('finding_term', until)];
  const placed = (link: Prisma.Sql) =>
    position
      ? Prisma.sql`AND EXISTS (SELECT FROM ${link} JOIN term p ON p.id = l.term_id
          AND p.scheme = 'chainPosition' AND p.slug = ${position} WHERE l.owner = w.id)`
      : Prisma.empty;
  const staged = stage ? Prisma.sql`AND s.slug = ${stage}` : Prisma.empty;
  return Prisma.sql`item(noun, id, reference, title, stage_id) AS (
    SELECT 'question', w.id, w.reference, w.title, s.id FROM term s JOIN ${asked} x ON x.term_id = s.id
      JOIN question w ON w.id = x.question_id AND ${until ? askedByThenSql('w', until) : ASKED}
    WHERE s.scheme = 'businessModelStage' ${staged} AND ${questionsVisibleSql(actor, 'w')}
      ${placed(Prisma.sql`(SELECT question_id AS owner, term_id FROM ${asked} k) l`)}
    UNION ALL
    SELECT 'finding', w.id, w.reference, v.title, s.id FROM term s JOIN ${known} x ON x.term_id = s.id
      JOIN finding w ON w.id = x.finding_id AND ${until ? stoodThenSql('w', until) : standsSql('w')}
      JOIN finding_version v ON v.finding_id = w.id
        AND v.number = ${until ? numberThenSql('w', until) : Prisma.sql`w.current_number`}
    WHERE s.scheme = 'businessModelStage' ${staged} AND ${findingsVisibleSql(actor, 'w')}
      ${placed(Prisma.sql`(SELECT finding_id AS owner, term_id FROM ${known} k) l`)}
  ), tag(noun, id, term_id) AS (
    SELECT 'question', k.question_id, k.term_id FROM ${asked} k
    UNION ALL SELECT 'finding', k.finding_id, k.term_id FROM ${known} k)`;
}

async function itemsOf(db: Db, tagged: Prisma.Sql, areas: readonly Named[]): Promise<Item[]> {
  const rows = await db.$queryRaw<Item[]>`
    WITH ${tagged} SELECT i.noun, i.reference, i.title,
      ARRAY(SELECT a.slug FROM tag x JOIN term a ON a.id = x.term_id AND a.scheme = 'threatArea'
        WHERE x.noun = i.noun AND x.id = i.id ORDER BY a.position) AS areas
    FROM item i ORDER BY i.noun DESC, i.title, i.id LIMIT ${MOST}`;
  const names = new Map(areas.map(({ slug: area, name }) => [area, name]));
  return rows.map((item) => ({ ...item, areas: item.areas.map((area) => names.get(area) ?? area) }));
}
