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

/** The one term of a scheme that a question carries; of several none, because nobody said how to split. */
const onlyTerm = (scheme: string) => Prisma.sql`(SELECT CASE WHEN count(*) = 1 THEN min(t.id::text)::uuid END
  FROM question_term x JOIN term t ON t.id = x.term_id WHERE x.question_id = q.id AND t.scheme = ${scheme}::"TermScheme")`;

/** Overseas where all levels of a question are international, at home where none is; else nobody said. */
const OVERSEAS = Prisma.sql`(SELECT CASE WHEN count(*) FILTER (WHERE t.slug = 'international') = 0 THEN nullif(count(*) = 0, true)
    WHEN count(*) FILTER (WHERE t.slug = 'international') = count(*) THEN true END
  FROM question_term x JOIN term t ON t.id = x.term_id AND t.scheme = 'level' WHERE x.question_id = q.id)`;

const AREAS = Prisma.sql`ARRAY(SELECT t.id FROM question_term x JOIN term t ON t.id = x.term_id AND t.scheme = 'threatArea'
  WHERE x.question_id = q.id)`;

/**
 * All money as `money`, each pound once. An award counts by its funders, and what they leave by the asking team's
 * organisation; what a question was promised counts only until an award was noticed; then come entered lines.
 */
export function moneySql(actor: Actor): Prisma.Sql {
  const tags = Prisma.sql`${onlyTerm('strand')}, ${onlyTerm('level')}, ${onlyTerm('interventionType')}, ${OVERSEAS}, ${AREAS},
    NULL::int`;
  const secure = Prisma.sql`coalesce(u.secure_until - u.secure_from >= 1, false)`;
  const noticed = Prisma.sql`a.withdrawn_at IS NULL AND a.notice_at IS NOT NULL`;
  const when = Prisma.sql`coalesce(a.starts_on, a.notice_at::date), ${RESEARCH}, a.notice_at::date, false`;
  return Prisma.sql`money(id, source, reference, title, organisation_id, amount, planned, actual, firm, ring_fenced, secure,
      starts_on, base, stated_on, estimate, strand_id, level_id, intervention_id, overseas, areas, activities) AS (
    SELECT u.id, 'award', a.reference, q.title, u.organisation_id, u.amount::bigint,
      coalesce((SELECT sum(t.planned_amount) FROM tranche t WHERE t.funding_id = u.id), u.amount)::bigint,
      (SELECT sum(t.actual_amount) FROM tranche t WHERE t.funding_id = u.id)::bigint,
      u.certainty = 'firm', u.ring_fenced, ${secure}, ${when}, ${tags}
    FROM funding u JOIN award a ON a.id = u.award_id AND ${noticed}
      JOIN question q ON q.id = a.question_id WHERE ${countedQuestions(actor)}
    UNION ALL
    SELECT a.id, 'award', a.reference, q.title, m.organisation_id, r.rest, r.rest, NULL, true, false, false, ${when}, ${tags}
    FROM award a JOIN question q ON q.id = a.question_id JOIN team m ON m.id = q.team_id
      CROSS JOIN LATERAL (SELECT a.amount::bigint - coalesce(sum(u.amount), 0)::bigint AS rest FROM funding u
                          WHERE u.award_id = a.id) r
    WHERE ${noticed} AND r.rest > 0 AND ${countedQuestions(actor)}
    UNION ALL
    SELECT u.id, 'pledge', q.reference, q.title, u.organisation_id, u.amount::bigint, u.amount::bigint, NULL,
      u.certainty = 'firm' OR EXISTS (SELECT FROM funding_change c WHERE c.funding_id = u.id AND c.certainty = 'firm'),
      u.ring_fenced, ${secure}, u.recorded_at::date, ${RESEARCH}, u.recorded_at::date, false, ${tags}
    FROM funding u JOIN question q ON q.id = u.question_id
    WHERE u.award_id IS NULL AND ${countedQuestions(actor)}
      AND NOT EXISTS (SELECT FROM funding_change c WHERE c.funding_id = u.id AND c.certainty = 'fallenAway')
      AND NOT EXISTS (SELECT FROM award a WHERE a.question_id = q.id AND ${noticed})
    UNION ALL
    SELECT l.id, 'line', l.reference, l.purpose, l.organisation_id, coalesce(l.actual, l.planned), l.planned, l.actual,
      l.certainty = 'firm', l.ring_fenced, coalesce(l.secure_until - l.secure_from >= 1, false), l.starts_on, l.base,
      l.stated_on, l.estimate, l.strand_id, l.level_id, l.intervention_id, l.overseas,
      ARRAY(SELECT x.term_id FROM ledger_line_area x WHERE x.line_id = l.id), l.activities
    FROM ledger_line l WHERE NOT EXISTS (SELECT FROM ledger_line y WHERE y.supersedes_id = l.id))`;
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
