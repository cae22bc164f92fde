import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DECAY } from './evidence';
import { matchExperts, type NearWork } from './expert-match';
import { workCosines } from './work-cosines';

const work = (expert: string, similarity: number, term = 'medicin', title = 'A work'): NearWork => ({
  expert,
  title,
  year: 2020,
  similarity,
  terms: new Map(similarity > 0 ? [[term, similarity]] : []),
});
const scoreOf = (...similarities: number[]) =>
  matchExperts(similarities.map((similarity) => work('a', similarity)))[0]?.score ?? 0;
const cosine = fc.double({ min: 0, max: 1, noNaN: true });
const total = (parts: readonly { part: number }[]) => parts.reduce((sum, { part }) => sum + part, 0);

describe('evidence', () => {
  test('a further work never lowers a score', () => {
    fc.assert(
      fc.property(fc.array(cosine, { minLength: 1, maxLength: 12 }), cosine, (similarities, further) => {
        expect(scoreOf(...similarities, further)).toBeGreaterThanOrEqual(scoreOf(...similarities) - 1e-12);
      }),
    );
  });

  test('a second work as near as the first adds less than the first', () => {
    expect(scoreOf(0.4, 0.4)).toBeCloseTo(0.4 * (1 + DECAY), 10);
  });

  test('many works as near as one never reach three times its score', () => {
    expect(scoreOf(...Array<number>(40).fill(0.5))).toBeLessThan(1.5);
  });
});

describe('reasons', () => {
  test('works and terms each add up to the score', () => {
    const works = fc.array(fc.record({ similarity: cosine, term: fc.constantFrom('port', 'drug') }), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(works, (own) => {
        for (const found of matchExperts(own.map(({ similarity, term }) => work('a', similarity, term)))) {
          expect(total(found.works) + found.otherWorks).toBeCloseTo(found.score, 10);
          expect(total(found.terms)).toBeCloseTo(found.score, 10);
        }
      }),
    );
  });

  test('the works that counted most come first, three of them', () => {
    const [found] = matchExperts(
      [0.1, 0.4, 0.2, 0.3].map((similarity) => work('a', similarity, 'port', `${similarity}`)),
    );
    expect(found?.works.map(({ title }) => title)).toEqual(['0.4', '0.3', '0.2']);
    expect(found?.otherWorks).toBeCloseTo(0.1 * DECAY ** 3, 12);
  });
});

test('experts stand by their scores, equals by their ids; who shares nothing is not given', () => {
  const found = matchExperts([work('c', 0.2), work('b', 0.2), work('a', 0), work('d', 0.3)]);
  expect(found.map(({ expert }) => expert)).toEqual(['d', 'b', 'c']);
});

describe('cosines', () => {
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
  const ask = (...question: string[][]) => workCosines(question, works, { works: 3, frequencies });

  test('a work is like itself, and like nothing that shares no stem with it', () => {
    const [first, second, third] = ask(['fake', 'medicin'], ['sold', 'onlin']);
    expect(first?.similarity).toBeCloseTo(1, 10);
    expect(second?.similarity).toBeGreaterThan(0);
    expect(second?.similarity).toBeLessThan(0.5);
    expect(third?.similarity).toBe(0);
  });

  test('a pair counts where its words stand together', () => {
    const [together, apart] = ask(['fake', 'medicin']);
    expect(together?.terms.has('fake medicin')).toBe(true);
    expect(apart?.terms.has('fake medicin')).toBe(false);
    expect(together?.similarity).toBeGreaterThan(apart?.similarity ?? 1);
  });

  test('no pair reaches from a title into the text, and what the collection does not know is left out', () => {
    expect(ask(['medicin', 'sold'])[0]?.terms.has('medicin sold')).toBe(false);
    expect(ask(['unheard', 'fake'])[0]?.terms.size).toBe(1);
    expect(ask(['unheard'])[0]?.similarity).toBe(0);
  });

  test('the parts add up', () => {
    for (const { similarity, terms } of ask(['fake', 'medicin', 'seiz']))
      expect([...terms.values()].reduce((sum, part) => sum + part, 0)).toBeCloseTo(similarity, 12);
  });
});
