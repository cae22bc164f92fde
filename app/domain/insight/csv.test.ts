import { expect, test } from 'vitest';
import { csvField, csvText } from './csv';

test.each<[string | number, string]>([
  ['Fraud', 'Fraud'],
  [-3, '-3'],
  ['=1+1', "'=1+1"],
  ['+44', "'+44"],
  ['-x', "'-x"],
  ['@cmd', "'@cmd"],
  ['  =1', "'  =1"],
  ['a,b', '"a,b"'],
  ['say "no"', '"say ""no"""'],
  ['=a,"b"', '"\'=a,""b"""'],
])('%j is written %s', (value, written) => {
  expect(csvField(value)).toBe(written);
});

test('lines end as the format has it', () => {
  expect(
    csvText([
      ['a', 1],
      ['b', 2],
    ]),
  ).toBe('a,1\r\nb,2\r\n');
});
