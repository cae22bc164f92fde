import { isMember, type Actor } from '~/domain/actor';
import type { MoneyFilter } from '~/domain/ledger/counting/all-money.server';
import type { MoneyLine } from '~/domain/ledger/queries/money-lines.server';
import { questionsVisibleSql } from '~/domain/questions/question-visibility.server';
import { database } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';

/** Money as one who reads everything anew would find it. Terms by slug, in order; pence as numbers. */
export interface MoneyRow extends Omit<MoneyLine, 'funder'> {
  id: string;
  organisationId: string;
}

const uk = (instant: string) => Prisma.raw(`(${instant} AT TIME ZONE 'Europe/London')::date`);
const NOTICED = Prisma.sql`a.withdrawn_at IS NULL AND a.notice_at IS NOT NULL`;
const RESEARCH = Prisma.sql`'Research through Soundings'`;

const only = (scheme: string) => Prisma.sql`(SELECT CASE count(*) WHEN 1 THEN min(t.slug) END
  FROM question_term x JOIN term t ON t.id = x.term_id WHERE x.question_id = q.id AND t.scheme::text = ${scheme})`;
const SAID = Prisma.sql`${only('strand')}, ${only('level')}, ${only('interventionType')},
  (SELECT CASE WHEN bool_and(t.slug = 'international') THEN true WHEN NOT bool_or(t.slug = 'international') THEN false END
   FROM question_term x JOIN term t ON t.id = x.term_id WHERE x.question_id = q.id AND t.scheme = 'level'),
  ARRAY(SELECT t.slug FROM question_term x JOIN term t ON t.id = x.term_id
    WHERE x.question_id = q.id AND t.scheme = 'threatArea' ORDER BY t.slug), NULL::int`;

/** Straight from awards, promises and lines, as they stand: no count is read that anything keeps. */
export function moneyFromRows(actor: Actor, { from, to, base }: MoneyFilter): Promise<MoneyRow[]> {
  const walled = isMember(actor) ? actor.walls.map(({ questionId }) => questionId) : [];
  const counts = Prisma.sql`${questionsVisibleSql(actor, 'q')} AND q.id <> ALL(${walled}::uuid[])
    AND q.withdrawn_at IS NULL AND q.merged_into_id IS NULL`;
  const secure = Prisma.sql`coalesce(u.secure_until > u.secure_from, false)`;
  const when = Prisma.sql`coalesce(a.starts_on, ${uk('a.notice_at')}), ${RESEARCH}, ${uk('a.notice_at')}, false`;
  const given = Prisma.sql`(SELECT coalesce(sum(g.amount), 0) FROM funding g WHERE g.award_id = a.id)`;
  return database().$queryRaw<MoneyRow[]>`
    WITH money(id, source, reference, title, "organisationId", amount, planned, actual, firm, "ringFenced", secure, "startsOn",
      base, "statedOn", estimate, strand, level, intervention, overseas, areas, activities) AS (
      SELECT u.id, 'award', a.reference, q.title, u.organisation_id, u.amount,
        coalesce((SELECT sum(t.planned_amount) FROM tranche t WHERE t.funding_id = u.id), u.amount),
        (SELECT sum(t.actual_amount) FROM tranche t WHERE t.funding_id = u.id),
        u.certainty = 'firm', u.ring_fenced, ${secure}, ${when}, ${SAID}
      FROM funding u JOIN award a ON a.id = u.award_id JOIN question q ON q.id = a.question_id WHERE ${NOTICED} AND ${counts}
      UNION ALL
      SELECT a.id, 'award', a.reference, q.title, m.organisation_id, a.amount - ${given}, a.amount - ${given}, NULL, true, false,
        false, ${when}, ${SAID}
      FROM award a JOIN question q ON q.id = a.question_id JOIN team m ON m.id = q.team_id
      WHERE ${NOTICED} AND a.amount > ${given} AND ${counts}
      UNION ALL
      SELECT u.id, 'pledge', q.reference, q.title, u.organisation_id, u.amount, u.amount, NULL,
        u.certainty = 'firm' OR EXISTS (SELECT FROM funding_change c WHERE c.funding_id = u.id AND c.certainty = 'firm'),
        u.ring_fenced, ${secure}, ${uk('u.recorded_at')}, ${RESEARCH}, ${uk('u.recorded_at')}, false, ${SAID}
      FROM funding u JOIN question q ON q.id = u.question_id
      WHERE u.award_id IS NULL AND ${counts}
        AND NOT EXISTS (SELECT FROM funding_change c WHERE c.funding_id = u.id AND c.certainty = 'fallenAway')
        AND NOT EXISTS (SELECT FROM award a WHERE a.question_id = q.id AND ${NOTICED})
      UNION ALL
      SELECT l.id, 'line', l.reference, l.purpose, l.organisation_id, coalesce(l.actual, l.planned), l.planned, l.actual,
        l.certainty = 'firm', l.ring_fenced, coalesce(l.secure_until > l.secure_from, false), l.starts_on, l.base,
        l.stated_on, l.estimate, s.slug, v.slug, i.slug, l.overseas,
        ARRAY(SELECT t.slug FROM ledger_line_area x JOIN term t ON t.id = x.term_id WHERE x.line_id = l.id ORDER BY t.slug),
        l.activities
      FROM ledger_line l LEFT JOIN term s ON s.id = l.strand_id LEFT JOIN term v ON v.id = l.level_id
        LEFT JOIN term i ON i.id = l.intervention_id
      WHERE NOT EXISTS (SELECT FROM ledger_line n WHERE n.supersedes_id = l.id))
    SELECT id, source, reference, title, "organisationId", amount::float8 AS amount, planned::float8 AS planned,
      actual::float8 AS actual, firm, "ringFenced", secure, "startsOn", base, "statedOn", estimate, strand, level, intervention,
      overseas, areas, activities
    FROM money WHERE (${from ?? null}::date IS NULL OR "startsOn" >= ${from ?? null}::date)
      AND (${to ?? null}::date IS NULL OR "startsOn" <= ${to ?? null}::date)
      AND (${base ?? null}::text IS NULL OR base = ${base ?? null}::text)
    ORDER BY "startsOn" DESC, id DESC`;
}
