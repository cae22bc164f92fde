import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOfTokenSecret, newTokenSecret } from './token-secret.server';

test('a token is never the same, and is looked up by its hash', () => {
  const made = Array.from({ length: 50 }, newTokenSecret);
  expect(new Set(made.map(({ token }) => token)).size).toBe(50);
  for (const { token, prefix, hash } of made) {
    expect(token.startsWith(`soundings_${prefix}`)).toBe(true);
    expect(hashOfTokenSecret(token)).toEqual(hash);
    expect(Buffer.from(hash)).toEqual(createHash('sha256').update(token).digest());
  }
});

test('a wrong letter anywhere is found without asking the database', () => {
  const { token } = newTokenSecret();
  for (const at of [10, 25, 49, 51, 56]) {
    const letter = token[at] === 'x' ? 'y' : 'x';
    expect(hashOfTokenSecret(token.slice(0, at) + letter + token.slice(at + 1)), `at ${at}`).toBeNull();
  }
  for (const text of [
    '',
    'soundings_',
    `${token} `,
    ` ${token}`,
    token.toUpperCase(),
    `${token}\n`,
    token + token,
  ])
    expect(hashOfTokenSecret(text)).toBeNull();
});

test('any other text of the right shape is told from a token', () => {
  const letter = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
  const letters = (length: number) => fc.string({ unit: letter, minLength: length, maxLength: length });
  fc.assert(
    fc.property(letters(40), letters(6), (body, check) => {
      expect(hashOfTokenSecret(`soundings_${body}_${check}`)).toBeNull();
    }),
  );
});

test('two letters that changed places are found', () => {
  const { token } = newTokenSecret();
  for (let at = 10; at < 49; at += 1) {
    const [one = '', other = ''] = token.slice(at, at + 2);
    const swapped = token.slice(0, at) + other + one + token.slice(at + 2);
    expect(hashOfTokenSecret(swapped) === null, `at ${at}`).toBe(one !== other);
  }
});

test('each letter of the alphabet comes about as often as another', () => {
  const counts = new Map<string, number>();
  for (const { token } of Array.from({ length: 600 }, newTokenSecret))
    for (const one of token.slice(10, 50)) counts.set(one, (counts.get(one) ?? 0) + 1);
  expect(counts.size).toBe(62);
  const mean = (600 * 40) / 62;
  for (const [one, count] of counts) {
    expect(count, one).toBeGreaterThan(mean * 0.6);
    expect(count, one).toBeLessThan(mean * 1.4);
  }
});
