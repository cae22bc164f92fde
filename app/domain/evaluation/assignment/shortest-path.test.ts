import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BARRED,
  NEVER,
  OPEN,
  TAKEN,
  assessorNode,
  assessorsOfBid,
  copyOf,
  edgeAt,
  endNode,
  pin,
  rowOf,
  sumsOf,
  worthOf,
  type Network,
} from './flow-network';
import { solvedNetwork } from './network-of';
import { augment, bar } from './shortest-path';

interface Over {
  capacity?: number[];
  places?: number;
  step?: number;
  /** By bid, the assessors who are experts on it; without it nobody need be one. */
  experts?: number[][];
  noExpert?: number;
}

/** A network without any flow. */
function network(rows: (number | null)[][], over: Over = {}): Network {
  const [bids, assessors] = [rows.length, rows[0]?.length ?? 0];
  const most = rows.map((row) => Math.max(0, ...row.map((gain) => gain ?? 0)));
  return {
    bids,
    assessors,
    noExpert: over.noExpert ?? 0,
    gain: Float64Array.from(rows.flat().map((gain) => gain ?? NEVER)),
    plain: Uint8Array.from(
      rows.flatMap((row, bid) =>
        row.map((_, who) => (over.experts && !over.experts[bid]?.includes(who) ? 1 : 0)),
      ),
    ),
    state: new Uint8Array(bids * assessors),
    places: new Int32Array(bids).fill(over.places ?? 1),
    capacity: Int32Array.from(over.capacity ?? Array.from({ length: assessors }, () => 1)),
    step: new Float64Array(assessors).fill(over.step ?? 0),
    load: new Int32Array(assessors),
    kept: new Int32Array(assessors),
    plainTaken: new Int32Array(bids),
    plainKept: new Int32Array(bids),
    taken: Array.from({ length: assessors }, () => []),
    price: Float64Array.from([...most, ...most, ...Array.from({ length: assessors + 1 }, () => 0)]),
  };
}

const onBids = (net: Network) => Array.from({ length: net.bids }, (_, bid) => assessorsOfBid(net, bid));

/** What every network says of itself in more than one way has to agree. */
function agrees(net: Network): void {
  const inUse = onBids(net);
  const own = net.taken.map((_, who) => inUse.flatMap((people, bid) => (people.includes(who) ? [bid] : [])));
  expect(net.taken.map((bids) => bids.toSorted((a, b) => a - b))).toEqual(own);
  expect([...net.load]).toEqual(own.map((bids) => bids.length));
  expect([...net.plainTaken]).toEqual(
    inUse.map((people, bid) => people.filter((who) => rowOf(net, bid, who) >= net.bids).length),
  );
}

/** Ways that cost less than their prices say; where there is none, no flow of the same size is worth more. */
function waysBelowPrice(net: Network): string[] {
  const price = (node: number) => net.price[node] ?? 0;
  const found: string[] = [];
  for (let bid = 0; bid < net.bids; bid++)
    for (let who = 0; who < net.assessors; who++) {
      const edge = edgeAt(net, bid, who);
      const gain = net.gain[edge] ?? NEVER;
      const cost = price(rowOf(net, bid, who)) - gain - price(assessorNode(net, who));
      if (gain === NEVER) continue;
      if (net.state[edge] === OPEN && cost < 0) found.push(`open ${bid} ${who}`);
      if (net.state[edge] === TAKEN && cost > 0) found.push(`taken ${bid} ${who}`);
    }
  for (let who = 0; who < net.assessors; who++) {
    const [load, step] = [net.load[who] ?? 0, net.step[who] ?? 0];
    const gap = price(assessorNode(net, who)) - price(endNode(net));
    if (load < (net.capacity[who] ?? 0) && step * load + gap < 0) found.push(`one more ${who}`);
    if (load > (net.kept[who] ?? 0) && step * (load - 1) + gap > 0) found.push(`one less ${who}`);
  }
  return found;
}

const networks = fc
  .record({ bids: fc.integer({ min: 1, max: 4 }), assessors: fc.integer({ min: 1, max: 4 }) })
  .chain(({ bids, assessors }) =>
    fc.record({
      rows: fc.array(
        fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { freq: 6 }), {
          minLength: assessors,
          maxLength: assessors,
        }),
        { minLength: bids, maxLength: bids },
      ),
      places: fc.integer({ min: 1, max: 3 }),
      capacity: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: assessors, maxLength: assessors }),
      step: fc.integer({ min: 0, max: 2 }),
      experts: fc.option(
        fc.array(fc.uniqueArray(fc.integer({ min: 0, max: assessors - 1 })), {
          minLength: bids,
          maxLength: bids,
        }),
        { nil: undefined },
      ),
    }),
  );

const filled = ({
  rows,
  experts,
  ...over
}: typeof networks extends fc.Arbitrary<infer Made> ? Made : never) => {
  const net = network(rows, { ...over, ...(experts ? { experts } : {}), noExpert: experts ? 50 : 0 });
  const sent = rows.map((_, bid) => {
    let places = 0;
    while (places < over.places && augment(net, bid)) places++;
    return places;
  });
  return { net, sent };
};

