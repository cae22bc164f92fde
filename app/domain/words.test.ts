import { expect, test } from 'vitest';
import { countWords, showCount, showWords } from './words';

test.each([
  ['', 0],
  ['   \n\t ', 0],
  ['one', 1],
  ['  one  two\nthree ', 3],
  ['well-known risk', 2],
  ['this – that', 2],
  ['* item\n* item', 2],
  ['£120,000 in 2026', 3],
  ["don't count twice", 3],
  ['non\u00a0breaking', 2],
  ['Łódź Åse naïve', 3],
  ['(see below)', 2],
])('%j has %i words', (text, words) => {
  expect(countWords(text)).toBe(words);
});

test('a count is said in words', () => {
  expect([showWords(1), showWords(0), showWords(1200)]).toEqual(['1 word', '0 words', '1,200 words']);
});

test.each<[Parameters<typeof showCount>, string]>([
  [[1, 'bid'], '1 bid'],
  [[0, 'bid'], '0 bids'],
  [[1200, 'bid'], '1,200 bids'],
  [[1, 'person', 'people'], '1 person'],
  [[2, 'person', 'people'], '2 people'],
])('a count of %j reads %s', (count, words) => expect(showCount(...count)).toBe(words));
