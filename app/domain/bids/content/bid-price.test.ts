import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineTotal, milestoneAmounts, totalOf, totalsOf } from './bid-price';

test.each([
  [{ dayRate: 65_000, days: 10 }, 650_000],
  [{ dayRate: 65_000, days: 2.5 }, 162_500],
  [{ dayRate: 33_333, days: 0.1 }, 3_333],
  [{ dayRate: 33_335, days: 0.1 }, 3_334],
  [{ dayRate: null, days: 10 }, 0],
  [{ dayRate: 65_000, days: null }, 0],
])('%o costs %i pence', (line, pence) => {
  expect(lineTotal(line)).toBe(pence);
});

test('a total adds staff, other costs and overheads', () => {
  const price = {
    lines: [
      { role: 'Professor', dayRate: 80_000, days: 20 },
      { role: 'Research fellow', dayRate: 45_000, days: 60 },
    ],
    otherCosts: [{ title: 'Travel', amount: 120_000 }],
    overheads: 900_000,
    fullEconomicCost: 80,
  };
  expect(totalsOf(price)).toEqual({
    staff: 4_300_000,
    otherCosts: 120_000,
    overheads: 900_000,
    total: 5_320_000,
  });
  expect(totalOf(price)).toBe(5_320_000);
});

test('milestones add up to the price whatever the shares', () => {
  expect(milestoneAmounts(100_001, [33, 33, 34])).toEqual([33_000, 33_000, 34_001]);
  const shares = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 }).map((parts) => {
    const cut = parts.map((part) => Math.floor((part * 100) / parts.reduce((a, b) => a + b, 0)));
    return cut.map((part, index) => (index === 0 ? part + 100 - cut.reduce((a, b) => a + b, 0) : part));
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000_000_000 }), shares, (total, parts) => {
      expect(milestoneAmounts(total, parts).reduce((a, b) => a + b, 0)).toBe(total);
    }),
  );
});
