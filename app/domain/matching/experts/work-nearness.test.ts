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
const compared = (question: string[][], given = works): [Compared, ...Compared[]] => {
  const [own, ...vectors] = workVectors(question, given, collection);
  return [{ ...own, place: null }, ...vectors.map((vector) => ({ ...vector, place: null }))];
};
const ask = (...question: string[][]) => {
  const [own, ...others] = compared(question);
  return nearnessOf(own, others);
};
const row = (matrix: Float64Array, size: number, place = 0) => [
  ...matrix.slice(place * size, (place + 1) * size),
];

describe('cosines', () => {
  test('a work is like itself, and like nothing that shares no stem with it', () => {
    const { pairs, stems } = cosinesAmong(compared(works[0] ?? []));
    expect(row(pairs, 4)[1]).toBeCloseTo(1, 10);
    expect(row(stems, 4)[1]).toBeCloseTo(1, 10);
    expect(row(pairs, 4)[2]).toBeGreaterThan(0);
    // By stems alone both hold “fake” and “medicin”; by pairs only one holds them together.
    expect(row(pairs, 4)[2]).toBeLessThan(row(stems, 4)[2] ?? 0);
    expect([row(pairs, 4)[3], row(stems, 4)[3]]).toEqual([0, 0]);
  });

  test('are the same both ways, and nothing is its own neighbour', () => {
    const { pairs } = cosinesAmong(compared(works[1] ?? []));
    for (const one of [0, 1, 2, 3]) {
      expect(row(pairs, 4, one)[one]).toBe(0);
      expect(row(pairs, 4, one)).toEqual([0, 1, 2, 3].map((other) => pairs[other * 4 + one]));
    }
  });

  test('of meanings are those of the places, never below 0, and 0 without a place', () => {
    const places = [[1, 0], [0.6, 0.8], [-1, 0], null].map((place) => place && Float32Array.from(place));
    const texts = compared([['fake']]).map((text, index) => ({ ...text, place: places[index] ?? null }));
    const { meaning } = cosinesAmong(texts);
    expect(row(meaning, 4).map((value) => Number(value.toFixed(3)))).toEqual([0, 0.6, 0, 0]);
  });
});

describe('vectors', () => {
  test('a pair that all works with its rarer stem were looked through for is as rare as it was found', () => {
    const [, first] = workVectors([['fake', 'medicin']], works, collection);
    // One of three works holds the pair, both with “fake” are given: ln(4 / 1), and ln(4 / 2) for each stem.
    expect(first?.weights.get('fake medicin')).toBeCloseTo(Math.log(4), 12);
    expect(first?.weights.get('fake')).toBeCloseTo(Math.log(2), 12);
  });

  test('where more works hold the stem than are given, a quarter of the share is taken of those', () => {
    const wide = { works: 100, frequencies: new Map([...frequencies, ['fake', 10], ['medicin', 10]]) };
    const [, first] = workVectors([['fake', 'medicin']], works, wide);
    expect(first?.weights.get('fake medicin')).toBeCloseTo(Math.log(101 / (1 + 8 * 0.5 * 0.25)), 12);
  });

  test('no pair reaches from a title into the text, and what the collection does not know is left out', () => {
    const [own] = workVectors([['medicin'], ['sold']], works, collection);
    expect(own.weights.has('medicin sold')).toBe(false);
    expect([...workVectors([['unheard', 'fake']], works, collection)[0].weights.keys()]).toEqual(['fake']);
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
    const [own, ...others] = compared([['fake', 'medicin', 'seiz']]);
    const place = Float32Array.from([0.6, 0.8]);
    for (const { similarity, terms, meaning } of nearnessOf(
      { ...own, place },
      others.map((other) => ({ ...other, place })),
    )) {
      expect(meaning).toBeGreaterThan(0);
      expect([...terms().values()].reduce((sum, part) => sum + part, meaning)).toBeCloseTo(similarity, 12);
    }
  });

  test('is in means of the works found, once they are many', () => {
    const many = Array.from({ length: 400 }, (_, index) => works[index % 2] ?? []);
    const [own, ...others] = compared([['fake', 'medicin']], many);
    const all = nearnessOf(own, others).map(({ similarity }) => similarity);
    expect(all.reduce((sum, value) => sum + value, 0) / all.length).toBeCloseTo(1, 1);
  });

  test('of two works as like the question, the one that many works are like is less near', () => {
    const crowd = Array.from({ length: 6 }, (_, index) => [['fake', 'pill', `p${index}`], ['seiz']]);
    const [own, ...others] = compared(
      [['fake', 'medicin']],
      [[['fake', 'pill'], ['seiz']], [['fake', 'onlin'], ['sold']], ...crowd],
    );
    const [crowded, alone] = nearnessOf(own, others);
    expect(alone?.similarity).toBeGreaterThan(crowded?.similarity ?? 9);
  });
});
