import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apiScopes, API_SCOPES } from './api-scopes';
import { endOfLife, holds, isLive, LIFETIMES, TOKEN_ENDS, USUAL_LIFETIME } from './api-token';

const NOW = new Date('2026-11-22T09:00:00Z');
const after = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);
const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });

describe('a token is live', () => {
  test.each([
    ['before its end', { expiresAt: after(1), endedAt: null }, true],
    ['not at its end', { expiresAt: NOW, endedAt: null }, false],
    ['not after its end', { expiresAt: after(-1), endedAt: null }, false],
    ['not once it was ended', { expiresAt: after(1), endedAt: after(-1) }, false],
    ['not even when it ends this moment', { expiresAt: after(1), endedAt: NOW }, false],
    ['not when both are past', { expiresAt: after(-2), endedAt: after(-1) }, false],
  ])('%s', (_when, standing, live) => expect(isLive(standing, NOW)).toBe(live));

  test('never again once it was not', () => {
    fc.assert(
      fc.property(instant, fc.option(instant), instant, fc.nat(), (expiresAt, endedAt, now, later) => {
        const standing = { expiresAt, endedAt };
        if (!isLive(standing, now)) expect(isLive(standing, new Date(now.getTime() + later))).toBe(false);
      }),
    );
  });

  test('for as many days as were chosen, to the millisecond', () => {
    for (const days of Object.keys(LIFETIMES).map(Number)) {
      const standing = { expiresAt: endOfLife(NOW, days), endedAt: null };
      expect(isLive(standing, after(days * 86_400_000 - 1))).toBe(true);
      expect(isLive(standing, after(days * 86_400_000))).toBe(false);
    }
    expect(endOfLife(new Date('2026-03-28T12:00:00Z'), 7)).toEqual(new Date('2026-04-04T12:00:00Z'));
  });
});

test('what is chosen for its life is offered, and a year is the most', () => {
  expect(Object.keys(LIFETIMES)).toContain(USUAL_LIFETIME);
  expect(Math.max(...Object.keys(LIFETIMES).map(Number))).toBe(365);
});

describe('what it may be used for', () => {
  test('is what it names and nothing near it', () => {
    fc.assert(
      fc.property(fc.subarray(apiScopes), fc.constantFrom(...apiScopes), (scopes, scope) => {
        expect(holds(scopes, scope)).toBe(new Set<string>(scopes).has(scope));
      }),
    );
    for (const near of ['read', 'read:', 'read:findings ', 'READ:FINDINGS', 'write:findings', '*', 'read:*'])
      expect(holds([near], 'read:findings'), near).toBe(false);
  });

  test('is read or written of one noun, each in words of its own', () => {
    for (const scope of apiScopes) expect(scope).toMatch(/^(read|write):[a-z]+$/);
    const words = Object.values(API_SCOPES);
    expect(new Set(words).size).toBe(words.length);
    for (const [scope, said] of Object.entries(API_SCOPES))
      if (scope.startsWith('read:')) expect(said).toMatch(/^Read /);
      else expect(said).not.toMatch(/^Read /);
  });
});

test('each way to end is told apart', () => {
  const words = Object.values(TOKEN_ENDS);
  expect(new Set(words).size).toBe(words.length);
  for (const said of words) expect(said).toMatch(/^(Revoked by|Ended when) [a-z ]+$/);
});
