import { expect, test } from 'vitest';
import { mixed, smoothed } from './ranked-search';

const at = (degrees: number) =>
  Float32Array.from([Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]);
const subjects = (hits: { subject: string }[]) => hits.map(({ subject }) => subject).join(' ');

const FOUND = [
  { subject: 'a', words: 3, place: at(90) },
  { subject: 'b', words: 2.9, place: at(5) },
  { subject: 'c', words: 1, place: at(88) },
];

test('without a place words alone rank', () => {
  expect(subjects(mixed(FOUND, null))).toBe('a b c');
});

test('of two that words hardly part the nearer in meaning comes first', () => {
  expect(subjects(mixed(FOUND, at(0)))).toBe('b a c');
  expect(subjects(mixed(FOUND, at(0), 0))).toBe('a b c');
});

test('those that have no place are ranked with the others', () => {
  const [first] = mixed([...FOUND, { subject: 'd', words: 9, place: null }], at(0));
  expect(first?.subject).toBe('d');
});

test('equals keep their order', () => {
  const equal = ['x', 'y', 'z'].map((subject) => ({ subject, words: 1, place: null }));
  expect(subjects(smoothed(mixed(equal, at(0))))).toBe('x y z');
});

test('a document is lifted by neighbours that score well', () => {
  const hits = [
    { subject: 'lonely', words: 0, place: at(170), score: 1.2 },
    { subject: 'best', words: 0, place: at(0), score: 2 },
    { subject: 'lifted', words: 0, place: at(1), score: 1 },
    { subject: 'last', words: 0, place: at(175), score: -2 },
  ];
  expect(subjects(smoothed(hits))).toBe('best lifted lonely last');
});