describe('a place that is sent', () => {
  test('goes to whom it is worth most, and moves another where that is worth more', () => {
    const net = network([
      [9, 8],
      [8, 2],
    ]);
    expect(augment(net, 0)).toBe(true);
    expect(onBids(net)).toEqual([[0], []]);
    expect(augment(net, 1)).toBe(true);
    expect(onBids(net)).toEqual([[1], [0]]);
    expect([worthOf(net), ...sumsOf(net)]).toEqual([16, 8, 8]);
  });

  test('goes nowhere where all are full or barred, and then nothing has moved', () => {
    const net = network([
      [9, null],
      [8, null],
    ]);
    expect(augment(net, 0)).toBe(true);
    const before = copyOf(net);
    expect(augment(net, 1)).toBe(false);
    expect(net).toEqual(before);
    expect(augment(network([[5]], { capacity: [0] }), 0)).toBe(false);
    expect(augment(network([[null]]), 0)).toBe(false);
  });

  test('never moves what is kept', () => {
    const net = network([
      [9, 8],
      [8, 2],
    ]);
    augment(net, 0);
    pin(net, [0, 0]);
    net.kept[0] = 1;
    augment(net, 1);
    expect(onBids(net)).toEqual([[0], [1]]);
  });

  test('balances loads among equals by what each further place costs', () => {
    const even = network(
      [
        [5, 5],
        [5, 5],
        [5, 5],
        [5, 5],
      ],
      { capacity: [4, 4], step: 1 },
    );
    for (const bid of [0, 1, 2, 3]) augment(even, bid);
    expect([...even.load]).toEqual([2, 2]);
    expect(worthOf(even)).toBe(20 - 2);
  });

  test('goes to an expert first, where one is asked for, though somebody else is worth more', () => {
    const net = network([[1, 9]], { experts: [[0]], noExpert: 100 });
    augment(net, 0);
    expect([onBids(net), worthOf(net)]).toEqual([[[0]], 1]);
    const two = network([[1, 9, 8]], { experts: [[0]], noExpert: 100, places: 2 });
    augment(two, 0);
    augment(two, 0);
    expect([onBids(two), worthOf(two)]).toEqual([[[0, 1]], 10]);
    const none = network([[9, 8]], { experts: [[]], noExpert: 100 });
    augment(none, 0);
    expect([onBids(none), worthOf(none)]).toEqual([[[0]], 9 - 100]);
  });

  test('leaves prices under which nothing better is left, and counts that agree, on every network', () => {
    fc.assert(
      fc.property(networks, (made) => {
        const { net, sent } = filled(made);
        agrees(net);
        expect(waysBelowPrice(net)).toEqual([]);
        expect(onBids(net).map((people) => people.length)).toEqual(sent);
        expect(net.load.every((load, who) => load <= (net.capacity[who] ?? 0))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a way that is barred', () => {
  test('changes nothing where it was not in use', () => {
    const net = network([[9, 8]]);
    augment(net, 0);
    expect(bar(net, 0, 1)).toBe(true);
    expect([onBids(net), net.state[edgeAt(net, 0, 1)]]).toEqual([[[0]], BARRED]);
  });

  test('sends its place another way, through others where that is worth more', () => {
    const net = network([
      [9, 8, 1],
      [8, 7, 6],
    ]);
    augment(net, 0);
    augment(net, 1);
    expect(onBids(net)).toEqual([[0], [1]]);
    expect(bar(net, 1, 1)).toBe(true);
    expect([onBids(net), worthOf(net)]).toEqual([[[1], [0]], 16]);
  });

  test('is refused where there is no other way', () => {
    const net = network([[9, null]]);
    augment(net, 0);
    expect(bar(net, 0, 0)).toBe(false);
    expect(bar(network([[9]]), 0, 0)).toBe(true);
  });

  test('leaves the best flow without it, as if it had never been there', () => {
    fc.assert(
      fc.property(networks, fc.nat(), (made, choice) => {
        const { net, sent } = filled(made);
        fc.pre(sent.every((places) => places === made.places));
        const used = onBids(net).flatMap((people, bid) => people.map((who) => [bid, who] as const));
        fc.pre(used.length > 0);
        const [bid, who] = used[choice % used.length] ?? [0, 0];
        const rows = made.rows.map((row, at) =>
          row.map((gain, other) => (at === bid && other === who ? null : gain)),
        );
        const without = filled({ ...made, rows });
        const possible = without.sent.every((places) => places === made.places);
        const copy = copyOf(net);
        expect(bar(copy, bid, who)).toBe(possible);
        if (!possible) return;
        agrees(copy);
        expect(waysBelowPrice(copy)).toEqual([]);
        expect(worthOf(copy)).toBe(worthOf(without.net));
      }),
      { numRuns: 150 },
    );
  });
});

test('a copy shares nothing that changes with what it was made from', () => {
  const net = network([
    [9, 8],
    [8, 2],
  ]);
  augment(net, 0);
  const copy = copyOf(net);
  const before = structuredClone(net);
  augment(copy, 1);
  bar(copy, 0, 1);
  pin(copy, [1, 0]);
  expect(net).toEqual(before);
});

test('kept work counts though it is barred and above what its assessor takes, and is worth nothing there', () => {
  const solved = solvedNetwork({
    similarity: [
      [null, 0.5],
      [0.9, 0.5],
    ],
    places: 1,
    capacities: [0, 1],
    kept: [[0, 0] as const, [0, 0] as const, [1, 0] as const],
  });
  if (!solved) throw new Error('all is kept');
  expect(onBids(solved.net)).toEqual([[0], [0]]);
  expect([...solved.net.load, ...solved.net.kept]).toEqual([2, 0, 2, 0]);
  expect([...solved.net.state].filter((state) => state === TAKEN)).toEqual([]);
  expect([...sumsOf(solved.net)].map((sum) => sum / solved.unit)).toEqual([0, 900_000]);
  expect(solvedNetwork({ similarity: [[0.5]], places: 2, capacities: [9] })).toBeNull();
});
