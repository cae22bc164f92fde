import { describe, expect, test } from 'vitest';
import { scoreOverlap, WORDINGS } from '../../../../tests/bench/overlap';
import { candidatePairs, overlapOf, WEIGHTS, type Compared } from './overlap';
import { cosine, raritiesIn, stemsOf, weightedJaccard } from './rarity';

const area = (slug: string, above: string[] = [], words = slug) => ({ slug, name: slug, above, words });
const group = (id: string, over: Partial<Compared> = {}): Compared => ({
  ...{ id, name: `Group ${id}`, kind: 'governs', purpose: `Does the work of ${id}`, cadence: 2 },
  ...{
    areas: [area('drugs')],
    strands: ['Pursue'],
    levels: ['National'],
    members: [{ id: 'm1', name: 'One' }],
  },
  ...over,
});
const lot = [
  group('a', { purpose: 'Holds forces to account for breaking courier networks' }),
  group('b', { purpose: 'Account of forces that break networks of couriers' }),
  group('c', { areas: [area('fraud')], purpose: 'Blocks false calls', members: [{ id: 'm2', name: 'Two' }] }),
  group('d', {
    areas: [area('cyber')],
    purpose: 'Trains young people',
    members: [{ id: 'm3', name: 'Three' }],
  }),
];

describe('what two sets share', () => {
  test('rare things tell more, and what all have tells nothing much', () => {
    const tells = raritiesIn([['a', 'b'], ['a'], ['a']]);
    expect(tells('b')).toBeGreaterThan(tells('a') * 3);
    expect(tells('never seen')).toBe(tells('b'));
  });

  test('words are stems, once each, whatever their form', () => {
    expect([...stemsOf('Boats, a boat; BOATING!').entries()]).toEqual([['boat', 'boats']]);
  });

  test('likeness goes from nothing to one', () => {
    const [one, other] = [new Map([['x', 2]]), new Map([['y', 1]])];
    expect(weightedJaccard(one, one)).toBe(1);
    expect(weightedJaccard(one, other)).toBe(0);
    expect(weightedJaccard(new Map(), new Map())).toBe(0);
    expect(weightedJaccard(new Map([['x', 1]]), one)).toBe(0.5);
    expect(cosine(new Set(['x']), new Set(['x', 'y']), () => 1)).toBeCloseTo(Math.SQRT1_2);
    expect(cosine(new Set(), new Set(['x']), () => 1)).toBe(0);
  });
});

test('the weights share out one whole', () => {
  expect(Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1);
});

test('two that do the same are offered, with what they share', () => {
  const pairs = candidatePairs(lot);
  expect(pairs.map(({ firstId, secondId }) => [firstId, secondId])).toEqual([['a', 'b']]);
  expect(pairs[0]?.shared).toMatchObject({
    areas: ['drugs'],
    members: ['One'],
    reach: ['Pursue', 'National'],
  });
  expect(pairs[0]?.shared.words).toEqual(expect.arrayContaining(['courier', 'networks', 'forces']));
});

test('what was decided to be two is passed over, and order makes no difference', () => {
  expect(candidatePairs(lot, new Set(['a b']))).toEqual([]);
  expect(candidatePairs(lot.toReversed()).map(({ score }) => score)).toEqual(
    candidatePairs(lot).map(({ score }) => score),
  );
  expect(candidatePairs([])).toEqual([]);
  expect(candidatePairs([group('a')])).toEqual([]);
});

test('a term is near to the one above it, and to one that says the same', () => {
  const of = (one: Compared['areas'], other: Compared['areas']) =>
    overlapOf([...lot, group('x', { areas: one }), group('y', { areas: other })], 'x', 'y')?.likeness.areas ??
    0;
  const same = of([area('coins')], [area('coins')]);
  const child = of([area('coins', ['technology'])], [area('technology')]);
  const worded = of(
    [area('laundering', [], 'money laundering and illicit finance')],
    [area('illicit', [], 'illicit finance')],
  );
  const other = of([area('coins')], [area('guns')]);
  expect(same).toBe(1);
  for (const near of [child, worded]) {
    expect(near).toBeGreaterThan(0.15);
    expect(near).toBeLessThan(1);
  }
  expect(other).toBe(0);
});

test('a board and a forum are less likely one, and nothing recorded forbids nothing', () => {
  const pair = (over: Partial<Compared>) =>
    overlapOf([...lot, group('x'), group('y', over)], 'x', 'y')?.score ?? 0;
  expect(pair({ kind: 'discusses' })).toBeLessThan(pair({}));
  expect(pair({ members: [] })).toBeGreaterThan(0);
  expect(pair({ cadence: 6 })).toBeLessThan(pair({}));
  expect(overlapOf(lot, 'a', 'nobody')).toBeNull();
});

test('the groups are 37 that govern and 59 that discuss', () => {
  const { groups } = scoreOverlap();
  const count = (kind: string) => groups.filter((one) => one.kind === kind).length;
  expect([count('governs'), count('discusses')]).toEqual([37, 59]);
});

test.each(WORDINGS.map((wording) => [wording.name, wording] as const))(
  'nine of ten planted duplicates are found, and they are half of what is offered: %s',
  (_name, wording) => {
    const { groups, planted, recall, precision } = scoreOverlap(wording);
    expect([groups.length, planted]).toEqual([96, 10]);
    expect(recall).toBeGreaterThanOrEqual(0.9);
    expect(precision).toBeGreaterThanOrEqual(0.5);
  },
);
