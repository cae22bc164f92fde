import { expect, test } from 'vitest';
import { parseRor, rorAddress } from './ror';

test.each([
  // The California Digital Library, University College London and the University of Leeds.
  ['https://ror.org/03yrm5c26', '03yrm5c26'],
  ['ror.org/02JX3X895', '02jx3x895'],
  [' 024mrxd33 ', '024mrxd33'],
])('%s is %s', (typed, stored) => {
  expect(parseRor(typed)).toBe(stored);
  expect(rorAddress(stored)).toBe(`https://ror.org/${stored}`);
});

test.each([
  '',
  '03yrm5c27',
  '03yrm5d26',
  '13yrm5c26',
  '03yrm5c2',
  '03yrmic26',
  'https://example.org/03yrm5c26',
])('%s is none', (typed) => expect(parseRor(typed)).toBeNull());
