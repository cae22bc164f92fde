import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { readQuery } from '../language/query-language';
import { wantedOf } from '../language/query-sql.server';
import { asksForSomething } from '../language/query-tree';
import { findingSource, questionSource } from '../queries/search-sources.server';

export interface Result {
  noun: 'question' | 'finding';
  id: string;
  reference: string;
  title: string;
  summary: string;
  publishedAt: Date;
}

interface Asked {
  query: string;
  actor: Actor;
  now: Date;
  most: number;
  /** Of these alone. */
  among?: readonly string[];
}

/** Letters of the text that stand for it in a feed. */
const SUMMARY = 500;

/** Questions and findings that a query finds for a reader now, the latest published first; every rule in it. */
export async function newestResults(db: Db, { query, actor, now, most, among }: Asked): Promise<Result[]> {
  const { tree } = readQuery(query);
  if (!tree || !asksForSomething(tree)) return [];
  const sources = { question: questionSource(actor, now), finding: findingSource(actor) };
  const parts = (['question', 'finding'] as const).flatMap((noun) => {
    const { id, columns, place, from, texts } = sources[noun];
    const wanted = wantedOf(noun, tree, { actor, now }, texts);
    const those = among ? Prisma.sql`AND ${id} = ANY(${[...among]}::uuid[])` : Prisma.empty;
    return wanted
      ? [
          Prisma.sql`(SELECT ${noun}::text AS noun, id, reference, title, left(text, ${SUMMARY}::int) AS summary, place
            FROM (SELECT ${id} AS id, ${columns}, ${place} AS place FROM ${from} AND ${wanted.condition} ${those}
              ORDER BY ${place}, ${id} LIMIT ${most}) newest)`,
        ]
      : [];
  });
  if (parts.length === 0) return [];
  return db.$queryRaw<Result[]>`
    SELECT noun, id, reference, title, summary, to_timestamp(-place) AS "publishedAt"
    FROM (${Prisma.join(parts, ' UNION ALL ')}) every ORDER BY place, id LIMIT ${most}`;
}
