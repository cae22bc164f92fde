import { oneSpelling } from '../experts/spelling';

const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}{3})iz(e|ed|es|er|ers|ing|ation|ations|ational)$/u, 'is$1'],
  [/(?<=l)yz(e|ed|es|er|ers|ing)$/, 'ys$1'],
  [/(arm|behavi|col|endeav|fav|harb|hon|hum|lab|neighb|rum|tum|vap|vig)or/, '$1our'],
  [/^(cent|theat|lit|met|fib)er(s?)$/, '$1re$2'],
  [/^(def|off|lic|pret)ense(s?)$/, '$1ence$2'],
];
const SZ: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}{3})is(e|ed|es|er|ers|ing|ation|ations|ational)$/u, 'iz$1'],
];

const inTurn = (word: string, pairs: readonly (readonly [RegExp, string])[]): string =>
  pairs.reduce((spelt, [pattern, replacement]) => spelt.replace(pattern, replacement), word);

const perWord = (text: string, spell: (word: string) => string): string =>
  text.toLowerCase().replaceAll(/\p{Letter}+/gu, spell);

/**
 * A text as British and as American writers spell it, where they differ: what was found under one spelling is
 * marked in texts that hold the other.
 */
export function otherSpellings(text: string): string[] {
  const british = perWord(text, (word) => inTurn(word, OTHERS));
  const american = perWord(text, (word) => inTurn(oneSpelling(inTurn(word, OTHERS)), SZ));
  return [...new Set([british, american])].filter((spelt) => spelt !== text.toLowerCase());
}
