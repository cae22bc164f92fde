import { Prisma } from '~/platform/generated/prisma/client';
import { calledThenSql, ofThenSql } from '../../strategy/on-day/organisations-then.server';
import { termNameThenSql } from '../../taxonomy/in-use-then.server';
import { unmergedThenSql } from '../../taxonomy/merging/unmerged-then.server';
import { tagsOnDay } from '../../taxonomy/tags-on-day.server';

export const DEMAND_BY = ['threatArea', 'level', 'organisation'] as const;
export type DemandBy = (typeof DEMAND_BY)[number];

export const DEMAND_NAMES: Record<DemandBy, { one: string; many: string }> = {
  threatArea: { one: 'threat area', many: 'threat areas' },
  level: { one: 'level', many: 'levels' },
  organisation: { one: 'asking organisation', many: 'asking organisations' },
};

/** Until when something had to happen to be known on a past day that is asked for; null of today. */
export type Until = Date | null;

/** What was asked on UK days from `from` to before `until`: columns `id`, `day`. Withdrawn questions were asked too. */
export const askedItems = (
  visible: Prisma.Sql,
  { from, until }: { from: string; until: string },
  known: Until,
): Prisma.Sql => Prisma.sql`
  SELECT q.id, q.reference, q.title, q.team_id, q.published_at, (q.published_at AT TIME ZONE 'Europe/London')::date AS day
  FROM question q
  WHERE ${visible} AND ${known ? unmergedThenSql('question', 'q', known) : Prisma.sql`q.merged_into_id IS NULL`}
    AND q.published_at >= (${from}::date::timestamp AT TIME ZONE 'Europe/London')
    AND q.published_at < (${until}::date::timestamp AT TIME ZONE 'Europe/London')`;

/** The organisation `o` of the team that asked. */
export const askerOf = (known: Until): Prisma.Sql => Prisma.sql`
  JOIN team t ON t.id = i.team_id JOIN organisation o ON o.id = ${ofThenSql('team', 't', known)}`;

export const askerName = (known: Until): Prisma.Sql => calledThenSql('organisation', 'o', known);

/** Under which headings a question stands: columns `id`, `key`, `name`, `place`. */
export const headingsOf = (by: DemandBy, known: Until): Prisma.Sql =>
  by === 'organisation'
    ? Prisma.sql`SELECT i.id, o.slug AS key, ${askerName(known)} AS name, 0 AS place FROM item i ${askerOf(known)}`
    : Prisma.sql`SELECT i.id, t.slug AS key, ${known ? termNameThenSql('t', known) : Prisma.sql`t.name`} AS name, t.position AS place FROM item i
        JOIN ${tagsOnDay('question_term', known)} x ON x.question_id = i.id JOIN term t ON t.id = x.term_id
        WHERE t.scheme = ${by}::"TermScheme"`;

/** How many of `item` stand under each heading by their period `from`, to begin a statement with: counted, then named. */
export const countsUnder = (by: DemandBy, known: Until): Prisma.Sql => {
  if (by === 'organisation')
    return Prisma.sql`SELECT 'heading', o.slug, ${askerName(known)}, 0, i.from, sum(i.count)::int
      FROM (SELECT team_id, "from", count(*) FROM item GROUP BY team_id, "from") i ${askerOf(known)} GROUP BY o.id, i.from`;
  return Prisma.sql`
    WITH under AS MATERIALIZED (SELECT i.id, i.from, x.term_id FROM item i JOIN (${tagsOnDay('question_term', known)} x
      JOIN term t ON t.id = x.term_id AND t.scheme = ${by}::"TermScheme") ON x.question_id = i.id)
    SELECT 'heading', t.slug, ${known ? termNameThenSql('t', known) : Prisma.sql`t.name`}, t.position, c.from, c.count
      FROM (SELECT u.term_id, u.from, count(*)::int FROM under u GROUP BY u.term_id, u.from) c JOIN term t ON t.id = c.term_id
    UNION ALL SELECT 'heading', NULL, NULL, NULL, i.from, count(*)::int FROM item i
      WHERE NOT EXISTS (SELECT FROM under u WHERE u.id = i.id) GROUP BY i.from`;
};
