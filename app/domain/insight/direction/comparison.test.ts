import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankedArea, rankedPriority, rankedSet } from '../../../../tests/support/factories/direction';
import { compareSets } from './comparison';

const SLUGS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const AREAS = SLUGS.map((slug, place) => rankedArea(slug, 100 - 10 * place));
const EMPTY = rankedSet('empty');
/** Each group of slugs is a priority of the next rank. */
const inOrder = (slug: string, ...groups: string[][]) =>
  rankedSet(slug, ...groups.map((slugs, place) => rankedPriority(`${slug}${place + 1}`, place + 1, slugs)));
const moves = (comparison: ReturnType<typeof compareSets>) =>
  Object.fromEntries(comparison.areas.map(({ slug, one, other, change }) => [slug, [one, other, change]]));

describe('what moves between two sets', () => {
  test('places gained are more than nought, places lost less, and the same place is nought', () => {
    const compared = compareSets(
      AREAS.slice(0, 3),
      inOrder('old', ['a'], ['b'], ['c']),
      inOrder('new', ['c'], ['b'], ['a']),
    );
    expect(moves(compared)).toEqual({ a: [1, 3, -2], b: [2, 2, 0], c: [3, 1, 2] });
  });

  test('an area that one of them does not cover has not moved, but has no change to tell', () => {
    const compared = compareSets(AREAS.slice(0, 3), inOrder('old', ['a']), inOrder('new', ['b']));
    expect(moves(compared)).toEqual({ a: [1, null, null], b: [null, 1, null], c: [null, null, null] });
  });

  test('an area under several priorities stands with the highest of them', () => {
    const compared = compareSets(
      AREAS.slice(0, 1),
      inOrder('old', ['b'], ['a'], ['a']),
      inOrder('new', ['b'], ['c'], ['a']),
    );
    expect(moves(compared)).toEqual({ a: [2, 3, -1] });
  });

  test('priorities without a rank give none to what they name', () => {
    const unranked = rankedSet('old', rankedPriority('x', null, ['a']));
    expect(moves(compareSets(AREAS.slice(0, 1), unranked, EMPTY))).toEqual({ a: [null, null, null] });
  });

  test('areas stay in the order in which they come, with their name and score', () => {
    const compared = compareSets([...AREAS].reverse(), inOrder('old', ['a']), EMPTY);
    expect(compared.areas.map(({ slug }) => slug)).toEqual([...SLUGS].reverse());
    expect(compared.areas.at(-1)).toMatchObject({ slug: 'a', name: 'A', score: 100 });
  });
});

describe('what is mapped to neither', () => {
  test('names priorities with the document of their set, those of the first before the others', () => {
    const bare = (slug: string, ...names: string[]) =>
      rankedSet(slug, ...names.map((name) => rankedPriority(name, null, [])));
    const { unmapped } = compareSets([], bare('one', 'x', 'y'), bare('other', 'z'));
    expect(unmapped.priorities).toEqual([
      { set: 'Document one', name: 'Priority x' },
      { set: 'Document one', name: 'Priority y' },
      { set: 'Document other', name: 'Priority z' },
    ]);
  });

  test('names areas that neither covers, and none that one of them does', () => {
    const { unmapped } = compareSets(AREAS.slice(0, 4), inOrder('one', ['a']), inOrder('other', ['c', 'a']));
    expect(unmapped.areas).toEqual(['B', 'D']);
  });

  test('is nothing where all is covered', () => {
    const all = inOrder('one', SLUGS);
    expect(compareSets(AREAS, all, EMPTY).unmapped).toEqual({ priorities: [], areas: [] });
  });
});

describe('the first five', () => {
  test.each<[string, string[][], string[][], string[], string[]]>([
    ['the same under both', [SLUGS], [SLUGS], [], []],
    [
      'the sixth comes in and the fifth goes out',
      [['a', 'b', 'c', 'd', 'e'], ['f']],
      [['f'], ['a', 'b', 'c', 'd', 'e']],
      ['F'],
      ['E'],
    ],
    ['all come in where the first set covers none', [], [['a', 'b']], ['A', 'B'], []],
    ['all go out where the other covers none', [['a', 'b']], [], [], ['A', 'B']],
    ['five and no more come in', [], [SLUGS], ['A', 'B', 'C', 'D', 'E'], []],
  ])('%s', (_what, one, other, entering, leaving) => {
    const { top } = compareSets(AREAS, inOrder('one', ...one), inOrder('other', ...other));
    expect(top).toEqual({ count: 5, entering, leaving });
  });

  test('of one rank the higher score is first, in whatever order the areas come', () => {
    const { top } = compareSets([...AREAS].reverse(), EMPTY, inOrder('other', SLUGS));
    expect(top.entering).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  test('the rank of its priority goes before its own score', () => {
    const other = inOrder('other', ['g'], ['f'], ['e'], ['d'], ['c'], ['b'], ['a']);
    expect(compareSets(AREAS, EMPTY, other).top.entering).toEqual(['G', 'F', 'E', 'D', 'C']);
  });
});

describe('the share of known harm that each covers', () => {
  const harmful = (slug: string, harm: number | null) => rankedArea(slug, 1, { scored: { harm } });

  test.each<[string, (number | null)[], { one: number; other: number } | null]>([
    ['none is known', [null, null, null], null],
    ['what is known is nought', [0, 0, null], null],
    ['all of it lies under the first', [1, 0, 0], { one: 100, other: 0 }],
    ['all of it lies where neither looks', [0, 0, 1], { one: 0, other: 0 }],
    ['half and half', [0.5, 0.5, null], { one: 50, other: 50 }],
    ['rounded to whole parts of a hundred', [1, 1, 1], { one: 33, other: 33 }],
    ['rounded up from a half', [0.125, 0.875, null], { one: 13, other: 88 }],
  ])('%s', (_what, [a, b, c], harm) => {
    const areas = [harmful('a', a ?? null), harmful('b', b ?? null), harmful('c', c ?? null)];
    expect(compareSets(areas, inOrder('one', ['a']), inOrder('other', ['b'])).harm).toEqual(harm);
  });

  test('an area under two priorities of a set counts once', () => {
    const areas = [harmful('a', 0.5), harmful('b', 0.5)];
    const twice = inOrder('one', ['a'], ['a']);
    expect(compareSets(areas, twice, EMPTY).harm).toEqual({ one: 50, other: 0 });
  });
});

describe('whatever two sets say', () => {
  const slugs = fc.uniqueArray(fc.constantFrom(...SLUGS), { maxLength: 4 });
  const someSet = fc.array(slugs, { maxLength: 5 }).map((groups) => inOrder('s', ...groups));

  test('the other way round is the same with its sides exchanged', () => {
    fc.assert(
      fc.property(someSet, someSet, (one, other) => {
        const [there, back] = [compareSets(AREAS, one, other), compareSets(AREAS, other, one)];
        expect(back.top.entering).toEqual(there.top.leaving);
        expect(back.unmapped.areas).toEqual(there.unmapped.areas);
        for (const [place, area] of there.areas.entries()) {
          const turned = back.areas[place];
          expect([turned?.one, turned?.other]).toEqual([area.other, area.one]);
          expect((turned?.change ?? 0) + (area.change ?? 0)).toBe(0);
        }
      }),
    );
  });

  test('a set moves nothing against itself', () => {
    fc.assert(
      fc.property(someSet, (set) => {
        const { areas, top } = compareSets(AREAS, set, set);
        expect(areas.every(({ change }) => change === 0 || change === null)).toBe(true);
        expect([top.entering, top.leaving]).toEqual([[], []]);
      }),
    );
  });
});
