import { describe, expect, test } from 'vitest';
import thesaurus from './concepts.json';
import { conceptsOf, meant, relatedTo } from './concepts';
import { stemsOf } from './rarity';

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

test('keeps the strongest twelve, strongest first', () => {
  const found = [...conceptsOf(thesaurus.map(([name]) => name).join(' ')).values()];
  expect(found).toHaveLength(12);
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

test('a word that is rare among the texts counts for more, and one that tells nothing for nothing', () => {
  const text = 'Ransomware and cuckooing';
  const [rare = ''] = stemsOf('cuckooing').keys();
  expect([...conceptsOf(text, (stem) => (stem === rare ? 9 : 1)).keys()][0]).toBe('cuckooing');
  expect([...conceptsOf(text, (stem) => (stem === rare ? 0.1 : 1)).keys()][0]).toBe('ransomware');
  expect([...conceptsOf(text, () => 0).values()].every((weight) => weight === 0)).toBe(true);
});

describe('how near words are in meaning', () => {
  const stem = (word: string) => [...stemsOf(word).keys()][0] ?? '';
  const nearness = (one: string, other: string) => relatedTo(stem(one)).get(stem(other)) ?? 0;

  test('a word is nearest to itself, whether the field knows it or not', () => {
    for (const word of ['bitcoin', 'unicorn']) expect(nearness(word, word)).toBe(1);
    expect(relatedTo('xyzzy').size).toBe(1);
  });

  test('two words for one thing are near, two for different things are not', () => {
    expect(nearness('bitcoin', 'cryptocurrency')).toBeGreaterThan(0.3);
    expect(nearness('bitcoin', 'heroin')).toBe(0);
    expect(nearness('bitcoin', 'unicorn')).toBe(0);
  });

  test('as near both ways, and never nearer than the word itself', () => {
    for (const [one] of thesaurus.slice(0, 5))
      for (const from of meant(one ?? ''))
        for (const [to, near] of relatedTo(from)) {
          expect(near).toBeLessThanOrEqual(1 + 1e-9);
          expect(relatedTo(to).get(from) ?? 0).toBeCloseTo(near, 10);
        }
  });
});
