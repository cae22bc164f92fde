import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankedArea } from '../../../../tests/support/factories/direction';
import { STARTING_WEIGHTS } from '../../strategy/scoring/score';
import { ordinal, NO_SPEND, showDifference, spendOf, spendTitle, type Spend } from './spend';
import { spendLines } from './spend-lines';

const spend = (committed: number, spent = 0): Spend => ({
  ...{ committed, spent, committedLines: committed > 0 ? 1 : 0, spentLines: spent > 0 ? 1 : 0 },
});
const areas = ['fraud', 'drugs', 'cyber'].map((slug, index) =>
  rankedArea(slug, 90 - index * 10, { rank: index + 1 }),
);
const money = (...pairs: [string, Spend][]) => new Map(pairs);

describe('score beside spend', () => {
  const whole = spend(400, 40);
  const of = money(['fraud', spend(100, 40)], ['drugs', spend(300)]);

  test('each area keeps its rank by score, and has one by money, a share of all and the difference', () => {
    const rows = spendOf(areas, of, whole, 'committed');
    expect(rows.map(({ slug, rank, spendRank, difference }) => [slug, rank, spendRank, difference])).toEqual([
      ['fraud', 1, 2, -1],
      ['drugs', 2, 1, 1],
      ['cyber', 3, 3, 0],
    ]);
    expect(rows.map(({ share }) => share.committed)).toEqual([25, 75, 0]);
  });

  test('what was spent may stand in another order, and equal sums share a rank', () => {
    const rows = spendOf(areas, of, whole, 'spent');
    expect(rows.map(({ spendRank, difference }) => [spendRank, difference])).toEqual([
      [1, 0],
      [2, 0],
      [2, 1],
    ]);
    expect(rows.map(({ share }) => share.spent)).toEqual([100, 0, 0]);
  });

  test('of no money there is no share', () => {
    const [row] = spendOf(areas, money(), NO_SPEND, 'committed');
    expect(row?.share).toEqual({ committed: null, spent: null });
  });

  test('money on one line of several areas is given to each, never split, and differences stay within the list', () => {
    const pence = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(fc.array(pence, { minLength: 3, maxLength: 3 }), (sums) => {
        const bySlug = money(...areas.map(({ slug }, at): [string, Spend] => [slug, spend(sums[at] ?? 0)]));
        const rows = spendOf(areas, bySlug, spend(1_000_000), 'committed');
        expect(rows.map((row) => row.spend.committed)).toEqual(sums);
        for (const row of rows) expect(row.difference).toBe(row.rank - row.spendRank);
        expect(Math.min(...rows.map(({ spendRank }) => spendRank))).toBe(1);
      }),
    );
  });
});

describe('the finding', () => {
  const title = (bySlug: Map<string, Spend>, kind: 'committed' | 'spent' = 'committed') =>
    spendTitle(spendOf(areas, bySlug, spend(400), kind), kind);

  test.each<[string, [string, Spend][], string]>([
    ['nothing', [], 'No money committed is known for any threat area'],
    [
      'as the score',
      [
        ['fraud', spend(3)],
        ['drugs', spend(2)],
        ['cyber', spend(1)],
      ],
      'Money committed is in the order of the scores',
    ],
    [
      'turned round',
      [
        ['fraud', spend(1)],
        ['drugs', spend(2)],
        ['cyber', spend(3)],
      ],
      'FRAUD is 1st by score and 3rd by money committed',
    ],
    [
      'none for the first',
      [
        ['drugs', spend(2)],
        ['cyber', spend(3)],
      ],
      'FRAUD is 1st by score and has no money committed',
    ],
  ])('of money that is %s', (_name, pairs, said) => expect(title(money(...pairs))).toBe(said));

  test('says which money', () =>
    expect(title(money(['cyber', spend(0, 9)]), 'spent')).toBe(
      'FRAUD is 1st by score and has no money spent',
    ));

  test.each([
    [0, 'The same place'],
    [1, '1 place more money than score'],
    [4, '4 places more money than score'],
    [-1, '1 place less money than score'],
    [-3, '3 places less money than score'],
  ])('a difference of %i is “%s”', (difference, said) => expect(showDifference(difference)).toBe(said));
});

test('the file says weights, parts, harm, money and ranks, in pounds and pence', () => {
  const rows = spendOf(areas, money(['fraud', spend(12_345, 50)]), spend(20_000, 50), 'committed');
  const figure = { slug: 'fraud', reference: 'R', value: 8e6, year: 2024, source: 'Model', estimate: true };
  const lines = spendLines({
    ...{ weights: STARTING_WEIGHTS, areas: rows, harm: [figure] },
    ...{ whole: spend(20_000, 50), noArea: spend(7655), elsewhere: NO_SPEND },
  });
  expect(lines).toContainEqual(['weight', 'harm', 40]);
  expect(lines).toContainEqual(['harm', 'fraud', 8e6, 2024, 'yes', 'Model']);
  expect(lines).toContainEqual(['money', 'fraud', '123.45', '0.50', 1, 1, 0]);
  expect(lines).toContainEqual(['money', 'cyber', '0.00', '0.00', 3, 2, 1]);
  expect(lines).toContainEqual(['other money', 'all, each line once', '200.00', '0.50']);
  expect(lines).toContainEqual(['other money', 'no threat area', '76.55', '0.00']);
  expect(lines.filter(([kind]) => kind === 'area')).toHaveLength(4);
});

test.each([
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [11, '11th'],
  [12, '12th'],
  [22, '22nd'],
])('%i is the %s', (place, words) => expect(ordinal(place)).toBe(words));
