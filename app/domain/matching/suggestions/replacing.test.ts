import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Db } from '~/platform/db.server';
import { FIELDS } from '../language/fields';
import { readQuery } from '../language/query-language';
import { printTree, type Tree } from '../language/query-tree';
import { NO_HITS, type HitGroup } from '../results/hit';
import { nearestForm, nearestTerms } from './nearest-words';
import { soughtWords, typedTerms, withTerm, withWord } from './replaced';
import { suggestionsFor, vocabularySql, type VocabularyRow } from './suggestions.server';
import { isReference, TERM_FIELDS, termsSql } from './vocabulary.server';

function treeOf(text: string): Tree {
  const { tree } = readQuery(text);
  if (!tree) throw new Error(`${text} asks for nothing`);
  return tree;
}
const piece = fc.constantFrom(
  'ports',
  'quays',
  '-ports',
  'AND',
  'OR',
  '(',
  ')',
  '"ports at night"',
  'threat:frod,cyber',
);
const typed = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => `weirs ${pieces.join(' ')}`);

describe('replacing', () => {
  test('a word by itself changes nothing, and by another and back gives the same', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const tree = treeOf(text);
        expect(withWord(tree, 'ports', 'ports')).toEqual(tree);
        const there = withWord(tree, 'ports', 'harbours');
        expect(soughtWords(there)).not.toContain('ports');
        expect(withWord(there, 'harbours', 'ports')).toEqual(tree);
      }),
    );
  });

  test('a term that was typed leaves no trace of it, and gives a text that can be read', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const tree = withTerm(treeOf(text), { field: 'threat', value: 'frod' }, 'fraud');
        expect(typedTerms(tree, TERM_FIELDS).map(({ value }) => value)).not.toContain('frod');
        expect(readQuery(printTree(tree))).toEqual({ tree, problems: [] });
      }),
    );
  });

  test.each([
    ['portside ports', 'ports', 'quays', 'portside quays'],
    ['Ports', 'ports', 'quays', 'Ports'],
    ['ports-at-night', 'ports', 'quays', 'quays-at-night'],
    ['year:2020 ports', 'year', 'threat', 'year:2020 ports'],
  ])('in %s %s by %s gives %s', (text, word, instead, result) => {
    expect(printTree(withWord(treeOf(text), word, instead))).toBe(result);
  });

  test.each([
    ['threat:frod strand:frod', 'threat:fraud strand:frod'],
    ['threat:frod,fraud,cyber', 'threat:fraud,cyber'],
    ['-threat:frod', 'NOT threat:fraud'],
    ['ports OR (frod threat:frod)', 'ports OR frod threat:fraud'],
    ['year:2020', 'year:2020'],
  ])('of a field in %s alone gives %s', (text, result) => {
    expect(printTree(withTerm(treeOf(text), { field: 'threat', value: 'frod' }, 'fraud'))).toBe(result);
  });
});

describe('what the vocabulary is asked', () => {
  const open = [{ open: [1] }];
  test.each([
    ['the sea', 0],
    ['ports', 1],
    ['threat:fraud', 1],
    ['threat:fraud -threat:cyber ports', 2],
    ['threat:fraud priority:x route:y ports', 4],
    ['-ports', 0],
    [`year:2020 ${'x'.repeat(41)}`, 0],
  ])('of %s are %d parts of a statement', (text, parts) => {
    expect(vocabularySql(treeOf(text), open)).toHaveLength(parts);
  });

  test('is about every field that takes a term, and no other', () => {
    expect([...TERM_FIELDS].sort()).toEqual(
      FIELDS.filter(({ kind }) => kind === 'term')
        .map(({ name }) => name)
        .sort(),
    );
    for (const field of TERM_FIELDS) expect(termsSql(new Set([field])), field).toHaveLength(1);
    expect(termsSql(new Set(['year', 'threat; DROP TABLE term']))).toEqual([]);
  });

  test('holds no word that was typed but as a parameter', () => {
    const [part] = vocabularySql(treeOf('droptable'), open);
    expect(part?.sql).not.toContain('droptable');
    expect(part?.values).toContainEqual(['droptable']);
  });
});

