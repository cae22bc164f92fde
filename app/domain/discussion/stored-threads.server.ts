import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Level } from './comment';
import type { Called } from './mentions';

export interface StoredComment {
  reference: string;
  authorId: string;
  author: string;
  level: Level;
  body: string;
  postedAt: string;
  edited: boolean;
  before: { body: string; replacedAt: string }[];
  hiddenAt: Date | null;
  hiddenReason: string | null;
  mentioned: Called[];
}

export interface StoredThread extends StoredComment {
  cursor: string;
  replies: StoredComment[];
}

/** One comment under an alias, with its author, its earlier wordings and whom it calls. */
const asJson = (alias: string): Prisma.Sql => {
  const c = Prisma.raw(alias);
  return Prisma.sql`jsonb_build_object('reference', ${c}.reference, 'authorId', ${c}.author_id,
    'author', (SELECT name FROM person WHERE id = ${c}.author_id), 'level', ${c}.level, 'body', ${c}.body,
    'postedAt', ${c}.posted_at, 'edited', ${c}.edited_at IS NOT NULL, 'hiddenAt', ${c}.hidden_at,
    'hiddenReason', ${c}.hidden_reason,
    'before', (SELECT coalesce(jsonb_agg(jsonb_build_object('body', w.body, 'replacedAt', w.replaced_at)
        ORDER BY w.number), '[]') FROM comment_wording w WHERE w.comment_id = ${c}.id),
    'mentioned', (SELECT coalesce(jsonb_agg(jsonb_build_object('reference', p.reference, 'name', p.name)), '[]')
      FROM comment_mention m JOIN person p ON p.id = m.person_id WHERE m.comment_id = ${c}.id))`;
};

const MOST_REPLIES = 200;

/** The threads of one thing at some levels, the latest first, each with its replies in order; one statement. */
export async function threadsOf(
  db: Db,
  item: { noun: string; id: string },
  levels: Level[],
  page: { after?: string | undefined; thread?: string | undefined; most: number },
): Promise<StoredThread[]> {
  const [at, id] = page.after?.split('_') ?? [];
  const from =
    at && id ? Prisma.sql`(c.posted_at, c.id) < (${at}::timestamptz, ${id}::uuid)` : Prisma.sql`true`;
  const only = page.thread ? Prisma.sql`c.reference = ${page.thread}` : Prisma.sql`true`;
  const rows = await db.$queryRaw<{ cursor: string; comment: StoredComment; replies: StoredComment[] }[]>`
    SELECT to_char(c.posted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '_' || c.id AS cursor,
      ${asJson('c')} AS comment,
      (SELECT coalesce(jsonb_agg(${asJson('r')} ORDER BY r.posted_at, r.id), '[]')
         FROM (SELECT * FROM comment WHERE parent_id = c.id ORDER BY posted_at LIMIT ${MOST_REPLIES}) r) AS replies
    FROM comment c
    WHERE c.noun = ${item.noun} AND c.noun_id = ${item.id}::uuid AND c.parent_id IS NULL
      AND c.level::text = ANY(${levels}) AND ${from} AND ${only}
    ORDER BY c.posted_at DESC, c.id DESC LIMIT ${page.most}`;
  return rows.map(({ cursor, comment, replies }) => ({ ...comment, cursor, replies }));
}
