import { stemmer } from 'stemmer';
import { oneSpelling } from './spelling';
import { STOP_WORDS } from './stop-words';

const COMBINING_MARKS = /\p{M}+/gu;
const APOSTROPHES = /['’ʼ]/gu;
const WORDS = /[\p{L}\p{N}]+/gu;

/**
 * The terms of a text in their order, repeats kept: compatibility decomposition (Unicode NFKD), lower case, without
 * accents, split at hyphens and all else that is neither letter nor digit, without stop words and single characters,
 * in one spelling, stemmed (M. F. Porter, An algorithm for suffix stripping, 1980).
 */
export function analyse(text: string): string[] {
  const plain = text.normalize('NFKD').replace(COMBINING_MARKS, '').replace(APOSTROPHES, '').toLowerCase();
  const terms: string[] = [];
  for (const [word] of plain.matchAll(WORDS))
    if (word.length > 1 && !STOP_WORDS.has(word)) terms.push(stemmer(oneSpelling(word)));
  return terms;
}

/** Each term joined to the one after it by a space: `[a, b, c]` gives `[a b, b c]`. */
export function bigramsOf(terms: readonly string[]): string[] {
  return terms.slice(1).map((term, index) => `${terms[index]} ${term}`);
}
