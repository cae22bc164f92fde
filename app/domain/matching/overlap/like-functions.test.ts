import { expect, test } from 'vitest';
import { likeFunctions, type StatedFunction } from './like-functions';

const one = (id: string, purpose: string, over: Partial<StatedFunction> = {}): StatedFunction => ({
  ...{ id, purpose, level: 'national', areas: ['drugs'] },
  ...over,
});
const all = [
  one('a', 'Traces payments in virtual currency through public ledgers'),
  one('b', 'Tracing of virtual currency payments over the public ledger', { areas: ['fraud'] }),
  one('c', 'Watches ships that meet at sea by night', { areas: ['ports'] }),
  one('d', 'Traces payments in virtual currency through public ledgers', { level: 'local' }),
  one('e', 'Examines seized telephones and payments for stolen goods, and traces their owners abroad'),
];

test('nearly the same function at the same level is flagged, with the words that say so', () => {
  const found = likeFunctions(all, 'a');
  expect(found.map(({ otherId }) => otherId)).toEqual(['b']);
  expect(found[0]?.words).toEqual(expect.arrayContaining(['currency', 'virtual', 'ledgers']));
  expect(likeFunctions(all, 'b').map(({ otherId }) => otherId)).toEqual(['a']);
});

test('another level, another function, or nothing to compare with is not', () => {
  expect(likeFunctions(all, 'c')).toEqual([]);
  expect(likeFunctions(all, 'd')).toEqual([]);
  expect(likeFunctions(all, 'nobody')).toEqual([]);
  expect(likeFunctions([], 'a')).toEqual([]);
});

test('about the same threat, less of the words is enough', () => {
  const near = [
    one('x', 'Opens locked telephones for courts'),
    one('y', 'Opens telephones for courts at the roadside'),
    ...all.slice(2, 3),
  ];
  const elsewhere = near.map((each) => (each.id === 'y' ? { ...each, areas: ['fraud'] } : each));
  const likeness = likeFunctions(near, 'x')[0]?.likeness ?? 0;
  expect(likeness).toBeGreaterThanOrEqual(0.25);
  expect(likeness).toBeLessThan(0.5);
  expect(likeFunctions(elsewhere, 'x')).toEqual([]);
});
