import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orcidInput, parseOrcid } from './orcid';

// The first four are ORCID's own published examples.
test.each([
  ['0000-0002-1825-0097', '0000-0002-1825-0097'],
  ['0000-0001-5109-3700', '0000-0001-5109-3700'],
  ['0000-0002-1694-233X', '0000-0002-1694-233X'],
  ['https://orcid.org/0000-0002-1694-233x', '0000-0002-1694-233X'],
  ['0000000218250097', '0000-0002-1825-0097'],
  ['0000-0002-1825-0098', null],
  ['0000-0002-1825-009', null],
  ['0000-0002-1825-00977', null],
  ['X000-0002-1825-0097', null],
  ['https://example.org/0000-0002-1825-0097', null],
])('%s → %s', (text, orcid) => {
  expect(parseOrcid(text)).toBe(orcid);
});

test('every single wrong digit and every swap of two neighbours is found', () => {
  const good = '0000000218250097';
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 9 }), (place, digit) => {
      const wrong = good.slice(0, place) + String(digit) + good.slice(place + 1);
      expect(parseOrcid(wrong) === null).toBe(wrong !== good);
      const swapped =
        good.slice(0, place) +
        good
          .slice(place, place + 2)
          .split('')
          .reverse()
          .join('') +
        good.slice(place + 2);
      expect(parseOrcid(swapped) === null).toBe(swapped !== good);
    }),
  );
});

test('nothing typed is no ORCID iD, and one reads again as itself', () => {
  expect(orcidInput.parse(undefined)).toBe('');
  expect(orcidInput.parse(orcidInput.parse('0000000218250097'))).toBe('0000-0002-1825-0097');
  expect(orcidInput.safeParse('1234').success).toBe(false);
});
