import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byChance, weightAt } from './evidence';
import { matchExperts, type NearWork } from './expert-match';

const work = (expert: string, similarity: number, term = 'medicin', title = 'A work'): NearWork => ({
  expert,
  title,
  year: 2020,
  listed: 1,
  similarity,
  meaning: similarity / 4,
  terms: () => new Map(similarity > 0 ? [[term, (3 * similarity) / 4]] : []),
});
const matchOf = (works: readonly number[], listed = works.length) =>
  matchExperts(works.map((similarity) => ({ ...work('a', similarity), listed })))[0];
const nearness = fc.double({ min: 0, max: 9, noNaN: true });
const total = (parts: readonly { part: number }[]) => parts.reduce((sum, { part }) => sum + part, 0);

describe('a score', () => {
  test('is the evidence without what so long a list brings by chance', () => {
    const found = matchOf([4, 2], 10);
    expect(found?.evidence).toBeCloseTo(4 * weightAt(0, 10) + 2 * weightAt(1, 10), 10);
    expect(found?.score).toBeCloseTo((found?.evidence ?? 0) - byChance(10), 10);
  });

  test('is higher with a nearer work, and lower where the same works stand in a longer list', () => {
    fc.assert(
      fc.property(fc.array(nearness, { minLength: 1, maxLength: 12 }), nearness, (works, more) => {
        const [first = 0, ...others] = works;
        const nearer = matchOf([first + more, ...others]);
        expect(nearer?.score ?? 0).toBeGreaterThanOrEqual((matchOf(works)?.score ?? 0) - 1e-9);
        const longer = matchOf(works, works.length + 5);
        expect(longer?.score ?? 0).toBeLessThanOrEqual((matchOf(works)?.score ?? 0) + 1e-9);
      }),
    );
  });
});

describe('reasons', () => {
  test('works add up to the evidence, and so do terms with what meaning alone brings', () => {
    const works = fc.array(fc.record({ similarity: nearness, term: fc.constantFrom('port', 'drug') }), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(works, (own) => {
        for (const found of matchExperts(own.map(({ similarity, term }) => work('a', similarity, term)))) {
          expect(total(found.works) + found.otherWorks).toBeCloseTo(found.evidence, 8);
          expect(total(found.terms)).toBeCloseTo((3 * found.evidence) / 4, 8);
        }
      }),
    );
  });

  test('the works that counted most come first, three of them', () => {
    const [found] = matchExperts(
      [0.1, 0.4, 0.2, 0.3].map((similarity) => work('a', similarity, 'port', `${similarity}`)),
    );
    expect(found?.works.map(({ title }) => title)).toEqual(['0.4', '0.3', '0.2']);
    expect(found?.otherWorks).toBeCloseTo(0.1 * weightAt(3, 4), 12);
  });
});

test('experts stand by their scores, equals by their ids; who shares nothing is not given', () => {
  const found = matchExperts([work('c', 0.2), work('b', 0.2), work('a', 0), work('d', 0.3)]);
  expect(found.map(({ expert }) => expert)).toEqual(['d', 'b', 'c']);
});
