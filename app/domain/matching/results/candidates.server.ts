import { Prisma } from '~/platform/generated/prisma/client';
import type { Noun } from '../language/fields';
import type { Wanted } from '../language/query-sql.server';
import type { Source } from '../queries/search-sources.server';

/** Rows that match, looked at before ranking. */
export const MOST_CANDIDATES = 1000;
/** More than any rank by cover density. */
const BELOW = 1e9;

/** A noun's rows by the words that are looked for, best first. */
export interface Order {
  ids: string[];
  /** No other row can hold what is asked for, or stand among the first. */
  whole: boolean;
  /** Others may hold some of the words, beyond those that were ranked. */
  goesOn: boolean;
}

/** What is asked of one noun, and where its rows are. */
export interface Search {
  noun: Noun;
  source: Source;
  wanted: Wanted;
  order?: Order | undefined;
}

/** Rows of a noun that are found, with their rank: those known to be best, or at most a thousand. */
export function candidatesOf(search: Search): Prisma.Sql {
  const { id, columns, place } = search.source;
  return rowsOf(search, (rank) => Prisma.sql`${id} AS id, ${columns}, ${place} AS place, ${rank} AS rank`);
}

/** The same rows by their ids alone, to count them: what is shown of a row is dear to put together. */
export const candidateIds = (search: Search): Prisma.Sql =>
  rowsOf(search, () => Prisma.sql`${search.source.id} AS id`);

function rowsOf(
  { source, wanted: { condition, sought }, order }: Search,
  columns: (rank: Prisma.Sql) => Prisma.Sql,
): Prisma.Sql {
  const { id, place, from, document } = source;
  const found = Prisma.sql`FROM ${from} AND ${condition}`;
  if (!sought)
    return Prisma.sql`SELECT ${columns(Prisma.sql`0`)} ${found} ORDER BY ${place}, ${id} LIMIT ${MOST_CANDIDATES}`;
  const byCover = (below: number) =>
    Prisma.sql`SELECT ${columns(Prisma.sql`ts_rank_cd(${document}, ${sought}) - ${below}::float`)} ${found}`;
  if (!order) return Prisma.sql`${byCover(0)} LIMIT ${MOST_CANDIDATES}`;
  const { ids, whole } = order;
  const rank = Prisma.sql`1 + ${ids.length} - array_position(${ids}::uuid[], ${id})`;
  const inOrder = Prisma.sql`SELECT ${columns(rank)} ${found} AND ${id} = ANY(${ids}::uuid[])`;
  // Fields find what holds none of the words, or leave out those that are best by them.
  return whole
    ? inOrder
    : Prisma.sql`${inOrder} UNION ALL (${byCover(BELOW)} AND NOT ${id} = ANY(${ids}::uuid[]) LIMIT ${MOST_CANDIDATES})`;
}
