import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHOICES, FIELDS, FORMULAS, type Field, type FormulaName } from './fields';
import { editDistance, nearest } from './nearest';
import { LONGEST, readQuery } from './query-language';
import {
  COMPARISONS,
  all,
  any,
  asksForSomething,
  isPlain,
  not,
  printTree,
  together,
  type Test,
  type Tree,
} from './query-tree';

const canonical = (text: string): string | null => {
  const { tree } = readQuery(text);
  return tree && printTree(tree);
};
const complaints = (text: string): string[] =>
  readQuery(text).problems.map(({ text: said, at }) => `${at}: ${said}`);

describe('what can be read', () => {
  test.each([
    // Words, as they always were.
    ['county lines', 'county lines'],
    ['"county lines" drugs', '"county lines" drugs'],
    ['“county lines” drugs', '"county lines" drugs'],
    ['drugs -fraud -"money laundering"', 'drugs NOT fraud NOT "money laundering"'],
    ["it's & | ! <-> x", "it's x"],
    ['  - "" "  " ! –', null],
    ['what do force(s) do (and why)?', 'what do force(s) do and why'],
    ['Re: insiders - https://example.org/a:b at 10:30', 'Re: insiders https://example.org/a:b at 10:30'],
    ['a-b --c', 'a-b NOT c'],
    ['force(s) = cost', 'force(s) cost'],
    ['cut"in half', 'cut"in half'],
    // Operators.
    ['a AND b OR c', 'a AND b OR c'],
    ['a AND (b OR c)', 'a AND (b OR c)'],
    ['(a OR b) c', '(a OR b) c'],
    ['a OR b c AND d', 'a OR b c AND d'],
    ['((a)) (b c)', 'a b c'],
    ['(a OR (b OR c)) AND (d AND e)', '(a OR b OR c) AND d AND e'],
    ['NOT NOT a', 'a'],
    ['a OR () b', 'a OR b'],
    ['NOT (a OR b)', 'NOT (a OR b)'],
    ['-(a b) -threat:fraud', 'NOT (a b) NOT threat:fraud'],
    ['and or not And', 'and or not And'],
    // Fields.
    ['threat:fraud,Cyber', 'threat:fraud,cyber'],
    ['THREAT:"Modern  Slavery", x', 'threat:"modern slavery" x'],
    ['threat:none,fraud,none', 'threat:none,fraud'],
    [
      'year:2019..2024 year:2019.. year:..2024 year:=2020',
      'year:2019..2024 year:>=2019 year:<=2024 year:2020',
    ],
    ['closes:<2026-12-01 closes:2026-12..TODAY', 'closes:<2026-12-01 closes:2026-12..today'],
    ['budget:>=50000 budget:£50k..£1.5m', 'budget:>=50000 budget:50000..1500000'],
    ['rated:>3 bids:0 answers:>2 ratings:0', 'rated:>3 bids:0 answers:>2 ratings:0'],
    ['author:ME team:me rated-by:Me bid-by:me', 'author:me team:me rated-by:me bid-by:me'],
    ['author:"Leah Moyle" team:H7K4-QXM2', 'author:"Leah Moyle" team:H7K4-QXM2'],
    ['stale:Yes gap:no', 'stale:yes gap:no'],
    ['state:in-evaluation,OPEN', 'state:in-evaluation,open'],
    ['(threat:fraud OR year:none) x', '(threat:fraud OR year:none) x'],
    ['organisation:Kings(London)', 'organisation:"Kings(London)"'],
    // Formulas.
    ['variance(relevance)>1', 'variance(relevance)>1'],
    ['Mean( Relevance ) >= 3.5 OR count(relevance)<3', 'mean(relevance)>=3.5 OR count(relevance)<3'],
  ])('%j is read as %j, without complaint', (text, printed) => {
    expect(canonical(text)).toBe(printed);
    expect(complaints(text)).toEqual([]);
  });
});

