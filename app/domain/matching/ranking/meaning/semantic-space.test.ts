import { expect, test } from 'vitest';
import { countTerms } from './term-counts';
import { cosine, SemanticSpace, trainSpace } from './semantic-space';
import { uniformNumbers } from './algebra/random-numbers';

const SUBJECTS = [
  'car motor wheel driver road',
  'auto motor wheel engine road',
  'heroin opium poppy harvest',
];

/** Texts of ten words out of three subjects; `car` and `auto` never meet in one. */
function texts(count: number) {
  const uniform = uniformNumbers(7);
  return Array.from({ length: count }, (_, index) => {
    const words = (SUBJECTS[index % SUBJECTS.length] ?? '').split(' ');
    const drawn = Array.from({ length: 10 }, () => words[Math.floor(uniform() * words.length)]);
    return countTerms([...drawn.join(' ').split(' '), `own${Math.floor(index / 2)}`]);
  });
}

const DOCUMENTS = texts(60);
const SPACE = trainSpace(DOCUMENTS, { dimensions: 10, seed: 3 });
const analyse = (text: string): string[] => text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
const place = (text: string) => SPACE.place(countTerms(analyse(text)));

test('the same seed gives the same space to the last bit, another seed the same meanings', () => {
  const { termVectors } = trainSpace(DOCUMENTS, { dimensions: 10, seed: 3 }).parts;
  expect(termVectors).toEqual(SPACE.parts.termVectors);
  const other = trainSpace(DOCUMENTS, { dimensions: 3, seed: 4 });
  const narrow = trainSpace(DOCUMENTS, { dimensions: 3, seed: 3 });
  const between = (space: SemanticSpace) =>
    cosine(space.place(countTerms(['car'])), space.place(countTerms(['motor'])));
  expect(between(other)).toBeCloseTo(between(narrow), 4);
});

test('its directions are orthonormal and their strengths fall', () => {
  const { dimensions, termVectors, singularValues, vocabulary } = SPACE.parts;
  for (let a = 0; a < dimensions; a += 1)
    for (let b = 0; b <= a; b += 1) {
      const product = vocabulary.reduce((sum, _, row) => {
        const start = row * dimensions;
        return sum + (termVectors[start + a] ?? 0) * (termVectors[start + b] ?? 0);
      }, 0);
      expect(product).toBeCloseTo(a === b ? 1 : 0, 5);
    }
  expect([...singularValues]).toEqual([...singularValues].sort((a, b) => b - a));
});

test('a document lies nowhere nearer than to itself, and places have unit length', () => {
  const places = DOCUMENTS.map((counts) => SPACE.place(counts));
  places.forEach((one) => {
    expect(cosine(one, one)).toBeCloseTo(1, 5);
    expect(Math.max(...places.map((other) => cosine(one, other)))).toBeLessThanOrEqual(1 + 1e-5);
  });
});

test('words that never meet but keep the same company lie near one another', () => {
  const narrow = trainSpace(DOCUMENTS, { dimensions: 2, seed: 3 });
  const at = (word: string) => narrow.place(countTerms([word]));
  expect(cosine(at('car'), at('auto'))).toBeGreaterThan(0.5);
  expect(cosine(at('car'), at('opium'))).toBeLessThan(0.1);
});

test('a stored space places texts as before', () => {
  const loaded = new SemanticSpace(structuredClone(SPACE.parts));
  const counts = countTerms(analyse('a driver on the road'));
  expect(loaded.place(counts)).toEqual(SPACE.place(counts));
});

test('unknown words and no words are placed nowhere', () => {
  expect(place('').every((value) => value === 0)).toBe(true);
  expect(place('unheard').every((value) => value === 0)).toBe(true);
  expect(cosine(place(''), place('car'))).toBe(0);
});

test.each([0, 1, 2])('%i documents make a space of no more directions than they have', (count) => {
  const few = texts(count);
  const space = trainSpace(few, { dimensions: 10, seed: 1 });
  expect(space.parts.dimensions).toBeLessThanOrEqual(count);
  for (const counts of few) expect(space.place(counts).every(Number.isFinite)).toBe(true);
});
