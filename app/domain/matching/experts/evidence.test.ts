import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DECAY, evidence, evidencePart } from './evidence';
import type { ExpertMatch } from './expert-match';
import { sharedWords } from './expert-match';
import { occurrenceWeight, rarity } from './term-weights';

const cosines = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 });
const sumOf = (values: readonly number[], decay?: number) => evidence(Float64Array.from(values), decay);

describe('evidence', () => {
  test.each([
    [[], 0],
    [[0.4], 0.4],
    [[0.2, 0.4], 0.4 + DECAY * 0.2],
    [[0.1, 0.3, 0.2], 0.3 + DECAY * 0.2 + DECAY ** 2 * 0.1],
    [[0, 0.5, 0], 0.5],
  ])('of %j is %d', (values, sum) => {
    expect(sumOf(values)).toBeCloseTo(sum, 12);
  });

  test('is the same in whatever order the works come', () => {
    fc.assert(
      fc.property(cosines, (values) => {
        expect(sumOf(values.toReversed())).toBe(sumOf(values));
      }),
    );
  });

  test('sorts what it was given, the least first, and loses nothing of it', () => {
    fc.assert(
      fc.property(cosines, (values) => {
        const given = Float64Array.from(values);
        evidence(given);
        expect([...given]).toEqual(values.map((value) => value + 0).sort((one, other) => one - other));
      }),
    );
  });

  test('lies between the best work and what its saturation allows, and is the sum of its parts', () => {
    fc.assert(
      fc.property(cosines, (values) => {
        const best = Math.max(0, ...values);
        const sum = sumOf(values);
        expect(sum).toBeGreaterThanOrEqual(best);
        expect(sum).toBeLessThanOrEqual(best / (1 - DECAY) + 1e-12);
        const falling = values.toSorted((one, other) => other - one);
        const parts = falling.reduce((all, value, place) => all + evidencePart(value, place), 0);
        expect(sum).toBeCloseTo(parts, 10);
      }),
    );
  });

  test('without decay is a sum, and with none but the best its maximum', () => {
    expect(sumOf([0.1, 0.3, 0.2], 1)).toBeCloseTo(0.6, 12);
    expect(sumOf([0.1, 0.3, 0.2], 0)).toBe(0.3);
    expect([evidencePart(0.5, 0, 0.5), evidencePart(0.5, 3, 0.5)]).toEqual([0.5, 0.0625]);
  });
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
    expect(occurrenceWeight(10)).toBeLessThan(2.2);
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
    ...{ expert: 'a', score: 1, works: [], otherWorks: 0 },
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
