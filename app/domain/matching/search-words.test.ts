import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HIT_END, HIT_START, asksForSomething, readSearchWords, snippetParts } from './search-words';

describe('what was typed', () => {
  test.each([
    ['county lines', { words: ['county', 'lines'], phrases: [], without: [] }],
    ['"county lines" drugs', { words: ['drugs'], phrases: ['county lines'], without: [] }],
    [
      'drugs -fraud -"money laundering"',
      { words: ['drugs'], phrases: [], without: ['fraud', 'money laundering'] },
    ],
    ['"unclosed phrase', { words: ['"unclosed', 'phrase'], phrases: [], without: [] }],
    ["it's & | ! <-> (x)", { words: ["it's", '(x)'], phrases: [], without: [] }],
    ['  - "" "  "', { words: [], phrases: [], without: [] }],
  ])('%j', (text, read) => {
    expect(readSearchWords(text)).toEqual(read);
  });

  test('only words to leave out ask for nothing', () => {
    expect(asksForSomething(readSearchWords('-fraud'))).toBe(false);
    expect(asksForSomething(readSearchWords('"a b"'))).toBe(true);
  });

  test('a long text is cut off, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readSearchWords(text.repeat(50));
        expect(Math.max(read.words.length, read.phrases.length, read.without.length)).toBeLessThanOrEqual(32);
      }),
    );
  });
});

test('a snippet keeps its text whole, whatever the text is', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (before, hit, after) => {
      const parts = snippetParts(`${before}${HIT_START}${hit}${HIT_END}${after}`);
      expect(parts.map(({ text }) => text).join('')).toBe(before + hit + after);
    }),
  );
  expect(snippetParts(`drug ${HIT_START}markets${HIT_END} online`)).toEqual([
    { text: 'drug ', hit: false },
    { text: 'markets', hit: true },
    { text: ' online', hit: false },
  ]);
});
