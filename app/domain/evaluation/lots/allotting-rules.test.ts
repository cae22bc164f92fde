import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOT_RULES } from '../../questions/lots/lot';
import { compare, fraction } from '../scoring/fraction';
import { standAside, type LotToAllot } from './allotting';

const BIDDERS = ['a', 'b', 'c', 'd'];
const bids = fc.array(
  fc.record({
    bidder: fc.constantFrom(...BIDDERS),
    total: fc.nat(100),
    order: fc.option(fc.integer({ min: 1, max: 5 })),
  }),
  { maxLength: 6 },
);
const lots: fc.Arbitrary<LotToAllot[]> = fc
  .array(fc.record({ places: fc.integer({ min: 1, max: 3 }), bids }), { maxLength: 5 })
  .map((all) =>
    all.map(({ places, bids: given }, at) => ({
      number: at + 1,
      places,
      ranked: given
        .map((bid, index) => ({ ...bid, id: `${at + 1}-${index}`, total: fraction(bid.total) }))
        .toSorted((a, b) => -compare(a.total, b.total)),
    })),
  );
const limits = fc.record({ most: fc.integer({ min: 1, max: 4 }), rule: fc.constantFrom(...LOT_RULES) });

/** In how many lots each bidder is among the winners once some stand aside. */
function winsOf(all: LotToAllot[], aside: ReadonlySet<string>): Map<string, number> {
  const wins = new Map<string, number>();
  for (const { ranked, places } of all) {
    const winners = ranked.filter(({ id }) => !aside.has(id)).slice(0, places);
    for (const bidder of new Set(winners.map((bid) => bid.bidder)))
      wins.set(bidder, (wins.get(bidder) ?? 0) + 1);
  }
  return wins;
}

describe('whatever bids there are', () => {
  test('nobody wins more lots than they may', () => {
    fc.assert(
      fc.property(lots, limits, (all, limit) => {
        const wins = [...winsOf(all, standAside(all, limit)).values()];
        expect(Math.max(0, ...wins)).toBeLessThanOrEqual(limit.most);
      }),
    );
  });

  test('whoever stands aside in one lot wins as many others as they may', () => {
    fc.assert(
      fc.property(lots, limits, (all, limit) => {
        const aside = standAside(all, limit);
        const wins = winsOf(all, aside);
        const left = all.flatMap(({ ranked }) => ranked.filter(({ id }) => aside.has(id)));
        for (const { bidder } of left) expect(wins.get(bidder)).toBe(limit.most);
      }),
    );
  });

  test('a bidder leaves a lot with all bids for it', () => {
    fc.assert(
      fc.property(lots, limits, (all, limit) => {
        const aside = standAside(all, limit);
        for (const { ranked } of all)
          for (const bidder of BIDDERS) {
            const own = ranked.filter((bid) => bid.bidder === bidder).map(({ id }) => aside.has(id));
            expect(new Set(own).size).toBeLessThanOrEqual(1);
          }
      }),
    );
  });

  test('it does not matter which lot is told first', () => {
    fc.assert(
      fc.property(lots, limits, (all, limit) => {
        expect([...standAside(all.toReversed(), limit)].sort()).toEqual([...standAside(all, limit)].sort());
      }),
    );
  });

  test('as many lots as there are limit nobody', () => {
    fc.assert(
      fc.property(lots, fc.constantFrom(...LOT_RULES), (all, rule) => {
        expect(standAside(all, { most: Math.max(1, all.length), rule }).size).toBe(0);
      }),
    );
  });
});
