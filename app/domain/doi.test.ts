import { expect, test } from 'vitest';
import { doiAddress, parseDoi } from './doi';

test.each([
  ['10.1177/0022042619861938', '10.1177/0022042619861938'],
  ['https://doi.org/10.1108/JAP-09-2016-0021', '10.1108/jap-09-2016-0021'],
  ['http://dx.doi.org/10.1093/BJC/azx068', '10.1093/bjc/azx068'],
  ['doi: 10.1007/978-3-030-54193-4_2', '10.1007/978-3-030-54193-4_2'],
  [' doi.org/10.1093/actrade/9780198795544.001.0001 ', '10.1093/actrade/9780198795544.001.0001'],
  ['10.1000.10/a(b)c', '10.1000.10/a(b)c'],
  ['info:doi/10.1000/ABC.', '10.1000/abc'],
  ['https://doi.org/10.1002/(SICI)1097%3C1::AID%3E3.0.CO;2-X', '10.1002/(sici)1097%3c1::aid%3e3.0.co;2-x'],
  ['https://www.doi.org/10.1000%2Fxyz,', '10.1000/xyz'],
  ['10.1000/100%', '10.1000/100%'],
])('%s is %s', (typed, stored) => {
  expect(parseDoi(typed)).toBe(stored);
  expect(parseDoi(stored)).toBe(stored);
});

test.each([
  '',
  '10.1177',
  '10.12/x',
  '11.1177/x',
  'https://example.org/10.1177/x',
  '10.1177/a b',
  `10.1177/${'a'.repeat(200)}`,
])('%s is none', (typed) => expect(parseDoi(typed)).toBeNull());

test('a DOI has an address that keeps its slash', () => {
  expect(doiAddress('10.1177/a')).toBe('https://doi.org/10.1177/a');
});
