import { expect, test } from 'vitest';
import { showCoverage, showShort } from './coverage';

test.each([
  [95_000, '£950'],
  [12_000_000, '£120k'],
  [99_995_000, '£1m'],
  [240_000_000, '£2.4m'],
  [100_000_000, '£1m'],
])('%d pence is %s', (pence, shown) => {
  expect(showShort(pence)).toBe(shown);
});

test.each([
  [{ knownPence: 240_000_000, costed: 7, all: 9 }, '£2.4m known, 7 of 9 questions costed'],
  [{ knownPence: 0, costed: 0, all: 1 }, 'Cost unknown, 0 of 1 question costed'],
  [{ knownPence: 0, costed: 0, all: 0 }, 'Nothing bought yet'],
])('%j reads %s', (coverage, shown) => {
  expect(showCoverage(coverage)).toBe(shown);
});
