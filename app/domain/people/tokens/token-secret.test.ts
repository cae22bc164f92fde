import { createHash } from 'node:crypto';
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
