import { expect, test } from 'vitest';
import { whyLow } from './low-price';

const priced = (...pounds: number[]) =>
  pounds.map((amount, i) => ({ id: `b${i + 1}`, price: amount * 100, fullEconomicCost: 80 }));
const byMean = { lowPricePercent: 30, lowCostPercent: null };

test.each([
  // The others' mean is £100,000, so that £70,000 is exactly at the limit and not below it.
  ['at the limit', [70_000, 90_000, 110_000], []],
  ['a pound below it', [69_999, 90_000, 110_000], ['It is 30% below the mean of the other 2 prices.']],
  ['far below it', [40_000, 90_000, 110_000], ['It is 60% below the mean of the other 2 prices.']],
  ['one other is too few', [10_000, 100_000], []],
  ['alone', [10_000], []],
])('%s', (_, pounds, expected) => {
  const bids = priced(...pounds);
  expect(bids[0] && whyLow(bids[0], bids, byMean)).toEqual(expected);
});

test('a price below the stated full economic cost is another reason, and no rule finds nothing', () => {
  const [low, ...others] = priced(40_000, 90_000, 110_000);
  if (!low) throw new Error('no bid');
  const covering = { ...low, fullEconomicCost: 49 };
  expect(whyLow(covering, [covering, ...others], { lowPricePercent: 30, lowCostPercent: 50 })).toEqual([
    'It is 60% below the mean of the other 2 prices.',
    'It covers 49% of the full economic cost that the bid states.',
  ]);
  expect(whyLow(low, [low, ...others], { lowPricePercent: null, lowCostPercent: null })).toEqual([]);
  expect(
    whyLow({ ...low, fullEconomicCost: null }, [low], { lowPricePercent: null, lowCostPercent: 99 }),
  ).toEqual([]);
});