describe('what cannot be read is searched as words, and said', () => {
  test.each([
    ['thret:fraud', 'thret fraud', '0: There is no field “thret:”. The nearest is “threat:”'],
    ['-foo:bar', 'NOT (foo bar)', /^1: There is no field “foo:”/],
    ['threat:', 'threat', /^0: “threat:” takes a value/],
    ['year:soon', 'year soon', '0: “year:” takes a number, as in year:2019..2024'],
    ['year:2024..2019', 'year 2024..2019', /the smaller number first/],
    ['year:99999999999999999999', 'year 99999999999999999999', /takes a number/],
    ['closes:2026-02-30', 'closes 2026-02-30', /a day, month or year that exists/],
    ['closes:2027..2026', 'closes 2027..2026', /the earlier day first/],
    ['threat:>fraud', 'threat fraud', /takes no comparison/],
    ['state:opn', 'state opn', '0: “state:” knows no “opn”. The nearest is state:open'],
    ['gap:maybe', 'gap maybe', /takes yes or no/],
    ['bid-by:Ada', 'bid-by Ada', /takes me alone/],
    ['year:2019,2020', 'year 2019 2020', /one number or a range/],
    [
      'median(relevance)>1',
      'median relevance 1',
      /^0: “median\(relevance\)>1” is no formula .* mean\(relevance\)/,
    ],
    ['variance(cost)>1', 'variance cost 1', /nearest is variance\(relevance\)>1/],
    ['(mean(relevance)) =0', 'mean relevance =0', /^1: “mean\(relevance\)” is no formula/],
    ['a AND', 'a and', '2: A word or field was expected after AND, which is searched as a word'],
    ['OR a', 'or a', '0: A word or field was expected before OR, which is searched as a word'],
    ['a NOT', 'a not', /^2: .* after NOT/],
    ['NOT AND b', 'not AND b', '0: A word or field was expected after NOT, which is searched as a word'],
    ['a (b', 'a b', '2: This parenthesis is never closed'],
    ['a) b', 'a b', '1: This parenthesis closes nothing that was opened'],
    ['"county lines', 'county lines', '0: This quotation mark is never closed'],
    ['team:"Home Office', 'team:Home Office', '5: This quotation mark is never closed'],
  ])('%j', (text, printed, said) => {
    expect(canonical(text)).toBe(printed);
    expect(complaints(text)).toEqual([
      expect.stringMatching(said instanceof RegExp ? said : literally(said)),
    ]);
  });

  test('only so many characters, terms, fields and levels count', () => {
    const years = Array.from({ length: 14 }, (_, year) => `year:20${year + 10}`);
    expect(canonical(years.join(' '))).toBe(`${years.slice(0, 12).join(' ')} year 2022 year 2023`);
    expect(complaints(years.join(' '))).toEqual(['120: Only the first 12 fields were read']);
    const { tree, problems } = readQuery('x '.repeat(300));
    expect(tree && 'parts' in tree && tree.parts).toHaveLength(40);
    expect(problems.map(({ text }) => text)).toEqual([
      'Only the first 40 terms were read',
      'Only the first 400 characters were read',
    ]);
    expect(canonical(`${'('.repeat(200)}a${')'.repeat(199)}`)).toBe('a');
    const words = canonical(`${'x '.repeat(38)}${'NOT AND OR '.repeat(30)}`)?.match(/[a-z]+/g);
    expect(words?.length).toBeLessThanOrEqual(40);
    const nested = (levels: number) => `${'a (b OR '.repeat(levels)}c${')'.repeat(levels)}`;
    expect(canonical(nested(12))).toBe(nested(12));
    expect(canonical(nested(13))).toBe(nested(12).replace('OR c', 'OR a b OR c'));
    expect(complaints(nested(13))).toEqual(['98: Parentheses were read 12 levels deep']);
  });
});

const literally = (text: string): RegExp => new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);

test('a search that only leaves words out asks for nothing', () => {
  const asks = (text: string) => asksForSomething(readQuery(text).tree ?? not({ kind: 'word', text }));
  expect(['a', '"a b"', '-a b', '-threat:fraud', 'a OR -b'].map(asks)).toEqual(Array(5).fill(true));
  expect(['-a', '-a -b', 'NOT (a OR b)', '-(a -b)', ''].map(asks)).toEqual(Array(5).fill(false));
});

test('plain are loose words alone', () => {
  const plain = (text: string) => isPlain(readQuery(text).tree ?? not({ kind: 'word', text }));
  expect(['a', 'a b'].map(plain)).toEqual([true, true]);
  expect(['a "b c"', 'a -b', 'a OR b', 'threat:fraud'].map(plain)).toEqual(Array(4).fill(false));
});

const word = fc.stringMatching(/^[a-zé]{1,8}$/);
const number = fc.integer({ min: 0, max: 1_000_000 }).map((whole) => whole / 10);
const day = fc.oneof(fc.constantFrom('2026', '2026-11', '2026-11-21', 'today'), fc.constant('2027-02-28'));
const by = fc.constantFrom(...COMPARISONS);
const several = (one: fc.Arbitrary<string>) =>
  fc.uniqueArray(one, { minLength: 1, maxLength: 3 }).map((values): Test => ({ kind: 'among', values }));
const name = fc
  .stringMatching(/^[A-Za-z'>][A-Za-z' .,()]{0,9}[A-Za-z)]$/)
  .filter((text) => text.toLowerCase() !== 'me' && text.toLowerCase() !== 'none')
  .map((text) => text.replaceAll(/ +/g, ' '));

