import type { Draw } from './draw';
import { COMMON, grammarQuery } from './grammar-queries';

const FRAGMENTS = [
  "'; DROP TABLE person; --",
  "' OR '1'='1",
  '1); DELETE FROM question; --',
  '${7*7}',
  '{{7*7}}',
  '$1',
  '?',
  '::uuid',
  '\\',
  "\\'",
  'a & b | !c <-> d',
  ':*',
  "a':*",
  '<->',
  '!!',
  '/*',
  '*/',
  '%',
  '_',
  '%_%',
  "E'\\x00'",
  'U&"\\0000"',
  '\\u0000',
  'pg_sleep(10)',
  'NULL',
];
const SIGNS = [
  '(',
  ')',
  '((',
  '))',
  '"',
  '“',
  '”',
  '-',
  '--',
  ':',
  '::',
  ',',
  ',,',
  '..',
  '...',
  '<',
  '>',
  '=',
  '<=',
  '>>',
  ' AND ',
  ' OR ',
  ' NOT ',
  'AND',
  'OR',
  'NOT(',
  '\t',
  '\n',
  '\r\n',
  '\0',
  '\u0085',
  '\u2028',
];
const UNICODE = [
  '\uD800',
  '\uDFFF',
  '\uD83D',
  '🔥',
  '👩🏽‍🔬',
  '\u202Eevil\u202C',
  'العربية',
  '中文',
  'İI',
  'ﬀ',
  'e\u0301\u0301\u0301',
  '\uFEFF',
  '\u00A0',
  '\uE000x\uE001',
  '\uFFFF',
  'ǅ',
  'ß',
  '१२३',
];
const FIELDS = [
  'threat:',
  'year:',
  'year:..',
  'year:99999999999999999999',
  'year:-1',
  'year:1e308',
  'year:NaN',
  'year:٢٠٢٠',
  'closes:2026-02-30',
  'closes:0000-00-00',
  'closes:9999-12-31..0001-01-01',
  'budget:£',
  'budget:99999999999m',
  'gap:',
  'gap:perhaps',
  'author:"',
  'bid-by:you',
  'thraet:x',
  '__proto__:x',
  'constructor:x',
  'toString:1',
  'state:__proto__',
  'mean(relevance)>',
  'mean()>1',
  'mean(relevance)>1e9',
  'count(constructor)>1',
  'valueOf(relevance)>1',
  'threat:' + 'a,'.repeat(60),
];

/** Text that a careless reader of the language would fall over. */
export function hostileQuery(draw: Draw): string {
  return draw.of(WAYS)(draw);
}

const scrap = (draw: Draw): string => draw.of(draw.of([FRAGMENTS, SIGNS, UNICODE, FIELDS, COMMON.words]));

const WAYS: ((draw: Draw) => string)[] = [
  (draw) => draw.times(1, 30, () => scrap(draw)).join(draw.of(['', ' '])),
  (draw) => cut(draw, grammarQuery(draw)),
  (draw) => spliced(draw, grammarQuery(draw)),
  (draw) => nested(draw),
  (draw) => scrap(draw).repeat(1 + draw.below(500)),
  (draw) => `${grammarQuery(draw)} `.repeat(1 + draw.below(50)),
  (draw) => draw.times(1, 400, () => String.fromCharCode(draw.below(0x10000))).join(''),
  (draw) => draw.times(1, 400, () => String.fromCharCode(draw.below(0x80))).join(''),
];

const cut = (draw: Draw, text: string): string => text.slice(draw.below(3), draw.below(text.length + 1));

/** A good query with something foreign in the middle. */
function spliced(draw: Draw, text: string): string {
  const at = draw.below(text.length + 1);
  return text.slice(0, at) + scrap(draw) + text.slice(at + draw.below(3));
}

function nested(draw: Draw): string {
  const depth = draw.below(200);
  const inner = draw.of(['a', '', 'threat:fraud', '-', 'NOT', '"x']);
  const open = draw.of(['(', '-(', 'NOT (', '(a OR ', '(year:2020 AND ', 'mean(']);
  return open.repeat(depth) + inner + ')'.repeat(draw.below(depth + 2));
}
