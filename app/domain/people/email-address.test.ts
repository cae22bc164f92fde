import { expect, test } from 'vitest';
import { addressInput, domainsOf, parseAddress } from './email-address';

test.each([
  [' Ada.Lovelace@Example.AC.uk ', 'ada.lovelace@example.ac.uk'],
  ["o'neill+soundings@example.org", "o'neill+soundings@example.org"],
  ['no-at.example.org', null],
  ['two@at@example.org', null],
  ['a@localhost', null],
  ['a..b@example.org', null],
  ['a@-example.org', null],
  ['a@example.org\nbcc: b@example.org', null],
  [`${'x'.repeat(65)}@example.org`, null],
  ['', null],
])('%j is read as %j', (text, address) => {
  expect(parseAddress(text)).toBe(address);
});

test('an address reads again as itself, and nothing else is taken for one', () => {
  expect(addressInput.parse(addressInput.parse('A@Example.org'))).toBe('a@example.org');
  for (const value of [undefined, null, 7, {}, []]) expect(addressInput.safeParse(value).success).toBe(false);
});

test('a domain covers those below it', () => {
  expect(domainsOf('a@cs.example.ac.uk')).toEqual(['cs.example.ac.uk', 'example.ac.uk', 'ac.uk']);
});
