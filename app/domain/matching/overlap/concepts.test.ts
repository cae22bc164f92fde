import { expect, test } from 'vitest';
import thesaurus from './concepts.json';
import { conceptsOf } from './concepts';

const strongest = (text: string) => [...conceptsOf(text).keys()][0];

test('two texts without a word in common are about the same concept', () => {
  const [one, other] = ['Gangs that lock up computers for a ransom', 'Extortion after files were encrypted'];
  const words = (text: string) => new Set(text.toLowerCase().split(' '));
  expect([...words(one)].filter((word) => words(other).has(word))).toEqual([]);
  expect([...conceptsOf(one).keys()].filter((concept) => conceptsOf(other).has(concept))).toContain(
    'ransomware',
  );
});

test('a text is about the concept that its words are rarest in', () => {
  expect(strongest('Tenants whose flat is taken over: cuckooing')).toBe('cuckooing');
  expect(strongest('County lines')).toBe('county lines');
});

test('words that any text holds are about nothing, and so is nothing', () => {
  expect(conceptsOf('The group and the board of this panel').size).toBe(0);
  expect(conceptsOf('').size).toBe(0);
  expect(conceptsOf('Xyzzy plugh').size).toBe(0);
});

test('keeps the strongest eight, strongest first', () => {
  const found = [...conceptsOf(thesaurus.map(([name]) => name).join(' ')).values()];
  expect(found).toHaveLength(8);
  expect(found).toEqual(found.toSorted((a, b) => b - a));
});

test('of each concept: a name of its own and at least eight words, none in more than two', () => {
  const names = thesaurus.map(([name]) => name);
  expect(new Set(names).size).toBe(names.length);
  const used = new Map<string, number>();
  for (const words of thesaurus) {
    expect(words.length).toBeGreaterThan(8);
    for (const word of new Set(words)) used.set(word, (used.get(word) ?? 0) + 1);
  }
  expect([...used].filter(([, times]) => times > 2)).toEqual([]);
});
