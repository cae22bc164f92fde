import { Prisma } from '~/platform/generated/prisma/client';
import { otherSpellings } from '../other-spelling';
import { isJoint, type Tree } from '../query-tree';

const CONFIG = Prisma.sql`'soundings.words'::regconfig`;

/** Each word and phrase goes through a parser that knows no operators, so nothing typed can break it. */
const loose = (text: string): Prisma.Sql =>
  Prisma.sql`plainto_tsquery(${CONFIG}, soundings.one_spelling(${text}))`;
const strict = (text: string): Prisma.Sql =>
  Prisma.sql`phraseto_tsquery(${CONFIG}, soundings.one_spelling(${text}))`;

const either = (queries: readonly Prisma.Sql[]): Prisma.Sql =>
  Prisma.sql`(${Prisma.join([...queries], ' || ')})`;
const both = (queries: readonly Prisma.Sql[]): Prisma.Sql =>
  Prisma.sql`(${Prisma.join([...queries], ' && ')})`;

export const isText = (tree: Tree): boolean => {
  if (isJoint(tree)) return tree.parts.every(isText);
  return tree.kind === 'not' ? isText(tree.of) : tree.kind === 'word' || tree.kind === 'phrase';
};

/** Text that some word or phrase must be in: what an index can find. */
export function isGuarded(tree: Tree): boolean {
  if (tree.kind === 'any') return tree.parts.every(isGuarded);
  if (isJoint(tree)) return tree.parts.some(isGuarded) && tree.parts.every((part) => isText(part));
  return tree.kind === 'word' || tree.kind === 'phrase';
}

/**
 * Text as a tsquery. Of a row of terms: any of the words or phrases, each phrase and parenthesis required, and
 * none of what is left out.
 */
export function textQuery(tree: Tree): Prisma.Sql {
  switch (tree.kind) {
    case 'word':
      return loose(tree.text);
    case 'phrase':
      return strict(tree.text);
    case 'not':
      return Prisma.sql`!!${tree.of.kind === 'word' ? strict(tree.of.text) : textQuery(tree.of)}`;
    case 'any':
      return either(tree.parts.map(textQuery));
    case 'all':
      return both(tree.parts.map(textQuery));
    case 'together':
      return rowQuery(tree.parts);
    case 'field':
    case 'formula':
      return Prisma.sql`${''}::tsquery`;
  }
}

function rowQuery(parts: readonly Tree[]): Prisma.Sql {
  const words = parts.filter(({ kind }) => kind === 'word');
  const phrases = parts.filter(({ kind }) => kind === 'phrase');
  const others = parts.filter(({ kind }) => kind !== 'word' && kind !== 'phrase');
  const sought = [...words, ...phrases].map(textQuery);
  const required = [...phrases, ...others].map(textQuery);
  return both(sought.length > 0 ? [either(sought), ...required] : required);
}

/** The words and phrases that are looked for, as one text to rank by; empty where only fields are asked for. */
export const soughtText = (tree: Tree): string => soughtIn(tree).flatMap(textsIn).join(' ');

/** What is marked in texts as they were written: each word and phrase that is looked for, in both spellings. */
export function markedQuery(tree: Tree): Prisma.Sql | null {
  const literals = soughtIn(tree).flatMap(wordsAndPhrases);
  if (literals.length === 0) return null;
  return either(literals.flatMap((literal) => [textQuery(literal), ...spellingsOf(literal)]));
}

/** Not made one spelling, since the texts are not; nothing where all write alike. */
function spellingsOf({ kind, text }: Literal): Prisma.Sql[] {
  const parser = Prisma.raw(kind === 'phrase' ? 'phraseto_tsquery' : 'plainto_tsquery');
  const others = otherSpellings(text);
  return (others.length > 0 ? [text, ...others] : []).map(
    (spelt) => Prisma.sql`${parser}(${CONFIG}, ${spelt})`,
  );
}

type Literal = Extract<Tree, { text: string }>;

function wordsAndPhrases(tree: Tree): Literal[] {
  if (isJoint(tree)) return tree.parts.flatMap(wordsAndPhrases);
  return tree.kind === 'word' || tree.kind === 'phrase' ? [tree] : [];
}

const textsIn = (tree: Tree): string[] => wordsAndPhrases(tree).map(({ text }) => text);

/** What ranks a row and is marked in it: whatever is looked for, wherever it stands. Null where nothing is. */
export function soughtQuery(tree: Tree): Prisma.Sql | null {
  const sought = soughtIn(tree);
  return sought.length > 0 ? either(sought.map(textQuery)) : null;
}

function soughtIn(tree: Tree): Tree[] {
  if (isJoint(tree)) return isText(tree) && isGuarded(tree) ? [tree] : tree.parts.flatMap(soughtIn);
  return tree.kind === 'word' || tree.kind === 'phrase' ? [tree] : [];
}
