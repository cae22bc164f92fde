import { expect, test } from 'vitest';
import {
  codeAt,
  hashOfRecoveryCode,
  lockSecret,
  newRecoveryCodes,
  newSecondFactorSecret,
  secondFactorPicture,
  stepOfCode,
  unlockSecret,
} from './second-factor.server';

// RFC 6238, appendix B, the SHA-1 column, last six digits. The secret is '12345678901234567890'.
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('at %i seconds the code is %s', (seconds, code) => {
  const at = new Date(seconds * 1000);
  expect(codeAt(RFC_SECRET, at)).toBe(code);
  expect(stepOfCode(RFC_SECRET, code, at, null)).toBe(BigInt(Math.floor(seconds / 30)));
});

test('a code counts half a minute early or late, never twice, and never after a later one', () => {
  const secret = newSecondFactorSecret();
  const at = new Date('2026-11-21T12:00:10Z');
  const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);
  const code = codeAt(secret, at);
  const step = stepOfCode(secret, code, at, null);
  expect(step).not.toBeNull();
  expect(stepOfCode(secret, code, later(30), null)).toBe(step);
  expect(stepOfCode(secret, code, later(-30), null)).toBe(step);
  expect(stepOfCode(secret, code, later(61), null)).toBeNull();
  expect(stepOfCode(secret, code, at, step)).toBeNull();
  expect(stepOfCode(secret, codeAt(secret, later(-30)), at, step)).toBeNull();
  expect(stepOfCode(secret, codeAt(secret, later(30)), later(30), step)).toBe((step ?? 0n) + 1n);
});

test.each(['', '12345', '1234567', 'abcdef', '１２３４５６', ' 287082'])('%j is no code', (code) => {
  expect(stepOfCode(RFC_SECRET, code, new Date(59_000), null)).toBeNull();
});

test('the picture holds a code that apps read', () => {
  const { svg, address } = secondFactorPicture(RFC_SECRET, 'a person@example.org');
  expect(svg).toMatch(/^<svg /);
  expect(address).toBe(
    `otpauth://totp/Soundings:a%20person%40example.org?issuer=Soundings&secret=${RFC_SECRET}&algorithm=SHA1&digits=6&period=30`,
  );
});

test('a secret is locked for one person', () => {
  const locked = lockSecret(RFC_SECRET, 'one');
  expect(Buffer.from(locked).toString('latin1')).not.toContain(RFC_SECRET);
  expect(unlockSecret(locked, 'one')).toBe(RFC_SECRET);
  expect(() => unlockSecret(locked, 'another')).toThrow();
});

test('recovery codes are ten, different, and read however they are typed', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/);
  const [code = ''] = codes;
  expect(hashOfRecoveryCode(` ${code.toUpperCase().replace('-', ' ')} `)).toEqual(hashOfRecoveryCode(code));
  expect(hashOfRecoveryCode('123456')).toBeNull();
});
