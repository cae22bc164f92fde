import { expect, test } from 'vitest';
import { buyerOf, inForce, thresholdWarnings, withVat } from './thresholds';

const day = new Date('2026-11-22');
const from = (at: string, central: number, others: number, kind: string) =>
  [['central', central] as const, ['others', others] as const].map(([buyer, amount]) => ({
    buyer,
    kind,
    amount,
    validFrom: new Date(at),
  }));
/** Procurement Act 2023, amounts in force from 1 January 2026. */
const ROWS = [
  ...from('2026-01-01', 13_501_800, 20_772_000, 'full'),
  ...from('2026-01-01', 1_200_000, 3_000_000, 'notice'),
];

test.each<[number, 'central' | 'others', 'none' | 'notice' | 'threshold']>([
  [999_900, 'central', 'none'],
  [1_000_000, 'central', 'notice'],
  [11_251_400, 'central', 'notice'],
  [11_251_500, 'central', 'threshold'],
  [2_499_900, 'others', 'none'],
  [2_500_000, 'others', 'notice'],
  [17_309_900, 'others', 'notice'],
  [17_310_000, 'others', 'threshold'],
])('%i pence without VAT, %s: %s', (pence, buyer, expected) => {
  const [warning = ''] = thresholdWarnings(pence, buyer, day, ROWS);
  const found = warning.includes('applies in full')
    ? 'threshold'
    : warning.includes('notice is due')
      ? 'notice'
      : 'none';
  expect(found).toBe(expected);
});

test('no budget, no data and a time before the data say nothing', () => {
  expect(thresholdWarnings(null, 'central', day, ROWS)).toEqual([]);
  expect(thresholdWarnings(90_000_000, 'central', day, [])).toEqual([]);
  expect(thresholdWarnings(90_000_000, 'central', new Date('2025-12-31'), ROWS)).toEqual([]);
});

test('a later row takes over from its day on, in whatever order they come', () => {
  const rows = [...from('2028-01-01', 14_000_000, 21_000_000, 'full'), ...ROWS];
  const amount = (on: string) => inForce(rows, { buyer: 'central', kind: 'full' }, new Date(on))?.amount;
  expect([amount('2027-12-31'), amount('2028-01-01')]).toEqual([13_501_800, 14_000_000]);
  const short = 11_400_000;
  expect(thresholdWarnings(short, 'central', new Date('2027-12-31'), rows)[0]).toContain('applies in full');
  expect(thresholdWarnings(short, 'central', new Date('2028-01-01'), rows)[0]).toContain('notice is due');
});

test('VAT and buyers', () => {
  expect(withVat(12_000_000)).toBe(14_400_000);
  expect(buyerOf('central-government-department')).toBe('central');
  expect(buyerOf('police-force')).toBe('others');
});
