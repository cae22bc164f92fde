import { Prisma } from '~/platform/generated/prisma/client';
import { isMember, type Actor } from '../actor';
import { questionsVisibleSql } from '../questions/question-visibility.server';

/** What awards and questions say of themselves, as a base of the money. */
export const RESEARCH = 'Research through Soundings';

/** Questions whose money this actor may count: none that is withdrawn, none behind a wall. */
function countedQuestions(actor: Actor): Prisma.Sql {
  const walled = isMember(actor) ? actor.walls.map(({ questionId }) => questionId) : [];
  return Prisma.sql`(${questionsVisibleSql(actor, 'q')} AND q.id <> ALL(${walled}::uuid[])
    AND q.withdrawn_at IS NULL AND q.merged_into_id IS NULL)`;
}

/** The one term of a scheme among those of a group; of several none, because nobody said how to split. */
const onlyTerm = (
  scheme: string,
) => Prisma.sql`CASE count(*) FILTER (WHERE t.scheme = ${scheme}::"TermScheme")
  WHEN 1 THEN (min(t.id::text) FILTER (WHERE t.scheme = ${scheme}::"TermScheme"))::uuid END`;

/** Overseas where all levels of a question are international, at home where none is; else nobody said. */
const OVERSEAS = Prisma.sql`CASE WHEN bool_and(t.slug = 'international') FILTER (WHERE t.scheme = 'level') THEN true
  WHEN NOT bool_or(t.slug = 'international') FILTER (WHERE t.scheme = 'level') THEN false END`;

/** What each question that has money says of it, in one pass. */
const TAGS = Prisma.sql`SELECT x.question_id, ${onlyTerm('strand')} AS strand_id, ${onlyTerm('level')} AS level_id,
    ${onlyTerm('interventionType')} AS intervention_id, ${OVERSEAS} AS overseas,
    array_agg(t.id) FILTER (WHERE t.scheme = 'threatArea') AS areas
  FROM question_term x JOIN term t ON t.id = x.term_id
  WHERE x.question_id IN (SELECT question_id FROM award UNION ALL SELECT question_id FROM funding) GROUP BY x.question_id`;

const TAGGED = Prisma.sql`tags.strand_id, tags.level_id, tags.intervention_id, tags.overseas,
  coalesce(tags.areas, '{}'::uuid[]), NULL::int`;

/**
 * All money as `money`, each pound once, after the table `tags` that it reads. An award counts by its funders, and what
 * they leave by the asking team's organisation; what a question was promised counts only until an award was noticed;
 * then come entered lines. Joins alone, so that what a reader of it does not ask for is not worked out.
 */
export function moneySql(actor: Actor): Prisma.Sql {
  const secure = Prisma.sql`coalesce(u.secure_until - u.secure_from >= 1, false)`;
  const noticed = Prisma.sql`a.withdrawn_at IS NULL AND a.notice_at IS NOT NULL`;
  const when = Prisma.sql`coalesce(a.starts_on, a.notice_at::date), ${RESEARCH}, a.notice_at::date, false`;
  const said = Prisma.sql`LEFT JOIN tags ON tags.question_id = q.id`;
  return Prisma.sql`tags AS MATERIALIZED (${TAGS}), money(id, source, reference, title, organisation_id, amount, planned, actual,
      firm, ring_fenced, secure, starts_on, base, stated_on, estimate, strand_id, level_id, intervention_id, overseas, areas,
      activities) AS NOT MATERIALIZED (
    SELECT u.id, 'award', a.reference, q.title, u.organisation_id, u.amount::bigint,
      coalesce(tranches.planned, u.amount)::bigint, tranches.actual::bigint,
      u.certainty = 'firm', u.ring_fenced, ${secure}, ${when}, ${TAGGED}
    FROM funding u JOIN award a ON a.id = u.award_id AND ${noticed} JOIN question q ON q.id = a.question_id ${said}
      LEFT JOIN (SELECT t.funding_id, sum(t.planned_amount) AS planned, sum(t.actual_amount) AS actual FROM tranche t
                 GROUP BY t.funding_id) tranches ON tranches.funding_id = u.id
    WHERE ${countedQuestions(actor)}
    UNION ALL
    SELECT a.id, 'award', a.reference, q.title, m.organisation_id, a.amount::bigint - coalesce(given.amount, 0),
      a.amount::bigint - coalesce(given.amount, 0), NULL, true, false, false, ${when}, ${TAGGED}
    FROM award a JOIN question q ON q.id = a.question_id JOIN team m ON m.id = q.team_id ${said}
      LEFT JOIN (SELECT u.award_id, sum(u.amount)::bigint AS amount FROM funding u WHERE u.award_id IS NOT NULL
                 GROUP BY u.award_id) given ON given.award_id = a.id
    WHERE ${noticed} AND a.amount::bigint > coalesce(given.amount, 0) AND ${countedQuestions(actor)}
    UNION ALL
    SELECT u.id, 'pledge', q.reference, q.title, u.organisation_id, u.amount::bigint, u.amount::bigint, NULL,
      u.certainty = 'firm' OR EXISTS (SELECT FROM funding_change c WHERE c.funding_id = u.id AND c.certainty = 'firm'),
      u.ring_fenced, ${secure}, u.recorded_at::date, ${RESEARCH}, u.recorded_at::date, false, ${TAGGED}
    FROM funding u JOIN question q ON q.id = u.question_id ${said}
    WHERE u.award_id IS NULL AND ${countedQuestions(actor)}
      AND NOT EXISTS (SELECT FROM funding_change c WHERE c.funding_id = u.id AND c.certainty = 'fallenAway')
      AND NOT EXISTS (SELECT FROM award a WHERE a.question_id = q.id AND ${noticed})
    UNION ALL
    SELECT l.id, 'line', l.reference, l.purpose, l.organisation_id, coalesce(l.actual, l.planned), l.planned, l.actual,
      l.certainty = 'firm', l.ring_fenced, coalesce(l.secure_until - l.secure_from >= 1, false), l.starts_on, l.base,
      l.stated_on, l.estimate, l.strand_id, l.level_id, l.intervention_id, l.overseas,
      coalesce(said.areas, '{}'::uuid[]), l.activities
    FROM ledger_line l LEFT JOIN (SELECT x.line_id, array_agg(x.term_id) AS areas FROM ledger_line_area x
      GROUP BY x.line_id) said ON said.line_id = l.id
    WHERE l.id NOT IN (SELECT y.supersedes_id FROM ledger_line y WHERE y.supersedes_id IS NOT NULL))`;
}

export interface MoneyFilter {
  from?: string | undefined;
  to?: string | undefined;
  base?: string | undefined;
}

/** The money that an address asks for, as a condition on `money`. */
export const chosenSql = ({ from, to, base }: MoneyFilter): Prisma.Sql => Prisma.sql`(
  (${from ?? null}::date IS NULL OR money.starts_on >= ${from ?? null}::date)
  AND (${to ?? null}::date IS NULL OR money.starts_on <= ${to ?? null}::date)
  AND (${base ?? null}::text IS NULL OR money.base = ${base ?? null}::text))`;

/** Local commissioners: police and crime commissioners and forces. */
export const LOCAL_KINDS = ['police-and-crime-commissioner', 'police-force'];
