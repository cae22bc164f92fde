import { expect, test } from 'vitest';
import { faultOfPassword, hashPassword, passwordFits } from './passwords.server';

test.each([
  ['correct horse battery', null],
  ['            x', null],
  ['zwölf Zeichen', null],
  ['short', 'Use 12 characters or more'],
  ['eleven char', 'Use 12 characters or more'],
  ['x'.repeat(13), 'leaked'],
  ['abcabcabcabc', 'leaked'],
  ['1qaz2wsx3edc', 'leaked'],
  ['QwertyQwerty', 'leaked'],
  ['123456789qwe', 'leaked'],
  ['ab cd '.repeat(40), 'Use 200 characters or fewer'],
])('%s → %s', (password, fault) => {
  const found = faultOfPassword(password);
  if (fault === null) expect(found).toBeNull();
  else expect(found).toContain(fault);
});

test('a password fits its own hash only, and never an account without one', async () => {
  const stored = await hashPassword('a long enough password');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwordFits(stored, 'a long enough password')).toBe(true);
  expect(await passwordFits(stored, 'a long enough passwore')).toBe(false);
  expect(await passwordFits(null, 'a password that nobody has')).toBe(false);
});

test('an accent fits however it was composed', async () => {
  expect(await passwordFits(await hashPassword('caf\u00e9 caf\u00e9 caf\u00e9'), 'cafe\u0301 cafe\u0301 cafe\u0301')).toBe(true);
});

test('an unknown account takes as long as a known one', async () => {
  const stored = await hashPassword('a long enough password');
  const fastest = async (against: string | null) => {
    const times: number[] = [];
    for (let turn = 0; turn < 10; turn += 1) {
      const start = performance.now();
      await passwordFits(against, 'something else entirely');
      times.push(performance.now() - start);
    }
    return Math.min(...times);
  };
  expect(await fastest(null)).toBeGreaterThan(0.4 * (await fastest(stored)));
});
