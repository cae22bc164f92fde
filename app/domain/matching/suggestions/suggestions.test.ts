import { expect, test } from 'vitest';
import { printTree } from '../language/query-tree';
import { readQuery } from '../language/query-language';
import { nearestForm, nearestTerms } from './nearest-words';
import { unknownTerms } from './nearest-slugs';
import { soughtWords, typedTerms, withTerm, withWord } from './replaced';

const treeOf = (text: string) => {
  const { tree } = readQuery(text);
  if (!tree) throw new Error('nothing was asked');
  return tree;
};
const like = (typed: string, ...terms: [string, number][]) =>
  terms.map(([term, documents]) => ({ typed, term: typed, like: term, documents }));

test('the nearest term is chosen, of equally near ones the most common, of distant ones none', () => {
  const chosen = nearestTerms([
    ...like('fruad', ['fraud', 3], ['frude', 90], ['frugal', 5]),
    ...like('smuglg', ['smuggl', 1], ['smugl', 2]),
    ...like('port', ['pork', 1], ['sort', 9]),
    ...like('crete', ['crime', 100]),
    ...like('burglaryz', ['burgla', 1], ['burg', 7]),
  ]);
  expect(chosen.map(({ typed, like: term }) => [typed, term])).toEqual([
    ['fruad', 'fraud'],
    ['smuglg', 'smugl'],
    ['port', 'sort'],
    ['burglaryz', 'burgla'],
  ]);
});

test('of the forms of a term the one most like what was typed is shown', () => {
  expect(nearestForm('Smuglging', ['smuggled', 'smuggling', 'smugglers'])).toBe('smuggling');
  expect(nearestForm('x', [])).toBeUndefined();
});

test('only what is looked for is a word to correct', () => {
  expect(soughtWords(treeOf('ports "night shift" -guards threat:fraud AND (quays OR NOT weirs)'))).toEqual([
    'ports',
    'night',
    'shift',
    'quays',
  ]);
});

test.each([
  ['prots at night', 'prots', 'ports', 'ports at night'],
  ['"prots at night" -prots', 'prots', 'ports', '"ports at night" NOT prots'],
  ['threat:fraud (prots OR sprots)', 'prots', 'ports', 'threat:fraud (ports OR sprots)'],
])('%s with %s as %s is %s', (text, word, instead, corrected) => {
  expect(printTree(withWord(treeOf(text), word, instead))).toBe(corrected);
});

const KNOWN = [
  { field: 'threat', slug: 'illegal-drugs', name: 'Illegal drugs' },
  { field: 'threat', slug: 'fraud', name: 'Fraud' },
  { field: 'threat', slug: 'cyber-crime', name: 'Cyber crime' },
  { field: 'threat', slug: 'cyber-crime', name: 'Hacking' },
  { field: 'strand', slug: 'prevent', name: 'Prevent' },
];

test.each([
  ['threat:drgs', [['drgs', 'illegal-drugs']]],
  ['threat:"ilegal drug"', [['ilegal drug', 'illegal-drugs']]],
  ['threat:hackin ports', [['hackin', 'cyber-crime']]],
  ['-threat:frod,cyber', [['frod', 'fraud']]],
  ['threat:fraud,cyber,none strand:prevent threat:hacking threat:"cyber crime"', []],
  ['strand:prevnt OR threat:illegal', [['prevnt', 'prevent']]],
])('%s holds %j', (text, unknown) => {
  const typed = typedTerms(treeOf(text), new Set(['threat', 'strand']));
  expect(unknownTerms(typed, KNOWN).map(({ value, nearest }) => [value, nearest[0]])).toEqual(unknown);
});

test('several that are equally near are all offered, and of a field without terms none', () => {
  const near = unknownTerms(
    [{ field: 'threat', value: 'crxme' }],
    [
      { field: 'threat', slug: 'cyber-crime', name: 'Cyber crime' },
      { field: 'threat', slug: 'wildlife-crime', name: 'Wildlife crime' },
      { field: 'threat', slug: 'fraud', name: 'Fraud' },
    ],
  );
  expect(near[0]?.nearest).toEqual(['cyber-crime', 'wildlife-crime']);
  expect(unknownTerms([{ field: 'level', value: 'moon' }], [])).toEqual([
    { field: 'level', value: 'moon', nearest: [] },
  ]);
});

test('a term is put in where the unknown one stood, and stands there once', () => {
  const typed = { field: 'threat', value: 'frod' };
  expect(printTree(withTerm(treeOf('a NOT threat:frod,fraud'), typed, 'fraud'))).toBe('a NOT threat:fraud');
});

test.each([
  ['thret:turbines ports', 'threat:turbines ports'],
  ['ports type:reviw,impact', 'ports type:review,impact'],
  ['Ports THRET:"a b"', 'Ports threat:"a b"'],
])('a problem of %s says what was meant', (text, meant) => {
  expect(readQuery(text).problems.map((problem) => problem.meant)).toEqual([meant]);
});
