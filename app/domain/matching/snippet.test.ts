import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HIT_END, HIT_START, snippetParts } from './snippet';

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
