/** Units are entered for many (`cases`); these are the ones whose singular no rule gives. */
const ODD: Record<string, string> = {
  ...{ people: 'person', children: 'child', men: 'man', women: 'woman', lives: 'life', knives: 'knife' },
  ...{ crises: 'crisis', analyses: 'analysis', movies: 'movie', buses: 'bus', premises: 'premises' },
  ...{ series: 'series', species: 'species', criteria: 'criterion', gases: 'gas', gas: 'gas' },
};

/** Words that begin what the counted things are of, by or for: `tonnes of cocaine`, `days to arrest`. */
const TURNS = new Set([
  'of',
  'per',
  'to',
  'for',
  'in',
  'by',
  'from',
  'with',
  'at',
  'on',
  'who',
  'that',
  'without',
]);
/** After these the number stands whole: `1 million pounds`, `1 of 100 firearms`. */
const LARGE = /^(hundred|thousand|million|billion|trillion)$/iu;

const pluralOf = (word: string): boolean => word.toLowerCase() in ODD || /[^suiy]s$|[aeou]ys$/iu.test(word);

function oneOf(word: string): string {
  const odd = ODD[word.toLowerCase()];
  if (odd) return odd;
  if (/[^aeiou]ies$/iu.test(word)) return `${word.slice(0, -3)}y`;
  if (/(ss|sh|ch|x|zz)es$/iu.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** `case` for `cases`, `tonne of cocaine`, `person arrested`; what shows no plural stays as it was entered. */
export function singularUnit(unit: string): string {
  const words = unit.split(' ');
  const turn = words.findIndex((word) => TURNS.has(word.toLowerCase()));
  const head = turn < 0 ? words.length : turn;
  if (head === 0 || LARGE.test(words[0] ?? '')) return unit;
  const at = words.slice(0, head).findLastIndex(pluralOf);
  return at < 0 ? unit : words.with(at, oneOf(words[at] ?? '')).join(' ');
}

/** A figure as it is written and what it counts: `1,240 seizures`, `1 seizure`, `4.5%`. */
export function withUnit(figure: string, unit: string): string {
  if (unit === '%') return `${figure}%`;
  return `${figure} ${/^[-−+]?1$/u.test(figure) ? singularUnit(unit) : unit}`;
}
