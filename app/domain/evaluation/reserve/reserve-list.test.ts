import { expect, test } from 'vitest';
import { nextInRank, refusedFromReserve } from './reserve-list';

const rows = [
  { reference: 'won', rank: 1 },
  { reference: 'next', rank: 2 },
  { reference: 'poor', rank: null },
  { reference: 'last', rank: 3 },
];

test('those next in rank, without the awarded and the unranked', () => {
  expect(nextInRank(rows, new Set(['won']))).toEqual(['next', 'last']);
  expect(nextInRank(rows, new Set(['won', 'next', 'last']))).toEqual([]);
});

const places = [
  { bidId: 'b', position: 2 },
  { bidId: 'a', position: 1 },
];

test.each([
  [['a'], 1, 'fine'],
  [['b'], 1, 'ReserveIsOutOfOrder'],
  [['a', 'b'], 2, 'fine'],
  [['b', 'a'], 2, 'fine'],
  [['a', 'b'], 1, 'AwardsAreAllGiven'],
  [['a', 'b', 'c'], 3, 'ReserveIsOutOfOrder'],
  [[], 1, 'NobodyIsChosen'],
  [['x'], 1, 'ReserveIsOutOfOrder'],
])('a recommendation of %j with %i free is %s', (bidIds, free, expected) => {
  expect(refusedFromReserve(places, bidIds, free)?.name ?? 'fine').toBe(expected);
});
