import { expect, test } from 'vitest';
import { cursorInput } from './cursor';

const ID = '0193e6a1-7b5c-7d2e-8f00-0123456789ab';

test.each([
  [`2026-11-21T17:00:00.123456Z_${ID}`, true],
  [`2026-11-21T17:00:00Z_${ID}`, true],
  [`2028-02-29_${ID}`, true],
  [`2026-02-29_${ID}`, false],
  [`2026-02-31T17:00:00.000000Z_${ID}`, false],
  [`2026-11-21T25:00:00.000000Z_${ID}`, false],
  [`2026-11-21_${'-'.repeat(36)}`, false],
  [`2026-11-21_${ID}_${ID}`, false],
  [ID, false],
  [`_${ID}`, false],
  [`0000-01-01_${ID}`, false],
  [`0000-01-01T00:00:00Z_${ID}`, false],
  ['2026-11-21', false],
  ['', false],
])('%s is a place in a list: %s', (text, is) => {
  expect(cursorInput.safeParse(text).success).toBe(is);
});
