import { afterAll, expect, test } from 'vitest';
import { env } from '~/platform/env.server';
import { mayEnterDemonstration, pageToReturnTo } from './entrance.server';

test.each([
  ['/questions?q=a', '/questions?q=a'],
  ['/', '/'],
  ['', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['/a/..//evil.example', '/'],
  ['/%2F/evil', '/%2F/evil'],
  ['\t//evil.example', '/'],
  ['/ok\n//evil.example', '/'],
])('after signing in, from %j goes to %j', (from, to) => {
  const request = new Request(`http://localhost/sign-in?from=${encodeURIComponent(from)}`);
  expect(pageToReturnTo(request)).toBe(to);
});

const arrival = (address: string, headers: Record<string, string> = {}) => ({
  request: new Request('http://localhost:3000/sign-in', { headers: { Host: 'localhost:3000', ...headers } }),
  context: { address, nonce: '', reference: '', formKey: '' },
});

const given = env.SOUNDINGS_DEMONSTRATION;
afterAll(() => {
  env.SOUNDINGS_DEMONSTRATION = given;
});

test('a demonstration is entered from this machine alone', () => {
  env.SOUNDINGS_DEMONSTRATION = true;
  expect(mayEnterDemonstration(arrival('127.0.0.1'))).toBe(true);
  expect(mayEnterDemonstration(arrival('::1', { Host: '[::1]:3000' }))).toBe(true);
  expect(mayEnterDemonstration(arrival('10.0.0.7'))).toBe(false);
  expect(mayEnterDemonstration(arrival(''))).toBe(false);
  expect(mayEnterDemonstration(arrival('127.0.0.1', { Host: 'soundings.example' }))).toBe(false);
  for (const header of ['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'Via'])
    expect(mayEnterDemonstration(arrival('127.0.0.1', { [header]: 'x' }))).toBe(false);
});

test('elsewhere there is no such entrance', () => {
  env.SOUNDINGS_DEMONSTRATION = false;
  expect(mayEnterDemonstration(arrival('127.0.0.1'))).toBe(false);
});
