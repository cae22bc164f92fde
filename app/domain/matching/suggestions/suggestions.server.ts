import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { printTree, type Tree } from '../language/query-tree';
import type { Readable } from '../ranking/best-by-words.server';
import type { HitGroup } from '../results/hit';
import { nearestTerms } from './nearest-words';
import { unknownTerms } from './nearest-slugs';
import { soughtWords, typedTerms, withTerm, withWord } from './replaced';
import { isReference, likeTermsSql, TERM_FIELDS, termsSql, wordsFor } from './vocabulary.server';

/** A query as it was probably meant. */
export interface Meant {
  instead: string;
  q: string;
}

export interface Suggestions {
  words: (Meant & { typed: string })[];
  terms: { field: string; value: string; nearest: Meant[] }[];
}

/** What the vocabulary said, as rows beside the counts of facets. */
export interface VocabularyRow {
  kind: 'word' | 'term';
  field: string;
  value: string;
  label: string;
  number: number;
}

const MOST_WORDS = 3;

/** What has to be asked of the vocabulary to tell which words and terms of a query nobody uses. */
export function vocabularySql(tree: Tree, readable: readonly Readable[]): Prisma.Sql[] {
  const typed = typedTerms(tree, TERM_FIELDS);
  const words = soughtWords(tree).filter((word) => word.length >= 4 && word.length <= 40);
  const rows = (kind: VocabularyRow['kind'], columns: Prisma.Sql) =>
    Prisma.sql`SELECT ${kind}::text, field, value, label, number FROM (${columns}) known`;
  return [
    ...termsSql(new Set(typed.map(({ field }) => field))).map((columns) => rows('term', columns)),
    ...(words.length > 0 ? [rows('word', likeTermsSql(words, readable))] : []),
  ];
}

/** Suggestions of what the vocabulary said; of a word that stands in the name of what was found there is none. */
export async function suggestionsFor(
  db: Db,
  tree: Tree,
  rows: readonly VocabularyRow[],
  { readable, groups }: { readable: readonly Readable[]; groups: readonly HitGroup[] },
): Promise<Suggestions> {
  const like = rows.flatMap(({ kind, field, value, label, number }) =>
    kind === 'word' && !isMarked(field, groups)
      ? [{ typed: field, term: label, like: value, documents: number }]
      : [],
  );
  const near = nearestTerms(like).slice(0, MOST_WORDS);
  const forms = await wordsFor(db, near, readable);
  const words = [...forms].map(([typed, instead]) => ({
    typed,
    instead,
    q: printTree(withWord(tree, typed, instead)),
  }));
  const known = rows.flatMap(({ kind, field, value, label }) =>
    kind === 'term' ? [{ field, slug: value, name: label }] : [],
  );
  const typed = typedTerms(tree, TERM_FIELDS).filter(
    ({ field, value }) => field !== 'priority' || !isReference(value),
  );
  const terms = unknownTerms(typed, known).map(({ field, value, nearest }) => ({
    field,
    value,
    nearest: nearest.map((slug) => ({
      instead: slug,
      q: printTree(withTerm(tree, { field, value }, slug)),
    })),
  }));
  return { words, terms };
}

const isMarked = (word: string, groups: readonly HitGroup[]): boolean =>
  groups.some(({ hits }) =>
    hits.some(({ name, snippet }) =>
      [...name, ...snippet].some(({ text, hit }) => hit && text.toLowerCase() === word.toLowerCase()),
    ),
  );
