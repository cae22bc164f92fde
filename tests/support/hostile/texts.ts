import type { HostileFile } from './bibliographies';

/** Large enough that work that grows with the square of it shows. */
const LARGE = 300_000;
const many = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

const bibtex: Record<string, () => string> = {
  'no end of braces': () => `@article{a, title = ${'{'.repeat(LARGE)}`,
  'entries that never close': () => many(8000, (n) => `@article{k${n}, title = {T ${n}\n`),
  'entries in one line that never close': () => many(8000, (n) => `@article{k${n}, title = {T `),
  'closing braces alone': () => '@a{'.concat('}'.repeat(LARGE)),
  'quotes without end': () => many(8000, (n) => `@article{k${n}, title = "T ${n}\n`),
  'macros that double': () =>
    `@string{a0 = "${'x'.repeat(100)}"}\n${many(60, (n) => `@string{a${n + 1} = a${n} # a${n}}\n`)}@book{k, title = a60}`,
  'macro of itself': () => '@string{a = a # a}\n@book{k, title = a}',
  'joins without end': () => `@book{k, title = {a} ${'# {a} '.repeat(100_000)}`,
  'prototype as field': () => '@book{k, __proto__ = {x}, constructor = {y}, title = {T}}',
  'prototype as type': () => '@constructor{k, title = {T}}\n@__proto__{k, title = {U}}',
  'two hundred thousand fields': () => `@book{k, ${many(100_000, (n) => `f${n} = {x},`)} title = {T}}`,
  'accents without letters': () => `@book{k, title = {${"\\'{".repeat(300_000)}}}`,
  'backslashes alone': () => `@book{k, title = {${'\\'.repeat(LARGE)}`,
  'authors without end': () => `@book{k, title = {T}, author = {${'A and '.repeat(300_000)}}}`,
  'spaces before and': () => `@book{k, title = {T}, author = {${' '.repeat(LARGE)}}}`,
  'commas in a name': () => `@book{k, title = {T}, author = {${','.repeat(LARGE)}}}`,
  'spaces after the sign': () => `@book${' '.repeat(LARGE)}{k, title = {T}}`,
  'signs alone': () => '@'.repeat(LARGE),
  'signs and braces': () => '@a{'.repeat(300_000),
  'comments alone': () => '%\n'.repeat(500_000).concat('@book{k, title={T}}'),
  'empty lines': () => '\n'.repeat(2 * LARGE).concat('@book{k, title={T}}'),
  'no key and no comma': () => '@book{title = {T}}',
  'a key alone': () => '@book{k}',
  'nothing but the start': () => '@book{',
  parentheses: () => '@book(k, title = {T})',
  'equals signs': () => `@book{k, ${'='.repeat(LARGE)}}`,
};

const ris: Record<string, () => string> = {
  'starts alone': () => 'TY  - JOUR\r\n'.repeat(50_000),
  'ends alone': () => 'ER  - \r\n'.repeat(100_000).concat('TY  - JOUR'),
  'a record without end': () => `TY  - JOUR\nTI  - T\n${'more of it\n'.repeat(100_000)}`,
  'tags before a start': () => 'TI  - T\nAU  - A\nTY  - \nTI  - U\n',
  'prototype as type': () => 'TY  - __proto__\nTI  - T\nER  - \nTY  - constructor\nTI  - U\nER  - ',
  'authors without end': () => `TY  - JOUR\nTI  - T\n${'AU  - A, B, C, D\n'.repeat(100_000)}`,
  'commas in a name': () => `TY  - JOUR\nTI  - T\nAU  - ${','.repeat(LARGE)}\n`,
  'a line of 9 MB': () => `TY  - JOUR\nTI  - ${'x'.repeat(30 * LARGE)}`,
  'pages of 3 MB': () => `TY  - JOUR\nTI  - T\nSP  - ${'-'.repeat(10 * LARGE)}`,
  'carriage returns': () => 'TY  - JOUR\rTI  - T\rER  - \r'.repeat(1000),
  'dates that are none': () => 'TY  - JOUR\nTI  - T\nPY  - 99999999/99/99\nER  - ',
  'control characters': () => 'TY  - JOUR\nTI  - \u0001\u001b[31mT\u007f\u0085\nER  - ',
};

const cslJson: Record<string, () => string> = {
  'lists within lists': () => '['.repeat(LARGE),
  'lists within lists, closed': () => '['.repeat(100_000) + ']'.repeat(100_000),
  'objects within objects': () => '{"a":'.repeat(300_000),
  prototype: () => '[{"__proto__":{"title":"P"},"constructor":{"prototype":{"x":1}},"title":"T"}]',
  'prototype as author': () => '[{"title":"T","author":{"__proto__":[1]}}]',
  'numbers for everything': () => '[{"title":1,"author":2,"issued":3,"DOI":4,"type":5,"custom":6}]',
  'lists for everything': () => '[{"title":[],"author":[[]],"issued":[],"DOI":[],"type":[],"abstract":[]}]',
  'null for everything': () => '[null,{"title":null,"author":null,"issued":null,"custom":null}]',
  'dates that are none': () => '[{"title":"T","issued":{"date-parts":[[1e400,"x"]]}}]',
  'dates that are empty': () => '[{"title":"T","issued":{"date-parts":[]}},{"title":"U","issued":{}}]',
  'marks without end': () => `[{"title":"${'<i '.repeat(LARGE)}"}]`,
  'a title of 9 MB': () => `[{"title":"${'x'.repeat(30 * LARGE)}"}]`,
  'halves of characters': () => '[{"title":"\\ud800T\\udc00\\u0000"}]',
  'a number': () => '[1]',
  'a text': () => '["x"]',
  'not the end': () => '[{"title":"T"},',
};

const csv: Record<string, () => string> = {
  'quotes without end': () => `Title,DOI\n"${'""'.repeat(LARGE)}`,
  'quotes and commas': () => `Title,DOI\n${'",'.repeat(LARGE)}`,
  'commas alone': () => `Title,DOI\n${','.repeat(2 * LARGE)}`,
  'columns without end': () => `Title,${many(100_000, (n) => `c${n},`)}\nT`,
  'one column two hundred times': () => `${'Title,'.repeat(200)}\nT`,
  'prototype as column': () => 'Title,__proto__,constructor,toString\nT,a,b,c',
  formulas: () => 'Title,Authors\n"=HYPERLINK(""http://x"")",@SUM(A1)\n\'=1,+1\n',
  'apostrophes alone': () => `Title\n${"'".repeat(LARGE)}=`,
  'spaces alone': () => `Title,Year\n${' '.repeat(10 * LARGE)}x,2020`,
  'no names of columns': () => '1,2,3\n4,5,6',
  'names alone': () => 'Title,Authors\n',
  'rows longer and shorter': () => 'Title,Year\nA\nB,2020,x,y,z\n,,,,\n',
  'authors without end': () => `Title,Authors\nT,"${'A;'.repeat(LARGE)}"`,
  'semicolons for commas': () => 'Title;Authors;Year\nT;A;2020\n',
  'carriage returns': () => 'Title,Year\rT,2020\rU,2021',
  'control characters': () => 'Title,Year\n\u0001\u0008T\u001b,2020\n',
};

const TEN_THOUSAND: Record<string, string> = {
  bibtex: many(10_000, (n) => `@article{k${n},\n title = {T ${n}}, author = {Moyle, Leah}, year = 2020}\n`),
  ris: many(10_000, (n) => `TY  - JOUR\nTI  - T ${n}\nAU  - Moyle, Leah\nPY  - 2020\nER  - \n`),
  'csl-json': `[${many(10_000, (n) => `{"title":"T ${n}","author":[{"family":"M","given":"L"}]},`)}{"title":"Z"}]`,
  csv: `Title,Authors,Year\n${many(10_000, (n) => `T ${n},Leah Moyle; A B,2020\n`)}`,
};

const cases = { bibtex, ris, 'csl-json': cslJson, csv };

/** Files of text that are malformed in ways of their own, and whole ones of ten thousand records. */
export const hostileTexts = (): HostileFile[] =>
  Object.entries(cases).flatMap(([format, made]) => [
    ...Object.entries(made).map(([name, make]) => ({
      name: `${format}: ${name}`,
      bytes: Buffer.from(make()),
    })),
    { name: `${format}: ten thousand records`, bytes: Buffer.from(TEN_THOUSAND[format] ?? '') },
  ]);
