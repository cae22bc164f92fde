import { expect, test } from 'vitest';
import { passagesOf, stemsAndPairs } from './work-terms';

test('a title and a body are read back in their order', () => {
  expect(passagesOf("'bank':2A,5 'launder':1A 'o''brien':4 'trade':6,7B")).toEqual([
    ['launder', 'bank'],
    ["o'brien", 'bank', 'trade', 'trade'],
  ]);
  expect(passagesOf('')).toEqual([[], []]);
});

test('stems and pairs of neighbours are counted within each passage', () => {
  expect(
    Object.fromEntries(
      stemsAndPairs([
        ['a', 'b'],
        ['b', 'a', 'b'],
      ]),
    ),
  ).toEqual({
    a: 2,
    b: 3,
    'a b': 2,
    'b a': 1,
  });
});
