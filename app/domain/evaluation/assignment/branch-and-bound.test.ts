import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchBest, type BrokenRule } from './branch-and-bound';
import { assessorsOfBid, copyOf, edgeAt, TAKEN, worthOf, type Edge, type Network } from './flow-network';
import { solvedNetwork } from './network-of';

type Rows = (number | null)[][];

const networkOf = (similarity: Rows, capacities?: number[]): Network => {
  const people = similarity[0]?.length ?? 0;
  const solved = solvedNetwork({
    similarity,
    places: 1,
    capacities: capacities ?? Array.from({ length: people }, () => 9),
  });
  if (!solved) throw new Error('not every place can be filled');
  return solved.net;
};
const pairsOf = (net: Network | null) =>
  net && Array.from({ length: net.bids }, (_, bid) => assessorsOfBid(net, bid)).flat();

/** Two edges that may not both be in use. */
const notBoth =
  (...rules: (readonly [Edge, Edge])[]): BrokenRule =>
  (net) =>
    rules
      .find((edges) => edges.every(([bid, who]) => assessorsOfBid(net, bid).includes(who)))
      ?.filter(([bid, who]) => net.state[edgeAt(net, bid, who)] === TAKEN) ?? null;
const never: BrokenRule = () => null;

describe('the best flow that breaks no rule', () => {
  test('is the one at hand where it breaks none', () => {
    const root = networkOf([[0.9, 0.1]]);
    const found = searchBest(root, never, { most: 10 });
    expect([found.best, found.proven, found.branches]).toEqual([root, true, 1]);
  });

  test('gives up the cheaper of the edges that may not meet', () => {
    const root = networkOf([
      [0.9, 0.8],
      [0.9, 0.2],
    ]);
    expect(pairsOf(root)).toEqual([0, 0]);
    const rule = notBoth([
      [0, 0],
      [1, 0],
    ]);
    const found = searchBest(root, rule, { most: 10 });
    expect([pairsOf(found.best), found.proven]).toEqual([[1, 0], true]);
  });

  test('looks behind the first that it finds', () => {
    // Barring the first edge leads to 0.1, the second to 0.8: the order of branches must not matter.
    const rows = [
      [0.9, 0.1],
      [0.9, 0.8],
    ];
    const rule = notBoth([
      [0, 0],
      [1, 0],
    ]);
    expect(pairsOf(searchBest(networkOf(rows), rule, { most: 10 }).best)).toEqual([0, 1]);
    const other = notBoth([
      [1, 0],
      [0, 0],
    ]);
    expect(pairsOf(searchBest(networkOf(rows), other, { most: 10 }).best)).toEqual([0, 1]);
  });

  test('is none where a rule cannot be kept, and that is proven', () => {
    const root = networkOf([[0.9], [0.9]]);
    const rule = notBoth([
      [0, 0],
      [1, 0],
    ]);
    expect(searchBest(root, rule, { most: 10 })).toMatchObject({ best: null, proven: true });
    expect(searchBest(root, () => [], { most: 10 })).toEqual({ best: null, proven: true, branches: 1 });
  });

  test('leaves the flow that it started from as it was', () => {
    const root = networkOf([
      [0.9, 0.8],
      [0.9, 0.2],
    ]);
    const before = copyOf(root);
    searchBest(
      root,
      notBoth([
        [0, 0],
        [1, 0],
      ]),
      { most: 10 },
    );
    expect(root).toEqual(before);
  });
});

describe('a search that ends early', () => {
  const rows = [
    [0.9, 0.8, 0.1],
    [0.9, 0.8, 0.1],
    [0.9, 0.8, 0.1],
  ];
  const everyPair = notBoth(
    ...[0, 1, 2].flatMap((who) =>
      [
        [0, 1],
        [0, 2],
        [1, 2],
      ].map(([a = 0, b = 0]) => [[a, who] as Edge, [b, who] as Edge] as const),
    ),
  );

  test('at its limit says that nothing is proven', () => {
    expect(searchBest(networkOf(rows), everyPair, { most: 1 })).toMatchObject({ best: null, proven: false });
    const whole = searchBest(networkOf(rows), everyPair, { most: 1000 });
    expect([whole.proven, pairsOf(whole.best)?.sort()]).toEqual([true, [0, 1, 2]]);
    expect(whole.branches).toBeGreaterThan(4);
    for (const most of [0, 2, 3]) {
      const found = searchBest(networkOf(rows), everyPair, { most });
      expect([found.proven, found.branches]).toEqual([false, most]);
    }
  });

  test('at the first that it finds does not call it the best', () => {
    const found = searchBest(networkOf(rows), everyPair, { most: 1000, first: true });
    expect([found.proven, pairsOf(found.best)?.sort()]).toEqual([false, [0, 1, 2]]);
    expect(searchBest(networkOf(rows), () => [], { most: 10, first: true })).toMatchObject({
      best: null,
      proven: true,
    });
  });
});

const instances = fc
  .record({ bids: fc.integer({ min: 2, max: 4 }), people: fc.integer({ min: 2, max: 3 }) })
  .chain(({ bids, people }) => {
    const edge = fc.tuple(fc.nat(bids - 1), fc.nat(people - 1));
    return fc.record({
      rows: fc.array(
        fc.array(fc.constantFrom(0, 0.1, 0.25, 0.5, 0.75, 1), { minLength: people, maxLength: people }),
        { minLength: bids, maxLength: bids },
      ),
      rules: fc.array(fc.tuple(edge, edge), { maxLength: 5 }),
    });
  });

test('on every small instance is worth as much as the best of all flows that keep the rules', () => {
  fc.assert(
    fc.property(instances, ({ rows, rules }) => {
      const two = rules.filter(([[a], [b]]) => a !== b);
      let every: number[][] = [[]];
      for (const row of rows) every = every.flatMap((before) => row.map((_, who) => [...before, who]));
      const able = every.filter((of) => !two.some((edges) => edges.every(([bid, who]) => of[bid] === who)));
      const worth = (of: number[]) => of.reduce((sum, who, bid) => sum + (rows[bid]?.[who] ?? 0), 0);
      const found = searchBest(networkOf(rows), notBoth(...two), { most: 10_000 });
      expect(found.proven).toBe(true);
      if (able.length === 0) {
        expect(found.best).toBeNull();
        return;
      }
      const best = pairsOf(found.best) ?? [];
      expect(able).toContainEqual(best);
      expect(worth(best)).toBeCloseTo(Math.max(...able.map(worth)), 9);
      expect(found.best && worthOf(found.best)).toBeLessThanOrEqual(worthOf(networkOf(rows)));
    }),
    { numRuns: 150 },
  );
});
