import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { FEEDBACK, type FeedbackSettings } from './feedback';

/** What of a noun's documents an actor may read. */
export interface Readable {
  /** Shelves of which the actor may read everything: the only ones that statistics are taken of. */
  open: readonly number[];
  /** Shelves of which the actor may read what the condition on the document `d` lets through. */
  guarded?: { shelves: readonly number[]; readable: Prisma.Sql };
}

export interface WordHit {
  subject: string;
  /** Σ weight in the query · inverse document frequency · occurrence score; above 0. */
  words: number;
  /** `words` as a part of what the text itself would score: from 0 to about 1. */
  likeness: number;
  /** The document's place in the semantic space; null where it has none in that space. */
  place: Uint8Array | null;
}

/** A document that a query learns from, and how much it is believed relative to the others; above 0. */
export interface Believed {
  subject: string;
  weight: number;
}

/** One noun to search, and what the query learns from in it; nothing where that is empty. */
export interface Searched {
  readable: Readable;
  believed?: readonly Believed[];
}

export interface WordSettings {
  /** The greatest number of documents that are given. */
  most: number;
  /**
   * How many postings of a term are read on each shelf, of highest impact first. A document beyond them is still
   * found by its other terms, and then scores less than it should by this term's least impact at most.
   */
  mostPostings: number;
  /** The same for terms that were learnt, which are many and weigh little. */
  mostPostingsOfLearnt: number;
  /** The terms of the text that are asked for, the rarest; the others part every document by the same little. */
  mostTerms: number;
  /** Whether a term counts once however often the text has it: a long text is about more than what it repeats. */
  eachOnce: boolean;
  /** How many different terms of the text a document must share with it, or all where it has fewer. */
  leastShared: number;
  feedback: FeedbackSettings;
  /** The space whose places are wanted. */
  space?: number | undefined;
}

export const WORD_SETTINGS: WordSettings = {
  most: 200,
  mostPostings: 1000,
  mostPostingsOfLearnt: 200,
  mostTerms: 100,
  eachOnce: false,
  leastShared: 1,
  feedback: FEEDBACK,
};

/**
 * The documents that the words of a text find in each noun, best first, equal scores in the order in which they
 * came: Okapi BM25 over the postings, for all nouns in one statement. Where documents are believed, the query is
 * mixed with the terms that are typical of them (pseudo-relevance feedback as in RM3: Abdul-Jaleel et al., UMass at
 * TREC 2004, with a term's BM25 weight for its share of a document). Only what may be read is ranked or counted.
 */
export async function bestByWords(
  db: Db,
  text: string,
  nouns: readonly Searched[],
  settings: WordSettings = WORD_SETTINGS,
): Promise<WordHit[][]> {
  const parts = nouns.map((noun, index) => nounSql(text, noun, `_${index}`, settings));
  const rows = await db.$queryRaw<(WordHit & { noun: number })[]>`
    WITH ${Prisma.join(parts.map(({ tables }) => tables))}
    ${Prisma.join(
      parts.map(({ hits }, index) => Prisma.sql`SELECT ${index}::int AS noun, hit.* FROM (${hits}) hit`),
      ' UNION ALL ',
    )}`;
  return nouns.map((_, index) => rows.filter(({ noun }) => noun === index));
}

/** The tables of a noun carry its suffix. */
function nounSql(
  text: string,
  { readable, believed = [] }: Searched,
  suffix: string,
  settings: WordSettings,
) {
  const { most, mostPostings, mostTerms, eachOnce, leastShared, space } = settings;
  const table = (name: string) => Prisma.raw(name + suffix);
  const rarity = (term: Prisma.Sql) => raritySql(term, table('held'), readable);
  const share = eachOnce
    ? Prisma.sql`1.0::float / count(*) OVER ()`
    : Prisma.sql`occurrences / sum(occurrences) OVER ()::float`;
  const terms = believed.length > 0 ? 'mixed' : 'own';
  const tables = Prisma.sql`
    ${table('held')} AS MATERIALIZED (${frequencySql(Prisma.sql`''`, readable)}),
    ${table('asked')} AS MATERIALIZED (
      SELECT term, ${share} AS share, ${rarity(Prisma.sql`t.term`)} AS rarity,
        soundings.impact(occurrences, sum(occurrences) OVER ()::integer) / 1000.0 AS own_impact
      FROM soundings.term_counts(soundings.analyse('', ${text})) t ORDER BY rarity DESC, term LIMIT ${mostTerms}
    ), ${table('own')} AS (
      SELECT term, share * rarity AS weight, ${mostPostings}::int AS most FROM ${table('asked')}
    ),
    ${believed.length > 0 ? feedbackSql(believed, settings, { table, rarity }) : Prisma.empty}
    ${table('scored')} AS (
      SELECT document, score FROM (${scoresSql(table(terms), readable)}) every
      WHERE shared >= least(${leastShared}, (SELECT count(*) FROM ${table('asked')}))
      ORDER BY score DESC, document LIMIT ${most}
    )`;
  const hits = Prisma.sql`
    SELECT d.subject, s.score AS words, CASE WHEN d.space = ${space ?? null}::int THEN d.place END AS place,
      s.score / (SELECT sum(share * rarity * own_impact) FROM ${table('asked')})::float AS likeness
    FROM ${table('scored')} s JOIN ranked_document d ON d.id = s.document ORDER BY s.score DESC, d.id`;
  return { tables, hits };
}

