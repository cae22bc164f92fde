import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personalDataIn, personalDataWarnings } from './personal-data';

describe('obvious personal data is noticed', () => {
  test.each([
    ['QQ 12 34 56 C was paid', []],
    ['AB 12 34 56 C was paid', ['a National Insurance number']],
    ['ab123456c', ['a National Insurance number']],
    ['write to j.smith@example.co.uk', ['an e-mail address']],
    ['call 0113 496 0000', ['a phone number']],
    ['call +44 7700 900123 today', ['a phone number']],
    ['mobile 07700900123', ['a phone number']],
    ['dob: 12/03/1980', ['a date of birth']],
    ['born on 3 March 1980', ['a date of birth']],
    ['seen in AB12 CDE twice', ['a vehicle registration']],
    ['card 4111 1111 1111 1111', ['a payment card number']],
    ['passport no 123456789', ['a passport number']],
  ])('%s', (text, kinds) => {
    expect(personalDataIn(text)).toEqual(kinds);
  });
});

test.each([
  'Between 2019 and 2024, 120,000 containers passed 12 ports.',
  '£20,000,000 over 3 years; see doi 10.1093/bjc/azab001.',
  'Reference H7K4-QXM2, Level 3, from 01/04/2026 to 31/03/2027.',
  'Groups born of older networks in the 1990s',
])('ordinary text is left alone: %s', (text) => {
  expect(personalDataIn(text)).toEqual([]);
});

test('warnings stand beside the field, and only for texts', () => {
  const warnings = personalDataWarnings({ summary: 'a@b.uk', title: 'Ports', weight: 7, day: new Date(0) });
  expect(Object.keys(warnings)).toEqual(['summary']);
  expect(warnings.summary).toContain('an e-mail address');
});

test('no text makes it fail or wait', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 3000 }), (text) => {
      const started = performance.now();
      personalDataIn(text);
      return performance.now() - started < 500;
    }),
  );
});
