type Rule = readonly [pattern: RegExp, spelt: string];

/** Where `soundings.one_spelling` makes one of two, as British and as American writers spell them. */
const BRITISH: readonly Rule[] = [
  [/(?<=\p{L}{3}i)z(e|ed|es|er|ers|ing|ation|ations|ational)$/u, 's$1'],
  [/(?<=ly)z(e|ed|er|ers|ing)$/, 's$1'],
  [/(arm|behavi|col|endeav|fav|harb|hon|hum|lab|neighb|rum|tum|vap|vig)or/, '$1our'],
  [/^(cent|theat|lit|met|fib)er(s?)$/, '$1re$2'],
  [/^(def|off|lic|pret)ense(s?)$/, '$1ence$2'],
];
const AMERICAN: readonly Rule[] = [
  [/(?<=\p{L}{3}i)s(e|ed|es|er|ers|ing|ation|ations|ational)$/u, 'z$1'],
  [/(?<=ly)s(e|ed|er|ers|ing)$/, 'z$1'],
  [/(arm|behavi|col|endeav|fav|harb|hon|hum|lab|neighb|rum|tum|vap|vig)our/, '$1or'],
  [/^(cent|theat|lit|met|fib)re(s?)$/, '$1er$2'],
  [/^(def|off|lic|pret)ence(s?)$/, '$1ense$2'],
];

const spelt = (text: string, rules: readonly Rule[]): string =>
  text
    .toLowerCase()
    .replaceAll(/\p{Letter}+/gu, (word) =>
      rules.reduce((one, [pattern, instead]) => one.replace(pattern, instead), word),
    );

/**
 * A text as British and as American writers spell it, where they differ: what was found under one spelling is
 * marked in texts that hold the other.
 */
export function otherSpellings(text: string): string[] {
  const both = [spelt(text, BRITISH), spelt(text, AMERICAN)];
  return [...new Set(both)].filter((other) => other !== text.toLowerCase());
}
