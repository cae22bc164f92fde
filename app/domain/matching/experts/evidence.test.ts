import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BREADTH, byChance, CHANCE, DECAY, evidence, weightAt } from './evidence';
import type { ExpertMatch } from './expert-match';
import { sharedWords } from './expert-match';
import { occurrenceWeight, rarity } from './term-weights';

const cosines = fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { maxLength: 20 });
const sumOf = (values: readonly number[], works = values.length, decay?: number) =>
  evidence(Float64Array.from(values), works, decay);

describe('evidence', () => {
  test.each([
    [[], 0, 0],
    [[0.4], 1, 0.4 * (1 + BREADTH)],
    [[0.2, 0.4], 4, 0.4 + DECAY * 0.2 + (BREADTH * 0.6) / 2],
    [[0.1, 0.3, 0.2], 9, 0.3 + DECAY * 0.2 + DECAY ** 2 * 0.1 + (BREADTH * 0.6) / 3],
    [[0, 0.5, 0], 3, 0.5 + (BREADTH * 0.5) / Math.sqrt(3)],
  ])('of %j among %d works is %d', (values, works, sum) => {
    expect(sumOf(values, works)).toBeCloseTo(sum, 12);
  });

  test('is the same in whatever order the works come', () => {
    fc.assert(
      fc.property(cosines, (values) => {
        expect(sumOf(values.toReversed())).toBeCloseTo(sumOf(values), 10);
      }),
    );
  });

  test('sorts what it was given, the least first, and loses nothing of it', () => {
    fc.assert(
      fc.property(cosines, (values) => {
        const given = Float64Array.from(values);
        evidence(given, values.length);
        expect([...given]).toEqual(values.map((value) => value + 0).sort((one, other) => one - other));
      }),
    );
  });

  test('is the sum of its parts, at least what the best work counts for, and less where more works stand beside', () => {
    fc.assert(
      fc.property(cosines, fc.integer({ min: 0, max: 90 }), (values, others) => {
        const works = values.length + others;
        const falling = values.toSorted((one, other) => other - one);
        const parts = falling.map((value, place) => value * weightAt(place, works));
        const sum = sumOf(values, works);
        expect(sum).toBeCloseTo(
          parts.reduce((all, part) => all + part, 0),
          9,
        );
        expect(sum).toBeGreaterThanOrEqual((parts[0] ?? 0) - 1e-9);
        expect(sumOf(values, works + 1)).toBeLessThanOrEqual(sum + 1e-9);
      }),
    );
  });

  test('saturates: forty works as near as one, of a list as long, never reach five times that one', () => {
    expect(sumOf(Array<number>(40).fill(1))).toBeLessThan(5 * sumOf([1]));
  });

  test('without decay adds all works up, and with none but the best the breadth alone', () => {
    expect(sumOf([0.1, 0.3, 0.2], 4, 1)).toBeCloseTo(0.6 * (1 + BREADTH / 2), 12);
    expect(sumOf([0.1, 0.3, 0.2], 4, 0)).toBeCloseTo(0.3 + 0.6 * (BREADTH / 2), 12);
  });
});

test('a list brings by chance as much more as it is longer, and one work nothing', () => {
  expect([0, 1].map(byChance)).toEqual([0, 0]);
  expect(byChance(10)).toBeCloseTo(CHANCE * Math.log(10), 12);
  expect(byChance(100) - byChance(10)).toBeCloseTo(byChance(10), 12);
});

describe('the weight of a term', () => {
  test('is 1 for one occurrence, and grows ever more slowly', () => {
    expect(occurrenceWeight(1)).toBe(1);
    const gains = Array.from(
      { length: 20 },
      (_, count) => occurrenceWeight(count + 2) - occurrenceWeight(count + 1),
    );
    for (const [place, gain] of gains.entries()) {
      expect(gain).toBeGreaterThan(0);
      if (place > 0) expect(gain).toBeLessThan(gains[place - 1] ?? 0);
    }
    expect(occurrenceWeight(10)).toBeLessThan(1.3);
  });

  test('is above 0 for what every work holds, and grows with rarity', () => {
    expect(rarity(1, 1)).toBeCloseTo(Math.log(2), 12);
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 10 ** 6 }),
        fc.integer({ min: 1, max: 10 ** 6 }),
        (works, drawn) => {
          const found = Math.min(drawn, works);
          expect(rarity(works, found)).toBeGreaterThan(0);
          expect(rarity(works + 1, found)).toBeGreaterThan(rarity(works, found));
          if (found > 1) expect(rarity(works, found - 1)).toBeGreaterThan(rarity(works, found));
        },
      ),
    );
  });
});

describe('words that are shown', () => {
  const match = (...terms: string[]): ExpertMatch => ({
    ...{ expert: 'a', evidence: 1, score: 1, works: [], otherWorks: 0 },
    terms: terms.map((term) => ({ term, part: 1 })),
  });
  const spoken = new Map([
    ['medicin', 'medicines'],
    ['launder', 'laundering'],
  ]);

  test.each([
    [
      ['medicin', 'port'],
      ['medicines', 'port'],
    ],
    [['launder medicin'], ['laundering medicines']],
    [
      ['fake medicin', 'medicin', 'fake', 'port'],
      ['fake medicines', 'port'],
    ],
    [['medicin', 'port', 'port medicin'], ['port medicines']],
    [[], []],
  ])('of %j are %j', (terms, words) => {
    expect(sharedWords(match(...terms), spoken, 3)).toEqual(words);
  });

  test('are so many at most, the first of those given', () => {
    const terms = ['a', 'b', 'c', 'd', 'e'];
    expect(sharedWords(match(...terms), spoken, 2)).toEqual(['a', 'b']);
    expect(sharedWords(match(...terms), spoken, 0)).toEqual([]);
  });

  test('keep a word whose pair is too far down to be shown', () => {
    expect(sharedWords(match('a', 'b', 'c', 'd', 'a x'), spoken, 2)).toEqual(['a', 'b']);
  });
});
