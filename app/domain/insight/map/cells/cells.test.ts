import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noCounts, sumOf, type Counts } from '../marks';
import { layOut } from '../evidence-map';
import { addFacts, noFacts, type CellFacts } from './cell-facts';
import { GAP_KINDS, GAPS, gapsOf } from './gap-kinds';
import { keysIn, spread, type Profile } from './profiles';

const headings = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ key: `k${at}`, name: `Name ${at}` }));
const profile = (over: Partial<Profile>): Profile => ({
  ...{ kind: 'question' as const, rows: 0n, columns: 0n, count: 1 },
  ...noFacts(),
  ...over,
});

describe('the kinds of gap', () => {
  const cases: [string, Partial<Counts>, Partial<CellFacts>, string[]][] = [
    ['nothing at all', {}, {}, ['absolute']],
    ['asked without money', { question: 2 }, { unfunded: 2 }, ['unfunded']],
    ['asked, one of two with money', { question: 2 }, { unfunded: 1 }, []],
    ['being bought', { question: 1, commission: 1 }, { unfunded: 1 }, ['running']],
    ['three primary findings', { 'finding-high': 3 }, { current: 3 }, ['synthesis']],
    ['three of which one is a review', { 'finding-high': 3 }, { reviews: 1, current: 3 }, []],
    ['two primary findings', { 'finding-high': 2 }, { current: 1 }, []],
    ['low confidence only', { 'finding-low': 1, 'not-appraised': 1 }, { current: 2 }, ['lowOnly']],
    ['all past review', { 'finding-moderate': 2 }, { current: 0 }, ['stale']],
    [
      'several at once',
      { 'finding-low': 3, commission: 1 },
      {},
      ['running', 'synthesis', 'lowOnly', 'stale'],
    ],
  ];
  test.each(cases)('%s', (_name, counts, facts, kinds) => {
    expect(gapsOf({ ...noCounts(), ...counts }, { ...noFacts(), ...facts })).toEqual(kinds);
  });

  test('each has a word and a mark of its own', () => {
    expect(new Set(GAP_KINDS.map((kind) => GAPS[kind].mark)).size).toBe(GAP_KINDS.length);
    expect(new Set(GAP_KINDS.map((kind) => GAPS[kind].name)).size).toBe(GAP_KINDS.length);
  });
});

describe('profiles', () => {
  const [rows, columns] = [headings(4), headings(3)];
  const bits = (most: number) => fc.bigInt({ min: 0n, max: (1n << BigInt(most)) - 1n });

  test('an item stands in each of its cells, once in each row and once in all', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ rows: bits(4), columns: bits(3), count: fc.integer({ min: 1, max: 9 }) })),
        (given) => {
          const profiles = given.map((one) => profile(one));
          const map = layOut(rows, columns, spread(profiles, rows, columns));
          const all = given.reduce((sum, { count }) => sum + count, 0);
          expect(sumOf(map.total)).toBe(all);
          for (const [at, row] of map.rows.entries()) {
            const here = given.filter((one) => (one.rows >> BigInt(at)) & 1n);
            expect(sumOf(row.all)).toBe(here.reduce((sum, { count }) => sum + count, 0));
            const apart = here.filter((one) => one.columns === 0n).reduce((sum, { count }) => sum + count, 0);
            expect(sumOf(row.unplaced)).toBe(apart);
          }
        },
      ),
    );
  });

  test('without a bit an item stands at no heading', () => {
    expect(keysIn(0n, rows)).toEqual([null]);
    expect(keysIn(0b1010n, rows)).toEqual(['k1', 'k3']);
  });

  test('facts add up, and of two days the earlier is due', () => {
    const two = [
      profile({ rows: 1n, columns: 1n, unfunded: 1, dueOn: '2027-03-01' }),
      profile({ rows: 3n, columns: 1n, kind: 'commission', dueOn: '2026-12-01' }),
    ];
    const { facts } = layOut(rows, columns, spread(two, rows, columns)).rows[0] ?? { facts: [] };
    expect(facts[0]).toMatchObject({ unfunded: 1, dueOn: '2026-12-01' });
    expect(addFacts(noFacts(), noFacts())).toEqual(noFacts());
  });
});
