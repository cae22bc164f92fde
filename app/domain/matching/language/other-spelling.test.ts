import { expect, test } from 'vitest';
import { otherSpellings } from './other-spelling';

test.each([
  ['behavior', ['behaviour']],
  ['behaviour', ['behavior']],
  ['Organised crime', ['organized crime']],
  ['organizing', ['organising']],
  ['harbor centers', ['harbour centres']],
  ['licence', ['license']],
  ['analysing', ['analyzing']],
  ['ports', []],
  ['size', []],
  ['', []],
])('%s is also written %s', (text, others) => {
  expect(otherSpellings(text)).toEqual(others);
});