function testOf({ kind, name: field }: Field): fc.Arbitrary<Test> {
  switch (kind) {
    case 'number':
    case 'money':
      return fc.oneof(
        fc.record({ kind: fc.constant('number' as const), by, value: number }),
        fc
          .tuple(number, number)
          .map(([a, b]): Test => ({ kind: 'numbers', from: Math.min(a, b), to: Math.max(a, b) })),
      );
    case 'day':
      return fc.oneof(
        fc.record({ kind: fc.constant('day' as const), by, value: day }),
        fc.constant<Test>({ kind: 'days', from: '2026', to: '2027-03' }),
      );
    case 'choice':
      return several(fc.constantFrom(...(CHOICES[field] ?? [])));
    case 'yesNo':
      return several(fc.constantFrom('yes', 'no'));
    case 'own':
      return several(fc.constant('me'));
    case 'term':
      return several(
        fc.oneof(
          word,
          name.map((text) => text.toLowerCase()),
        ),
      );
    case 'name':
    case 'person':
      return several(fc.oneof(fc.constant('me'), name));
  }
}

const leaf: fc.Arbitrary<Tree> = fc.oneof(
  word.map((text): Tree => ({ kind: 'word', text })),
  fc
    .array(word, { minLength: 1, maxLength: 3 })
    .map((words): Tree => ({ kind: 'phrase', text: words.join(' ') })),
  fc
    .constantFrom(...FIELDS)
    .chain((field) => testOf(field).map((held): Tree => ({ kind: 'field', field: field.name, test: held }))),
  fc.record({
    kind: fc.constant('formula' as const),
    formula: fc.constantFrom(...(Object.keys(FORMULAS) as FormulaName[])),
    by,
    value: number,
  }),
);
const tree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => {
  const parts = fc.array(tie('tree'), { minLength: 2, maxLength: 3 });
  return {
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      parts.map(together),
      parts.map(all),
      parts.map(any),
      tie('tree').map(not),
    ),
  };
}).tree;

test('any tree that is printed and read again is the same', () => {
  fc.assert(
    fc.property(tree, (drawn) => {
      const printed = printTree(drawn);
      fc.pre(printed.length <= LONGEST);
      const read = readQuery(printed);
      fc.pre(!read.problems.some(({ text }) => text.startsWith('Only the first')));
      expect(read).toEqual({ tree: drawn, problems: [] });
    }),
    { numRuns: 200 },
  );
});

const scrap = fc.oneof(
  fc.constantFrom(
    '(',
    ')',
    '"',
    '-',
    ' ',
    ' AND ',
    ' OR ',
    ' NOT ',
    ':',
    ',',
    '..',
    '<',
    '\0',
    '\uD800',
    '“',
    "'",
    ';--',
  ),
  fc.constantFrom(...FIELDS.map(({ example }) => example)),
  fc.string({ unit: 'binary', maxLength: 6 }),
  word,
);

test('whatever is typed gives a tree that reads the same again, or none', () => {
  fc.assert(
    fc.property(fc.array(scrap, { maxLength: 60 }), (scraps) => {
      const text = scraps.join('');
      const read = readQuery(text);
      for (const { at } of read.problems) expect(at).toBeLessThanOrEqual(Math.min(text.length, LONGEST));
      if (!read.tree) return;
      const printed = printTree(read.tree);
      expect(printed).not.toMatch(/\0|\p{Surrogate}|NaN|Infinity|undefined/u);
      if (printed.length <= LONGEST) expect(readQuery(printed).tree).toEqual(read.tree);
    }),
    { numRuns: 300 },
  );
});

test('each example of the table is read as its own field, and each is explained', () => {
  for (const field of FIELDS) {
    expect(readQuery(field.example)).toMatchObject({
      tree: { kind: 'field', field: field.name },
      problems: [],
    });
    expect(field.help.length).toBeGreaterThan(10);
    expect(field.kind === 'choice', field.name).toBe(CHOICES[field.name] !== undefined);
  }
  for (const [formula, { example }] of Object.entries(FORMULAS))
    expect(readQuery(example)).toMatchObject({ tree: { kind: 'formula', formula }, problems: [] });
});

test('nearest counts letters put in, left out, replaced and swapped', () => {
  expect(
    [
      ['', 'abc'],
      ['thraet', 'threat'],
      ['yaer', 'year'],
      ['team', 'team'],
    ].map(([a = '', b = '']) => editDistance(a, b)),
  ).toEqual([3, 1, 1, 0]);
  expect(
    nearest(
      'yr',
      FIELDS.map(({ name: one }) => one),
    ),
  ).toBe('year');
});
