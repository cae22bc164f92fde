import { Prisma } from '~/platform/generated/prisma/client';
import { isoDay, ukDay } from '../../../uk-time';
import { toldAtSql } from '../../../questions/question-state.server';
import { standsSql } from '../../chain/item-stage.server';
import { numberThenSql } from '../../../knowledge/finding-then.server';
import { askedByThenSql, dueThenSql, heldThenSql, stoodThenSql } from '../../on-day/items-by-then.server';
import { heldAtSql } from '../../on-day/held-then.server';
import { tagsOnDay } from '../../../taxonomy/tags-on-day.server';
import { LENSES, type MapView } from '../map-view';

export interface Counting {
  view: MapView;
  /** Only what was released by then. */
  released: boolean;
  /** What was asked and known at this instant. */
  at: Date;
  /** Questions `q` that the reader may know of. */
  questions: Prisma.Sql;
}

/** Today's map counts what stands, whenever it came to: the kept tallies do too. */
const untilOf = (view: MapView, at: Date): Date => (view.on === undefined ? new Date('9999-12-31') : at);

/** As whom what is counted is placed: by its tags of a past day, where one is asked for. */
export const placingOf = ({ released, view, at }: Counting) => ({
  released,
  until: view.on === undefined ? null : at,
});

const and = (conditions: Prisma.Sql[]): Prisma.Sql =>
  conditions.length > 0 ? Prisma.sql`AND ${Prisma.join(conditions, ' AND ')}` : Prisma.empty;

/** An award whose notice was out at the instant, and that held then. */
const noticed = (at: Date) => Prisma.sql`a.question_id = q.id AND a.notice_at <= ${at}
  AND (a.withdrawn_at IS NULL OR a.withdrawn_at > ${at})`;

function lensed(counting: Counting, table: 'question_term' | 'finding_term', owner: Prisma.Sql) {
  const { view } = counting;
  const from = tagsOnDay(table, placingOf(counting).until);
  const column = Prisma.raw(table === 'question_term' ? 'question_id' : 'finding_id');
  return LENSES.flatMap((lens) => {
    const slug = view[lens];
    if (slug === undefined) return [];
    return [
      Prisma.sql`EXISTS (SELECT FROM ${from} x JOIN term t ON t.id = x.term_id
        WHERE x.${column} = ${owner} AND t.scheme = ${lens}::"TermScheme" AND t.slug = ${slug})`,
    ];
  });
}

/**
 * Questions that were asked, or being bought, at the instant. Says the same as `isAskedSql` and `isCommissionedSql`
 * when that is now.
 */
export function questionItems(counting: Counting): Prisma.Sql {
  const { view, released, questions } = counting;
  const at = untilOf(view, counting.at);
  const ends = view.on === undefined ? Prisma.sql`a.ends_on` : dueThenSql(at);
  const year = Prisma.sql`extract(year FROM q.published_at AT TIME ZONE 'Europe/London')`;
  const narrowed = lensed(counting, 'question_term', Prisma.sql`q.id`);
  if (released) narrowed.push(Prisma.sql`q.released_at <= ${at}`);
  if (view.from) narrowed.push(Prisma.sql`${year} >= ${view.from}`);
  if (view.to) narrowed.push(Prisma.sql`${year} <= ${view.to}`);
  return Prisma.sql`
    SELECT q.id, q.reference, q.title, q.published_at, award.ends_on AS due,
      CASE WHEN award.live THEN 'commission' ELSE 'question' END AS kind,
      award.live IS NULL AND q.budget_maximum IS NULL AND q.budget_minimum IS NULL AS unfunded
    FROM question q
    LEFT JOIN LATERAL (SELECT bool_or(a.closed_at IS NULL OR a.closed_at > ${at}) AS live,
        min(${ends}) FILTER (WHERE a.closed_at IS NULL OR a.closed_at > ${at}) AS ends_on
      FROM award a WHERE ${noticed(at)}) award ON true
    WHERE ${questions} AND ${askedByThenSql('q', at)} AND (q.answered_at IS NULL OR q.answered_at > ${at})
      AND (award.live OR (award.live IS NULL
        AND (q.decided_at IS NULL OR q.outcome = 'awarded' OR coalesce(${toldAtSql('q')}, 'infinity') > ${at})))
      ${and(narrowed)}`;
}

/**
 * The confidence that was held at the instant, as it was kept; of what was not kept, the one that was agreed by then.
 */
const confidenceAt = (
  at: Date,
) => Prisma.sql`(CASE WHEN before.id IS NOT NULL THEN before.confidence WHEN f.confidence IS NULL OR coalesce(f.appraised_at <= ${at}, true)
  THEN f.confidence ELSE (SELECT p.confidence FROM appraisal p WHERE p.finding_id = f.id AND p.agreed_at <= ${at}
    ORDER BY p.agreed_at DESC LIMIT 1) END)`;

const relevant = (level: number) => Prisma.sql`EXISTS (SELECT FROM rating_fit_item i WHERE i.finding_id = f.id
  AND i.estimate >= ${level})`;

const relevantThen = (level: number, at: Date) => Prisma.sql`EXISTS (SELECT FROM relevance_span s
  WHERE s.finding_id = f.id AND s.level >= ${level} AND ${heldAtSql('s', at)})`;

/** Findings that stood at the instant. */
export function findingItems(counting: Counting): Prisma.Sql {
  const { view, released, at } = counting;
  const past = view.on !== undefined;
  const confidence = past ? confidenceAt(at) : Prisma.sql`f.confidence`;
  const reviewBy = past
    ? Prisma.sql`CASE WHEN before.id IS NULL THEN f.review_by ELSE before.review_by END`
    : Prisma.sql`f.review_by`;
  const current = Prisma.sql`coalesce(${reviewBy} >= ${view.on ?? isoDay(ukDay(at))}::date, true)`;
  const until = untilOf(view, at);
  const narrowed = lensed(counting, 'finding_term', Prisma.sql`f.id`);
  if (released) narrowed.push(Prisma.sql`f.released_at <= ${until}`);
  if (view.from) narrowed.push(Prisma.sql`v.year >= ${view.from}`);
  if (view.to) narrowed.push(Prisma.sql`v.year <= ${view.to}`);
  if (view.confidence)
    narrowed.push(Prisma.sql`coalesce(${confidence}::text, 'notAppraised') = ${view.confidence}`);
  if (view.fresh) narrowed.push(view.fresh === 'current' ? current : Prisma.sql`NOT ${current}`);
  if (view.relevance !== undefined)
    narrowed.push(Prisma.sql`${past ? relevantThen(view.relevance, at) : relevant(view.relevance)}`);
  return Prisma.sql`
    SELECT f.id, f.reference, v.title, f.published_at, coalesce('finding-' || (${confidence})::text, 'not-appraised') AS kind,
      f.question_id IS NULL AS shared, v.study_type = 'review' AS review, ${current} AS current
    FROM finding f JOIN finding_version v ON v.finding_id = f.id AND v.number = ${past ? numberThenSql('f', at) : Prisma.sql`f.current_number`}
    ${past ? heldThenSql('f', at) : Prisma.empty}
    WHERE ${past ? stoodThenSql('f', until) : standsSql('f')}
      ${and(narrowed)}`;
}
