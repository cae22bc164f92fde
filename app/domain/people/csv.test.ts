import { expect, test } from 'vitest';
import { parseCsv } from './csv';

test.each([
  [
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    '\uFEFFa,b\r\nc,d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['"a, b","say ""so"""', [['a, b', 'say "so"']]],
  ['"two\nlines",x', [['two\nlines', 'x']]],
  ['a,,\n\n , ,\nb', [['a', '', ''], ['b']]],
  ['5" pipe,x', [['5" pipe', 'x']]],
  ['', []],
])('%j', (text, rows) => {
  expect(parseCsv(text)).toEqual(rows);
});
