import { expect, test } from 'vitest';
import { parseMoney, showMoney } from './money';

test.each([
  ['£120,000', 12_000_000],
  ['120000', 12_000_000],
  [' £ 1,234.5 ', 123_450],
  ['0.05', 5],
])('%s is %d pence', (text, pence) => expect(parseMoney(text)).toBe(pence));

test.each(['', 'lots', '-5', '1,00', '1.234', '£20,000,000.01', '1e5'])('%o is no amount', (text) =>
  expect(parseMoney(text)).toBeNull(),
);

test('pence are shown only where there are some', () => {
  expect([showMoney(12_000_000), showMoney(123_450)]).toEqual(['£120,000', '£1,234.50']);
});
