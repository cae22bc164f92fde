import { expect, test } from 'vitest';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Order, Search } from './candidates.server';
import { amongTheBest, mayBeMore, mostCounted } from './searches.server';

const nothing = Prisma.sql`true`;
const search = (order?: Order): Search => ({
  noun: 'finding',
  source: {
    ...{ id: nothing, columns: nothing, place: nothing, from: nothing, document: nothing },
    texts: { onRow: () => nothing, within: () => nothing },
  },
  wanted: { condition: nothing, sought: null, marked: null },
  order,
});
const ids = (count: number) => Array.from({ length: count }, (_, place) => `id ${place}`);

test.each<[Order | undefined, number, boolean]>([
  [undefined, 999, false],
  [undefined, 1000, true],
  [{ ids: ids(3), whole: true, goesOn: false }, 3, false],
  [{ ids: ids(200), whole: true, goesOn: true }, 150, true],
  [{ ids: ids(500), whole: false, goesOn: false }, 700, false],
  [{ ids: ids(500), whole: false, goesOn: false }, 1000, true],
])('there may be more than were looked at (%#)', (order, found, more) => {
  expect(mayBeMore(search(order), found)).toBe(more);
});

test('only an order that holds all that can stand among the first is cut', () => {
  const cut = (order?: Order) => amongTheBest(search(order), 2).order?.ids.length;
  expect(cut({ ids: ids(5), whole: true, goesOn: true })).toBe(2);
  expect(cut({ ids: ids(5), whole: false, goesOn: false })).toBe(5);
  expect(cut()).toBeUndefined();
});

test('of loose words fewer are counted than of anything else', () => {
  expect([mostCounted(true), mostCounted(false)]).toEqual([200, 1000]);
});
