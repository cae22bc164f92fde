import { Prisma } from '~/platform/generated/prisma/client';

export const DEMAND_BY = ['threatArea', 'level', 'organisation'] as const;
export type DemandBy = (typeof DEMAND_BY)[number];

export const DEMAND_NAMES: Record<DemandBy, { one: string; many: string }> = {
  threatArea: { one: 'threat area', many: 'threat areas' },
  level: { one: 'level', many: 'levels' },
  organisation: { one: 'asking organisation', many: 'asking organisations' },
};

/** What was asked on UK days from `from` to before `until`: columns `id`, `day`. Withdrawn questions were asked too. */
export const askedItems = (visible: Prisma.Sql, from: string, until: string): Prisma.Sql => Prisma.sql`
  SELECT q.id, q.reference, q.title, q.team_id, q.published_at, (q.published_at AT TIME ZONE 'Europe/London')::date AS day
  FROM question q
  WHERE ${visible} AND q.merged_into_id IS NULL
    AND q.published_at >= (${from}::date::timestamp AT TIME ZONE 'Europe/London')
    AND q.published_at < (${until}::date::timestamp AT TIME ZONE 'Europe/London')`;

/** Under which headings a question stands: columns `id`, `key`, `name`, `place`. */
export const headingsOf = (by: DemandBy): Prisma.Sql =>
  by === 'organisation'
    ? Prisma.sql`SELECT i.id, o.slug AS key, o.name, 0 AS place FROM item i
        JOIN team t ON t.id = i.team_id JOIN organisation o ON o.id = t.organisation_id`
    : Prisma.sql`SELECT i.id, t.slug AS key, t.name, t.position AS place FROM item i
        JOIN question_term x ON x.question_id = i.id JOIN term t ON t.id = x.term_id
        WHERE t.scheme = ${by}::"TermScheme"`;
