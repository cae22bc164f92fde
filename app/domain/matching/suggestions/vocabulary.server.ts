import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { parseReference } from '../../reference';
import type { Readable } from '../ranking/best-by-words.server';
import { nearestForm, type LikeTerm } from './nearest-words';

/** Words of a query that are looked up. */
const MOST_WORDS = 8;
/** Terms of the collection that one word is compared with, the commonest. */
const MOST_COMPARED = 2000;

/** Which term each scheme of terms is typed for. */
const SCHEMES = {
  threat: 'threatArea',
  strand: 'strand',
  enabler: 'enabler',
  stage: 'businessModelStage',
  position: 'chainPosition',
  level: 'level',
  method: 'method',
  discipline: 'discipline',
} as const;

export const TERM_FIELDS: ReadonlySet<string> = new Set([...Object.keys(SCHEMES), 'priority', 'route']);

/** Slugs and names of the terms of some fields, which are everybody's, as columns field, value and label. */
export function termsSql(fields: ReadonlySet<string>): Prisma.Sql[] {
  const parts = Object.entries(SCHEMES)
    .filter(([field]) => fields.has(field))
    .map(
      ([
        field,
        scheme,
      ]) => Prisma.sql`SELECT ${field}::text AS field, t.slug AS value, other.name AS label, 0 AS number
        FROM term t CROSS JOIN LATERAL (SELECT t.name UNION SELECT unnest(t.aliases)) other(name)
        WHERE t.scheme::text = ${scheme}`,
    );
  const table = (
    field: string,
  ) => Prisma.sql`SELECT ${field}::text AS field, slug AS value, name AS label, 0 AS number
    FROM ${Prisma.raw(field)}`;
  return [...parts, ...['priority', 'route'].filter((field) => fields.has(field)).map(table)];
}

/** A reference stands for a priority too. */
export const isReference = (value: string): boolean => parseReference(value) !== null;

/** Documents of the open shelves that hold a term: of no others is anything told. */
const heldSql = (terms: Prisma.Sql, open: readonly number[]) => Prisma.sql`
  SELECT every.term, sum(every.documents)::int AS documents FROM (
    SELECT f.term, f.documents FROM term_frequency f WHERE f.shelf = ANY(${[...open]}::smallint[]) AND ${terms}
    UNION ALL
    SELECT f.term, f.change FROM term_frequency_change f WHERE f.shelf = ANY(${[...open]}::smallint[]) AND ${terms}
  ) every GROUP BY every.term HAVING sum(every.documents) > 0`;

const notReadable = ({ guarded }: Readable): Prisma.Sql =>
  guarded
    ? Prisma.sql`AND NOT EXISTS (SELECT FROM posting o JOIN ranked_document d ON d.id = o.document
        WHERE o.term = words.term AND o.shelf = ANY(${[...guarded.shelves]}::smallint[]) AND ${guarded.readable})`
    : Prisma.empty;

/**
 * Words of which no document that the reader may read holds any form, with the terms of those documents that begin
 * alike, as columns field (as typed), value (the term that is like it), label (its own term) and number.
 */
export function likeTermsSql(words: readonly string[], readable: readonly Readable[]): Prisma.Sql {
  const open = readable.flatMap((one) => one.open);
  const begin = Prisma.sql`left(words.term, 2)`;
  const alike = Prisma.sql`f.term >= ${begin} AND f.term < ${begin} || ${'\uFFFF'}`;
  return Prisma.sql`WITH words AS MATERIALIZED (
      SELECT typed, term FROM (
        SELECT typed, (SELECT term FROM soundings.term_counts(soundings.analyse('', typed)) LIMIT 1) COLLATE "C" AS term
        FROM unnest(${words.slice(0, MOST_WORDS)}::text[]) typed) words
      WHERE length(words.term) >= 4
        AND NOT EXISTS (${heldSql(Prisma.sql`f.term = words.term`, open)})
        ${Prisma.join(readable.map(notReadable), ' ')})
    SELECT typed AS field, near.term AS value, words.term AS label, near.documents AS number
    FROM words CROSS JOIN LATERAL (SELECT * FROM (${heldSql(alike, open)}) held
      WHERE length(held.term) BETWEEN length(words.term) - 4 AND length(words.term) + 2 ORDER BY documents DESC, term LIMIT ${MOST_COMPARED}) near`;
}

/** For each term a word as it stands in a document that the reader may read: the one most like what was typed. */
export async function wordsFor(
  db: Db,
  terms: readonly LikeTerm[],
  readable: readonly Readable[],
): Promise<Map<string, string>> {
  if (terms.length === 0) return new Map();
  const open = readable.flatMap((one) => one.open);
  const rows = await db.$queryRaw<{ term: string; words: string[] }[]>`
    SELECT t.term, array_agg(DISTINCT w.word) AS words
    FROM unnest(${terms.map(({ like }) => like)}::text[]) AS t(term)
    CROSS JOIN LATERAL (SELECT o.document FROM unnest(${open}::smallint[]) AS s(shelf) CROSS JOIN LATERAL (
        SELECT document FROM posting o WHERE o.term = t.term COLLATE "C" AND o.shelf = s.shelf
        ORDER BY impact DESC, document DESC LIMIT 1) o) best
    JOIN ranked_document d ON d.id = best.document
    -- One subject at a time: the view of everything is never read as a whole.
    CROSS JOIN LATERAL (SELECT title, body FROM soundings.rankable WHERE subject = d.subject OFFSET 0) r
    CROSS JOIN LATERAL (SELECT DISTINCT word FROM regexp_split_to_table(
        lower(r.title || ' ' || left(r.body, 20000)), '[^[:alpha:]]+') AS word
      WHERE left(unaccent(word), 1) = left(t.term, 1)) w
    WHERE EXISTS (SELECT FROM soundings.term_counts(soundings.analyse('', w.word)) c WHERE c.term = t.term)
    GROUP BY t.term`;
  return new Map(
    terms.flatMap(({ typed, like }): [string, string][] => {
      const form = nearestForm(typed, rows.find(({ term }) => term === like)?.words ?? []);
      return form ? [[typed, form]] : [];
    }),
  );
}
