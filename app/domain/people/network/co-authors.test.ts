import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { networkOf, type AuthorRow } from './co-authors';

const row = (workId: string, name: string, reference: string | null = null): AuthorRow => ({
  ...{ workId, title: `Work ${workId}`, name, reference },
});
/** Works as the letters of those who wrote them with the person in the middle. */
const network = (...works: string[]) =>
  networkOf(works.flatMap((letters, at) => [...letters].map((letter) => row(String(at), letter))));

describe('co-authors', () => {
  test('stand by how many works they share, then by name', () => {
    expect(network('cab', 'b', 'ab').coAuthors.map(({ name, works }) => [name, works.length])).toEqual([
      ['b', 3],
      ['a', 2],
      ['c', 1],
    ]);
  });

  test('of equal works stand as a reader of English looks for them', () => {
    expect(network('zÉeáb').coAuthors.map(({ name }) => name)).toEqual(['á', 'b', 'e', 'É', 'z']);
  });

  test('typed in different cases are one, under the name met first', () => {
    const { coAuthors } = networkOf([row('1', 'Ada KHAN'), row('2', 'ada khan')]);
    expect(coAuthors).toMatchObject([{ name: 'Ada KHAN', works: ['Work 1', 'Work 2'] }]);
  });

  test('with an account of their own are never taken for a namesake', () => {
    const rows = [row('1', 'Ada Khan', 'REF1'), row('1', 'Ada Khan', 'REF2'), row('1', 'Ada Khan')];
    expect(
      networkOf(rows)
        .coAuthors.map(({ reference }) => reference)
        .sort(),
    ).toEqual(['REF1', 'REF2', null]);
  });

  test('with an account are one, however their name was printed', () => {
    const { coAuthors } = networkOf([row('1', 'A. Khan', 'REF1'), row('2', 'Ada Khan', 'REF1')]);
    expect(coAuthors.map(({ works }) => works.length)).toEqual([2]);
  });

  test('named twice on one work share it once', () => {
    expect(networkOf([row('1', 'Ada'), row('1', 'ada')])).toMatchObject({
      coAuthors: [{ works: ['Work 1'] }],
      ties: [],
    });
  });
});

describe('ties between them', () => {
  test('count the works that two share, whoever is named first', () => {
    const { ties } = network('ab', 'ba', 'bc');
    expect(ties).toEqual([
      { from: 'a', to: 'b', works: 2 },
      { from: 'b', to: 'c', works: 1 },
    ]);
  });

  test('never join two who wrote with the same person apart from each other', () => {
    expect(network('a', 'b', 'c').ties).toEqual([]);
  });

  test('are by work and not by title: two works may be called the same', () => {
    const rows = [row('1', 'a'), row('2', 'b')].map((one) => ({ ...one, title: 'Annual report' }));
    expect(networkOf(rows).ties).toEqual([]);
  });
});

describe('as much as can be drawn', () => {
  const letters = 'abcdefghijklmnopqrst';

  test('is fourteen, and the rest are counted', () => {
    const { coAuthors, more } = network(letters, 't');
    expect([coAuthors.length, more]).toEqual([14, letters.length - 14]);
    expect(coAuthors[0]?.name).toBe('t');
  });

  test('fourteen leave nobody out, and nobody at all is an empty network', () => {
    expect(network(letters.slice(0, 14)).more).toBe(0);
    expect(networkOf([])).toEqual({ coAuthors: [], ties: [], more: 0 });
  });

  test('whoever wrote what with whom, ties join those who are shown, each pair once', () => {
    const work = fc.uniqueArray(fc.constantFrom(...letters), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(work, { maxLength: 12 }), (works) => {
        const { coAuthors, ties, more } = network(...works.map((one) => one.join('')));
        const shown = new Map(coAuthors.map(({ key, works: shared }) => [key, shared.length]));
        expect(coAuthors.length + more).toBe(new Set(works.flat()).size);
        expect(new Set(ties.map(({ from, to }) => `${from} ${to}`)).size).toBe(ties.length);
        for (const { from, to, works: shared } of ties) {
          expect(from < to).toBe(true);
          expect(shared).toBeLessThanOrEqual(Math.min(shown.get(from) ?? 0, shown.get(to) ?? 0));
        }
      }),
    );
  });
});