interface Naming {
  table: (name: string) => Prisma.Sql;
  rarity: (term: Prisma.Sql) => Prisma.Sql;
}

function feedbackSql(
  believed: readonly Believed[],
  { feedback: { terms, part }, mostPostings, mostPostingsOfLearnt }: WordSettings,
  { table, rarity }: Naming,
): Prisma.Sql {
  const subjects = believed.map(({ subject }) => subject);
  const weights = believed.map(({ weight }) => weight);
  return Prisma.sql`
    ${table('seen')} AS (
      SELECT t.term, sum(b.weight * soundings.impact(t.occurrences, d.length)) AS impact
      FROM unnest(${subjects}::uuid[], ${weights}::float[]) AS b(subject, weight)
      JOIN ranked_document d ON d.subject = b.subject CROSS JOIN soundings.term_counts(d.words) t GROUP BY 1
    ), ${table('rare')} AS MATERIALIZED (
      SELECT s.term, s.impact, ${rarity(Prisma.sql`s.term`)} AS rarity FROM ${table('seen')} s
    ), ${table('typical')} AS (
      SELECT term, impact * rarity AS share, rarity FROM ${table('rare')} ORDER BY 2 DESC, term LIMIT ${terms}
    ), ${table('mixed')} AS (
      SELECT term, sum(share) * max(rarity) AS weight, max(most) AS most FROM (
        SELECT term, ${1 - part} * share AS share, rarity, ${mostPostings}::int AS most FROM ${table('asked')}
        UNION ALL
        SELECT term, ${part} * share / sum(share) OVER (), rarity, ${mostPostingsOfLearnt}::int FROM ${table('typical')}
      ) both_parts GROUP BY term
    ),`;
}

/** Each term's postings of highest impact, summed by document. */
function scoresSql(terms: Prisma.Sql, { open, guarded }: Readable): Prisma.Sql {
  const postings = (shelves: readonly number[], readable: Prisma.Sql) => Prisma.sql`
    SELECT p.document, w.weight * p.impact AS part
    FROM ${terms} w CROSS JOIN unnest(${shelves}::smallint[]) AS s(shelf) CROSS JOIN LATERAL (
      SELECT document, impact FROM posting o WHERE o.term = w.term AND o.shelf = s.shelf ${readable}
      ORDER BY impact DESC, document DESC LIMIT w.most) p`;
  const may =
    guarded &&
    Prisma.sql`AND EXISTS (
    SELECT FROM ranked_document d WHERE d.id = o.document AND ${guarded.readable})`;
  return Prisma.sql`SELECT document, sum(part) / 1000 AS score, count(*) AS shared FROM (
    ${postings(open, Prisma.empty)} ${may ? Prisma.sql`UNION ALL ${postings(guarded.shelves, may)}` : Prisma.empty}
  ) found GROUP BY document`;
}

/** ln(1 + (N − n + ½) / (n + ½)) of a term over the open shelves: above 0 however common it is. */
const raritySql = (term: Prisma.Sql, held: Prisma.Sql, readable: Readable): Prisma.Sql => Prisma.sql`(
  SELECT ln(1 + (greatest(h.documents - n.documents, 0) + 0.5) / (n.documents + 0.5))::float
  FROM ${held} h, LATERAL (${frequencySql(term, readable)}) n)`;

const frequencySql = (term: Prisma.Sql, { open }: Readable): Prisma.Sql => Prisma.sql`
  SELECT greatest(0, coalesce(sum(known.documents), 0)) AS documents FROM (
    SELECT f.documents FROM term_frequency f WHERE f.term = ${term} AND f.shelf = ANY(${open}::smallint[])
    UNION ALL
    SELECT c.change FROM term_frequency_change c WHERE c.term = ${term} AND c.shelf = ANY(${open}::smallint[])
  ) known`;
