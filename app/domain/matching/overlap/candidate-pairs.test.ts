import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidatePairs, overlapOf, WORTH_A_LOOK, type Compared } from './overlap';

const THEMES = ['couriers', 'harbours', 'ledgers', 'schools', 'prisons', 'borders', 'servers', 'forests'];
/** A group of a theme of its own: like another of the same theme and no other. */
const themed = (id: string, theme: string, over: Partial<Compared> = {}): Compared => ({
  ...{ id, name: `Group for ${theme}`, kind: 'governs', purpose: `Decides about ${theme}`, cadence: 2 },
  ...{ areas: [{ slug: theme, name: theme, above: [], words: theme }], strands: [theme], levels: [theme] },
  members: [{ id: `m-${theme}`, name: `Office of ${theme}` }],
  ...over,
});
const idsOf = (pairs: { firstId: string; secondId: string }[]) =>
  pairs.map(({ firstId, secondId }) => [firstId, secondId].toSorted().join(' ')).toSorted();
const apart = THEMES.map((theme, at) => themed(`z${at}`, theme)).slice(2);

describe('pairs that are worth a look', () => {
  test('are none among groups of nothing in common', () => expect(candidatePairs(apart)).toEqual([]));

  test('are each the likest to the other: of three alike two are offered, once', () => {
    const all = [
      themed('a', 'couriers', { purpose: 'Decides which couriers are watched in winter' }),
      themed('b', 'couriers', { purpose: 'Decides which couriers are watched in winter months' }),
      themed('c', 'couriers', { purpose: 'Prints leaflets' }),
      ...apart,
    ];
    expect(idsOf(candidatePairs(all))).toEqual(['a b']);
  });

  test('once these were decided to be two, the next likest has its turn', () => {
    const all = [
      themed('a', 'couriers'),
      themed('b', 'couriers'),
      themed('c', 'couriers', { cadence: 5 }),
      ...apart,
    ];
    expect(idsOf(candidatePairs(all))).toEqual(['a b']);
    const [next] = candidatePairs(all, new Set(['a b']));
    expect([next?.firstId, next?.secondId].includes('c')).toBe(true);
    const decided = new Set(['a b', 'a c', 'b c']);
    expect(candidatePairs(all, decided)).toEqual([]);
  });

  test('what was decided is known by the smaller id first, in whatever order the groups come', () => {
    const pair = [themed('b', 'couriers'), themed('a', 'couriers')];
    expect(candidatePairs(pair, new Set(['a b']))).toEqual([]);
    expect(candidatePairs(pair, new Set(['b a']))).toHaveLength(1);
    expect(candidatePairs(pair, new Set(['a c', 'ab']))).toHaveLength(1);
  });

  test('come likest first, and those as like by their ids', () => {
    const all = [
      themed('d', 'harbours'),
      themed('e', 'harbours', { cadence: 6 }),
      themed('a', 'couriers'),
      themed('b', 'couriers'),
      ...apart,
    ];
    expect(candidatePairs(all).map(({ firstId }) => firstId)).toEqual(['a', 'd']);
    const tied = [
      themed('d', 'harbours'),
      themed('e', 'harbours'),
      themed('b', 'couriers'),
      themed('a', 'couriers'),
    ];
    const pairs = candidatePairs(tied);
    expect(pairs[0]?.score).toBeCloseTo(pairs[1]?.score ?? 0, 10);
    expect(pairs).toHaveLength(2);
  });

  test('score as the two do when they are asked about alone', () => {
    const all = [themed('a', 'couriers'), themed('b', 'couriers', { levels: ['local'] }), ...apart];
    const [pair] = candidatePairs(all);
    expect(pair).toEqual(overlapOf(all, 'a', 'b'));
    expect(pair?.score).toBeGreaterThanOrEqual(WORTH_A_LOOK);
  });

  test('a group is in one pair at most, and every pair is like enough', () => {
    const some = fc.array(
      fc.record({
        theme: fc.constantFrom(...THEMES.slice(0, 4)),
        kind: fc.constantFrom('governs', 'discusses'),
        cadence: fc.integer({ min: 0, max: 6 }),
      }),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(some, (rows) => {
        const all = rows.map(({ theme, ...over }, at) => themed(`g${at}`, theme, over));
        const pairs = candidatePairs(all);
        const used = pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]);
        expect(new Set(used).size).toBe(used.length);
        for (const { score, firstId, secondId } of pairs) {
          expect(firstId).not.toBe(secondId);
          expect(score).toBeGreaterThanOrEqual(WORTH_A_LOOK);
          expect(score).toBeLessThanOrEqual(1 + 1e-9);
        }
        expect(pairs.map(({ score }) => score)).toEqual(
          pairs.map(({ score }) => score).toSorted((a, b) => b - a),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('why two look alike', () => {
  const shared = (one: Partial<Compared>, other: Partial<Compared>) =>
    overlapOf([themed('a', 'couriers', one), themed('b', 'couriers', other), ...apart], 'a', 'b')?.shared;

  test('names areas, members and reach of the first that the second has too', () => {
    const area = (slug: string, above: string[] = []) => ({ slug, name: `The ${slug}`, above, words: slug });
    const found = shared(
      {
        areas: [area('coins', ['money']), area('drugs'), area('ships')],
        members: [
          { id: '1', name: 'One' },
          { id: '2', name: 'Two' },
        ],
        ...{ strands: ['pursue', 'prevent'], levels: ['local', 'national'] },
      },
      {
        areas: [area('money'), area('heroin', ['drugs'])],
        members: [
          { id: '2', name: 'Two' },
          { id: '3', name: 'Three' },
        ],
        ...{ strands: ['prevent'], levels: ['national', 'online'] },
      },
    );
    expect(found?.areas).toEqual(['The coins', 'The drugs']);
    expect(found?.members).toEqual(['Two']);
    expect(found?.reach).toEqual(['prevent', 'national']);
  });

  test('two terms below one are no shared remit', () => {
    const area = (slug: string) => ({ slug, name: slug, above: ['money'], words: slug });
    expect(shared({ areas: [area('coins')] }, { areas: [area('notes')] })?.areas).toEqual([]);
  });

  test('a strand and a level of one name are not the same', () => {
    const found = shared({ strands: ['border'], levels: [] }, { strands: [], levels: ['border'] });
    expect(found?.reach).toEqual([]);
  });

  test('gives eight words at most, the rarest first and then by their letters', () => {
    const many = 'apples bears cows ducks elks foxes goats hens ibises jays';
    const found = shared({ name: 'One', purpose: many }, { name: 'Two', purpose: many });
    expect(found?.words).toEqual(['apples', 'bears', 'cows', 'ducks', 'elks', 'foxes', 'goats', 'hens']);
    const common = shared(
      { name: 'One', purpose: 'Decides unicorns' },
      { name: 'Two', purpose: 'Decides unicorns' },
    );
    expect(common?.words).toEqual(['unicorns', 'decides']);
  });

  test('gives the form of the word that the first one wrote', () => {
    expect(shared({ name: 'One', purpose: 'Watching' }, { name: 'Two', purpose: 'watches' })?.words).toEqual([
      'watching',
    ]);
  });

  test('names what both speak of, and no weak trace of it', () => {
    const found = shared(
      { name: 'One', purpose: 'Small boats, dinghies and outboard motors across the Channel' },
      {
        name: 'Two',
        purpose: 'Inflatables and rubber boats with outboard engines; also a referral of victims',
      },
    );
    expect(found?.concepts[0]).toMatch(/boat/);
    expect(found?.concepts.length).toBeLessThan(4);
    expect(
      shared({ name: 'One', purpose: 'Ransomware' }, { name: 'Two', purpose: 'Cuckooing' })?.concepts,
    ).toEqual([]);
  });

  test('says nothing where nothing is shared', () => {
    const found = overlapOf(apart, 'z2', 'z3')?.shared;
    expect(found).toEqual({
      words: ['group', 'for', 'decides', 'about'].toSorted(),
      concepts: [],
      areas: [],
      members: [],
      reach: [],
    });
  });
});
