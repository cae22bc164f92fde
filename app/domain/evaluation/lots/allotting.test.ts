import { expect, test } from 'vitest';
import { fraction } from '../scoring/fraction';
import { standAside, type LotToAllot } from './allotting';

/** `lot(1, 'a:90', 'b:80/2')`: bids by rank with their totals, and where the lot stands in the lead’s order. */
const lot = (number: number, ...bids: string[]): LotToAllot => ({
  number,
  places: 1,
  ranked: bids.map((one) => {
    const [bidder = '', total = '', order = ''] = one.split(/[:/]/);
    return {
      id: `${bidder}${number}`,
      bidder,
      total: fraction(Number(total)),
      order: order === '' ? null : Number(order),
    };
  }),
});

const two = (number: number, ...bids: string[]): LotToAllot => ({ ...lot(number, ...bids), places: 2 });
const aside = (lots: LotToAllot[], most: number, rule: 'preference' | 'difference') =>
  [...standAside(lots, { most, rule })].sort();

test('nobody stands aside who comes first in as many lots as they may win', () => {
  const lots = [lot(1, 'a:90', 'b:80'), lot(2, 'a:90', 'b:80'), lot(3, 'c:70')];
  expect(aside(lots, 2, 'preference')).toEqual([]);
  expect(aside(lots, 2, 'difference')).toEqual([]);
  expect(aside([], 1, 'difference')).toEqual([]);
});

// Worked by hand. a leads in all three lots, by 10, 30 and 20 points.
const three = [lot(1, 'a:90/1', 'b:80/1'), lot(2, 'a:90/3', 'b:60/2'), lot(3, 'a:90/2', 'c:70/1', 'b:60/3')];

test.each([
  // By difference a keeps lot 2 (30). b then follows in lot 1 and c in lot 3.
  [1, 'difference', ['a1', 'a3']],
  // With two, also lot 3 (20).
  [2, 'difference', ['a1']],
  // By its own order a keeps lot 1; b then comes first in lot 2 alone, c in lot 3.
  [1, 'preference', ['a2', 'a3']],
  [2, 'preference', ['a2']],
  [3, 'preference', []],
] as const)('one bidder who may win %i, by %s', (most, rule, expected) => {
  expect(aside(three, most, rule)).toEqual(expected);
});

test('whoever moves up can come first too often in turn, and leave something as well', () => {
  // a keeps lot 1 and leaves lot 2, which makes b first in lots 2 and 3; b keeps 3, so c has lot 2.
  const lots = [lot(1, 'a:90/1', 'c:50/2'), lot(2, 'a:90/2', 'b:80/2', 'c:70/1'), lot(3, 'b:80/1')];
  expect(aside(lots, 1, 'preference')).toEqual(['a2', 'b2']);
});

test('a lot that nobody else would win is kept before any lead', () => {
  expect(aside([lot(1, 'a:90', 'b:10'), lot(2, 'a:40')], 1, 'difference')).toEqual(['a1']);
});

test('equal leads and orders that nobody stated go by the number of the lot', () => {
  const lots = [lot(2, 'a:90', 'b:80'), lot(1, 'a:90', 'b:80')];
  expect(aside(lots, 1, 'difference')).toEqual(['a2']);
  expect(aside(lots, 1, 'preference')).toEqual(['a2']);
});

test('where a lot has two awards, the lead is counted from the bid that would move up', () => {
  // Lot 1 has two places: b leads c by 40 there, a leads c by 50. In lot 2 a leads by 45.
  const lots = [two(1, 'a:90', 'b:80', 'c:40'), lot(2, 'a:85', 'c:40')];
  expect(aside(lots, 1, 'difference')).toEqual(['a2']);
});

test('two bids of one bidder for one lot count as that lot once, and leave it together', () => {
  const twice = two(1, 'a:90', 'a:80', 'b:70');
  expect(aside([twice], 1, 'difference')).toEqual([]);
  const ids = { ...twice, ranked: twice.ranked.map((bid, i) => ({ ...bid, id: `x${i}` })) };
  expect(aside([ids, lot(2, 'a:90', 'b:10')], 1, 'difference')).toEqual(['x0', 'x1']);
});
