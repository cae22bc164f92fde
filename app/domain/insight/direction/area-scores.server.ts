import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { scoredHarmSql } from '../../measures/harm/scored-harm.server';
import { feasibilityOf, harmOf, homeShareOf, timelinessOf, type Scored } from '../../strategy/scoring/score';
import { gapOf, weakOn, type Dimension, type UnderstandingLevel } from '../../understanding/understanding';
import { inUseThenSql } from '../../taxonomy/in-use-then.server';
import { isoDay } from '../../uk-time';
import { askedByThenSql } from '../on-day/items-by-then.server';
import { heldAtSql } from '../on-day/held-then.server';
import { tagsOnDay } from '../../taxonomy/tags-on-day.server';

export interface AreaScored {
  slug: string;
  name: string;
  scored: Scored;
  /** Sides of it that somebody judged weakly understood. */
  weak: Dimension[];
}

interface Row {
  slug: string;
  name: string;
  levels: Partial<Record<Dimension, UnderstandingLevel>> | null;
  harm: number | null;
  days: number | null;
  experts: number;
  home: number;
  overseas: number;
  both: number;
}

/**
 * What each threat area's score is made of, as it was known by an instant. Questions of the network alone count, so
 * that everybody inside it is told the same. One statement.
 */
export async function loadAreaScores(
  db: Db,
  { day, until }: { day: Date; until: Date },
): Promise<AreaScored[]> {
  const tags = tagsOnDay('question_term', until);
  const rows = await db.$queryRaw<Row[]>`
    WITH asked AS (
      SELECT q.id, q.decision_date FROM question q
      WHERE ${askedByThenSql('q', until)} AND q.visibility = 'network' AND coalesce(q.answered_at >= ${until}, true)
    ), placed AS (
      SELECT a.id, bool_or(l.slug IN ('local', 'regional', 'national')) AS home, bool_or(l.slug = 'international') AS overseas
      FROM asked a JOIN ${tags} x ON x.question_id = a.id JOIN term l ON l.id = x.term_id AND l.scheme = 'level'
      GROUP BY a.id
    ), about AS (
      SELECT x.term_id, min(a.decision_date) FILTER (WHERE a.decision_date >= ${isoDay(day)}::date) AS decision,
        count(*) FILTER (WHERE p.home AND NOT p.overseas)::int AS home,
        count(*) FILTER (WHERE p.overseas AND NOT p.home)::int AS overseas,
        count(*) FILTER (WHERE p.home AND p.overseas)::int AS both
      FROM asked a JOIN ${tags} x ON x.question_id = a.id LEFT JOIN placed p ON p.id = a.id GROUP BY x.term_id
    ), ${judgedHarmedAble(until)}
    SELECT t.slug, coalesce(said.name, t.name) AS name, j.levels, h.value AS harm, b.decision - ${isoDay(day)}::date AS days,
      coalesce(x.experts, 0) AS experts, coalesce(b.home, 0) AS home, coalesce(b.overseas, 0) AS overseas,
      coalesce(b.both, 0) AS both
    FROM term t
    LEFT JOIN LATERAL (SELECT v.name FROM term_version v WHERE v.term_id = t.id AND v.recorded_at < ${until}
      ORDER BY v.number DESC LIMIT 1) said ON true
    LEFT JOIN judged j ON j.term_id = t.id LEFT JOIN harmed h ON h.term_id = t.id
    LEFT JOIN about b ON b.term_id = t.id LEFT JOIN able x ON x.term_id = t.id
    WHERE t.scheme = 'threatArea' AND t.parent_id IS NULL AND ${inUseThenSql('t', until)}
    ORDER BY t.position, t.slug`;
  const largest = Math.max(0, ...rows.map(({ harm }) => harm ?? 0));
  return rows.map(({ slug, name, levels, harm, days, experts, ...items }) => ({
    slug,
    name,
    scored: {
      harm: harmOf(harm, largest),
      gap: gapOf(levels ?? {}),
      timeliness: timelinessOf(days),
      feasibility: feasibilityOf(experts),
      home: homeShareOf(items),
    },
    weak: weakOn(levels ?? {}),
  }));
}

/** How each is understood, what harm is recorded and who could work on it. */
const judgedHarmedAble = (until: Date) => Prisma.sql`
    judged AS (
      SELECT term_id, jsonb_object_agg(dimension, level) FILTER (WHERE level IS NOT NULL) AS levels
      FROM (SELECT DISTINCT ON (term_id, dimension) term_id, dimension, level FROM understanding_rating
            WHERE rated_at < ${until} ORDER BY term_id, dimension, number DESC) latest GROUP BY term_id
    ), ${scoredHarmSql(until)}, able AS (
      SELECT coalesce(t.parent_id, t.id) AS term_id, count(DISTINCT s.id)::int AS experts
      FROM (SELECT id, term_ids FROM expert_span s WHERE ${heldAtSql('s', until)}) s
      CROSS JOIN LATERAL unnest(s.term_ids) x(id) JOIN term t ON t.id = x.id
      WHERE t.scheme = 'threatArea' GROUP BY 1
    )`;
