import { expect, test } from 'vitest';
import { buyerOf, thresholdWarnings, withVat } from './thresholds';

const day = new Date('2026-11-22');

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
  const [warning = ''] = thresholdWarnings(pence, buyer, day);
  const found = warning.includes('applies in full')
    ? 'threshold'
    : warning.includes('notice is due')
      ? 'notice'
      : 'none';
  expect(found).toBe(expected);
});

test('no budget and a time before the data say nothing', () => {
  expect(thresholdWarnings(null, 'central', day)).toEqual([]);
  expect(thresholdWarnings(90_000_000, 'central', new Date('2025-12-31'))).toEqual([]);
});

test('VAT and buyers', () => {
  expect(withVat(12_000_000)).toBe(14_400_000);
  expect(buyerOf('central-government-department')).toBe('central');
  expect(buyerOf('police-force')).toBe('others');
});
