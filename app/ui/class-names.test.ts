import { expect, test } from 'vitest';
import { classNames } from './class-names';

test('names are joined and empty ones left out', () => {
  expect(classNames('a', false, 'b', undefined, '', null)).toBe('a b');
});

test('nothing left is no attribute at all', () => {
  expect(classNames(undefined, false)).toBeUndefined();
});
