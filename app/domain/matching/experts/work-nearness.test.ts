import { describe, expect, test } from 'vitest';
import { cosinesAmong, type Compared } from './work-cosines';
import { nearnessOf } from './work-nearness';
import { workVectors } from './work-vectors';

const works = [
  [
    ['fake', 'medicin'],
    ['sold', 'onlin'],
  ],
  [
    ['fake', 'pill'],
    ['medicin', 'seiz'],
  ],
  [['launder', 'trade'], []],
];
const frequencies = new Map([
  ['fake', 2],
  ['medicin', 2],
  ['sold', 1],
  ['onlin', 1],
  ['pill', 1],
  ['seiz', 1],
  ['launder', 1],
  ['trade', 1],
]);
const collection = { works: 3, frequencies };
const compared = (question: string[][], given = works) => {
  const vectors = workVectors(question, given, collection);
  const texts = [vectors.question, ...vectors.works].map((vector): Compared => ({ ...vector, place: null }));
  return { texts, vocabulary: vectors.vocabulary };
};
const cosines = (question: string[][]) => {
  const { texts, vocabulary } = compared(question);
  return cosinesAmong(texts, vocabulary);
};
const nearness = (question: string[][], given = works, place: Float32Array | null = null) => {
  const { texts, vocabulary } = compared(question, given);
  const [own, ...others] = texts.map((text) => ({ ...text, place }));
  return own ? nearnessOf(own, others, vocabulary) : [];
};
const ask = (...question: string[][]) => nearness(question);
const weightsOf = (question: string[][], of: 'question' | 'first', known = collection) => {
  const { vocabulary, ...vectors } = workVectors(question, works, known);
  const vector = of === 'question' ? vectors.question : vectors.works[0];
  return new Map(vector?.terms.map((term, index) => [vocabulary.name(term), vector.weights[index]]));
};
const row = (matrix: Float64Array, size: number, place = 0) => [
  ...matrix.slice(place * size, (place + 1) * size),
];

describe('cosines', () => {
  test('a work is like itself, and like nothing that shares no stem with it', () => {
    const { pairs, stems } = cosines(works[0] ?? []);
    expect(row(pairs, 4)[1]).toBeCloseTo(1, 10);
    expect(row(stems, 4)[1]).toBeCloseTo(1, 10);
    expect(row(pairs, 4)[2]).toBeGreaterThan(0);
    // By stems alone both hold “fake” and “medicin”; by pairs only one holds them together.
    expect(row(pairs, 4)[2]).toBeLessThan(row(stems, 4)[2] ?? 0);
    expect([row(pairs, 4)[3], row(stems, 4)[3]]).toEqual([0, 0]);
  });

  test('are the same both ways, and nothing is its own neighbour', () => {
    const { pairs } = cosines(works[1] ?? []);
    for (const one of [0, 1, 2, 3]) {
      expect(row(pairs, 4, one)[one]).toBe(0);
      expect(row(pairs, 4, one)).toEqual([0, 1, 2, 3].map((other) => pairs[other * 4 + one]));
    }
  });

  test('of meanings are those of the places, never below 0, and 0 without a place', () => {
    const places = [[1, 0], [0.6, 0.8], [-1, 0], null].map((place) => place && Float32Array.from(place));
    const { texts, vocabulary } = compared([['fake']]);
    const { meaning } = cosinesAmong(
      texts.map((text, index) => ({ ...text, place: places[index] ?? null })),
      vocabulary,
    );
    expect(row(meaning, 4).map((value) => Number(value.toFixed(3)))).toEqual([0, 0.6, 0, 0]);
  });
});

describe('vectors', () => {
  test('a pair that all works with its rarer stem were looked through for is as rare as it was found', () => {
    const first = weightsOf([['fake', 'medicin']], 'first');
    // One of three works holds the pair, both with “fake” are given: ln(4 / 1), and ln(4 / 2) for each stem.
    expect(first.get('fake medicin')).toBeCloseTo(Math.log(4), 12);
    expect(first.get('fake')).toBeCloseTo(Math.log(2), 12);
  });

  test('where more works hold the stem than are given, a quarter of the share is taken of those', () => {
    const wide = { works: 100, frequencies: new Map([...frequencies, ['fake', 10], ['medicin', 10]]) };
    const first = weightsOf([['fake', 'medicin']], 'first', wide);
    expect(first.get('fake medicin')).toBeCloseTo(Math.log(101 / (1 + 8 * 0.5 * 0.25)), 12);
  });

  test('no pair reaches from a title into the text, and what the collection does not know is left out', () => {
    expect(weightsOf([['medicin'], ['sold']], 'question').has('medicin sold')).toBe(false);
    expect([...weightsOf([['unheard', 'fake']], 'question').keys()]).toEqual(['fake']);
  });

  test('a gap is no end: stems on its two sides are a pair, and each counts as often as it stands', () => {
    const twice = [[['fake', 'unheard', 'fake', 'medicin']]];
    const { vocabulary, works: given } = workVectors([['fake']], twice, collection);
    const [vector] = given;
    expect(vector?.terms.map((term) => vocabulary.name(term))).toEqual([
      'fake',
      'fake fake',
      'medicin',
      'fake medicin',
    ]);
    expect(vector?.weights[0]).toBeCloseTo((1 + 0.25 * Math.log(1 + Math.log(2))) * Math.log(4 / 2), 12);
    expect(vector?.stemsLength).toBeCloseTo(Math.hypot(vector?.weights[0] ?? 0, vector?.weights[2] ?? 0), 12);
    expect(vector?.length).toBeCloseTo(Math.hypot(...(vector?.weights ?? [])), 12);
  });
});

describe('nearness', () => {
  test('nearer is what shares more, and nothing shared is 0', () => {
    const [first, second, third] = ask(['fake', 'medicin'], ['sold', 'onlin']);
    expect(first?.similarity).toBeGreaterThan(second?.similarity ?? 9);
    expect(second?.similarity).toBeGreaterThan(0);
    expect(third?.similarity).toBe(0);
    expect(ask(['unheard'])[0]?.similarity).toBe(0);
  });

  test('the parts of terms and of meaning add up', () => {
    const place = Float32Array.from([0.6, 0.8]);
    for (const { similarity, terms, meaning } of nearness([['fake', 'medicin', 'seiz']], works, place)) {
      expect(meaning).toBeGreaterThan(0);
      expect([...terms().values()].reduce((sum, part) => sum + part, meaning)).toBeCloseTo(similarity, 12);
    }
  });

  test('is in means of the works found, once they are many', () => {
    const many = Array.from({ length: 400 }, (_, index) => works[index % 2] ?? []);
    const all = nearness([['fake', 'medicin']], many).map(({ similarity }) => similarity);
    expect(all.reduce((sum, value) => sum + value, 0) / all.length).toBeCloseTo(1, 1);
  });

  test('of two works as like the question, the one that many works are like is less near', () => {
    const crowd = Array.from({ length: 6 }, (_, index) => [['fake', 'pill', `p${index}`], ['seiz']]);
    const [crowded, alone] = nearness(
      [['fake', 'medicin']],
      [[['fake', 'pill'], ['seiz']], [['fake', 'onlin'], ['sold']], ...crowd],
    );
    expect(alone?.similarity).toBeGreaterThan(crowded?.similarity ?? 9);
  });
});
