/**
 * Before -ise in words where it is no suffix or whose family keeps the s: rise, noise, supervise (supervisor),
 * precise (precision), exercise, practise; and `organise`, which the stemmer would cut down to `organ`.
 */
const KEEPS_S = '(?<!^\\p{L}{0,2}|v|prec|conc|exerc|circumc|pract|organ)';
const ISE = new RegExp(`${KEEPS_S}is(e|ed|es|er|ers|ing|ation|ations|ational)$`, 'u');
const YSE = /(?<=l)ys(e|ed|er|ers|ing)$/;
const OUR = /(arm|behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|od|rig|rum|tum|vap|vig)our/;
const RE = /^(cent|epicent|fib|kilomet|lit|met|theat)re(s?)$/;
const ENCE = /^(def|off|lic|pret)ence(s?)$/;
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^practis(?=e|ing)/, 'practic'],
  [/^programme/, 'program'],
  [/^catalogue/, 'catalog'],
  [/^paedo/, 'pedo'],
  [/^(judg)e(ment)/, '$1$2'],
  [/^ageing$/, 'aging'],
  [/^grey/, 'gray'],
];

/**
 * One spelling, mostly the American, for a lower-case word that British and American writers spell differently, so
 * that each finds what the other wrote. Words that only look like one of them change alike in all their forms,
 * which does matching no harm.
 */
export function oneSpelling(word: string): string {
  const common = word
    .replace(/organiz/, 'organis')
    .replace(ISE, 'iz$1')
    .replace(YSE, 'yz$1')
    .replace(OUR, '$1or')
    .replace(RE, '$1er$2')
    .replace(ENCE, '$1ense$2');
  return OTHERS.reduce((spelt, [pattern, replacement]) => spelt.replace(pattern, replacement), common);
}