describe('suggestions', () => {
  /** Answers nothing but which words stand for `smuggl`. */
  const saying = (...words: string[]) =>
    ({ $queryRaw: () => Promise.resolve([{ term: 'smuggl', words }]) }) as unknown as Db;
  const silent = {
    $queryRaw: () => Promise.reject(new Error('nothing has to be asked')),
  } as unknown as Db;
  const word = (field: string, value: string, label: string): VocabularyRow => ({
    ...{ kind: 'word', field, value, label, number: 3 },
  });
  const term = (value: string, label: string): VocabularyRow => ({
    ...{ kind: 'term', field: 'threat', value, label, number: 0 },
  });
  const ask = (text: string, rows: VocabularyRow[], db = silent, groups: HitGroup[] = []) =>
    suggestionsFor(db, treeOf(text), rows, { readable: [{ open: [1] }], groups });

  test('where nothing is like what was typed are none, and nothing more is asked', async () => {
    expect(await ask('xylophones', [])).toEqual({ words: [], terms: [] });
    expect(await ask('smuglg', [word('smuglg', 'ransom', 'smuglg')])).toEqual({ words: [], terms: [] });
  });

  test('of a word are the whole search with the form that is most like it', async () => {
    const rows = [word('Smuglging', 'smuggl', 'smuglg')];
    const db = saying('smugglers', 'smuggling');
    expect((await ask('Smuglging OR -Smuglging', rows, db)).words).toEqual([
      { typed: 'Smuglging', instead: 'smuggling', q: 'smuggling OR NOT Smuglging' },
    ]);
    expect((await ask('Smuglging', rows, saying())).words).toEqual([]);
  });

  test('of a word that stands marked in what was found are none', async () => {
    const [name, snippet] = [[{ text: 'SMUGLGING', hit: true }], [{ text: 'smuglging', hit: false }]];
    const hit = { reference: 'H7K4QXM2', title: '', fact: '', name, snippet };
    const rows = [word('smuglging', 'smuggl', 'smuglg')];
    expect((await ask('smuglging', rows, silent, [{ ...NO_HITS, hits: [hit] }])).words).toEqual([]);
    const unmarked = { ...NO_HITS, hits: [{ ...hit, name: snippet }] };
    expect((await ask('smuglging', rows, saying('smuggling'), [unmarked])).words).toHaveLength(1);
  });

  test('of a term are the searches with each that is nearest; of one that is known none', async () => {
    const rows = [term('fraud', 'Fraud'), term('cyber-crime', 'Cyber crime')];
    expect((await ask('ports threat:frod,fraud,cyber', rows)).terms).toEqual([
      { field: 'threat', value: 'frod', nearest: [{ instead: 'fraud', q: 'ports threat:fraud,cyber' }] },
    ]);
  });

  test('of a priority by its reference are none', async () => {
    const texts = ['2222-2222', '22222222', '2222-2223', 'economic-crime'];
    expect(texts.map(isReference)).toEqual([true, true, false, false]);
    expect((await ask('priority:2222-2222 threat:22222222', [])).terms).toMatchObject([{ field: 'threat' }]);
    const unknown = (await ask('priority:everything', [])).terms;
    expect(unknown.map(({ value, nearest }) => [value, nearest])).toEqual([['everything', []]]);
  });
});

test('no word is suggested for itself, and each that was typed once at most', () => {
  const stem = fc.string({ unit: fc.constantFrom(...'abc'), minLength: 4, maxLength: 8 });
  const like = fc.record({
    typed: fc.constantFrom('one', 'two'),
    term: stem,
    like: stem,
    documents: fc.nat(9),
  });
  fc.assert(
    fc.property(fc.array(like, { maxLength: 10 }), (terms) => {
      const chosen = nearestTerms(terms);
      expect(new Set(chosen.map(({ typed: word }) => word)).size).toBe(chosen.length);
      for (const one of chosen) expect(terms).toContain(one);
    }),
  );
});

test('the form that is shown is one of those given, whatever their order', () => {
  const forms = fc.uniqueArray(fc.stringMatching(/^[abc]{1,6}$/), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(forms, fc.stringMatching(/^[abc]{1,6}$/), (words, word) => {
      const shown = nearestForm(word, words);
      expect(words).toContain(shown);
      expect(nearestForm(word.toUpperCase(), words.toReversed())).toBe(shown);
      if (words.includes(word)) expect(shown).toBe(word);
    }),
  );
});
