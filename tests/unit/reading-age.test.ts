import { expect, test } from 'vitest';
import { readingAge, syllablesIn } from '../support/reading-age';

test.each([
  ['cat', 1],
  ['table', 2],
  ['public', 2],
  ['question', 2],
  ['finding', 2],
  ['country', 2],
  ['confidence', 3],
  ['checked', 1],
  ['wanted', 2],
])('%s has %i syllables', (word, count) => expect(syllablesIn(word)).toBe(count));

test('short words in short sentences are for a child, long ones are not', () => {
  expect(readingAge('The cat sat on the mat. The dog ran.')).toBeLessThan(6);
  expect(
    readingAge(
      'Commissioning organisations operationalise interdisciplinary methodologies necessitating comprehensive accountability arrangements.',
    ),
  ).toBeGreaterThan(20);
  expect(readingAge('')).toBe(0);
});

test('the same words in one sentence are harder than in two', () => {
  const two = 'A team asks what it needs to know. An expert answers it in time.';
  expect(readingAge(two.replace('know. An', 'know and an'))).toBeGreaterThan(readingAge(two));
});
