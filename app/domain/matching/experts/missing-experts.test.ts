import { expect, test } from 'vitest';
import { missingSentences, type Missing } from './missing-experts';

const NOTHING: Missing = { among: 6, terms: [], disciplines: [], dated: 0, early: 0, organisation: null };

test('a list that lacks nothing says nothing, nor does an empty one', () => {
  expect(missingSentences(NOTHING)).toEqual([]);
  expect(missingSentences({ ...NOTHING, among: 0, disciplines: ['Law'] })).toEqual([]);
});

test('terms and disciplines that nobody covers are named, five of them at most', () => {
  const terms = [
    { scheme: 'region' as const, name: 'Western Balkans' },
    { scheme: 'threatArea' as const, name: 'Fraud' },
  ];
  const disciplines = [
    'Criminology',
    'Economics',
    'Geography',
    'Law',
    'Psychology',
    'Sociology',
    'Statistics',
  ];
  expect(missingSentences({ ...NOTHING, terms, disciplines })).toEqual([
    'Nobody on this list works on region Western Balkans or threat area Fraud.',
    'No discipline on this list is Criminology, Economics, Geography, Law, Psychology and two more.',
  ]);
});

test.each([
  [
    4,
    0,
    'None of them is early in a career: of the 4 whose first work is dated, all began more than eight years ago.',
  ],
  [4, 4, 'All of them are early in a career: the first work of each is at most eight years old.'],
  [4, 1, undefined],
  [3, 0, undefined],
])('of %d whose first work is dated %d are early', (dated, early, sentence) => {
  expect(missingSentences({ ...NOTHING, dated, early })[0]).toBe(sentence);
});

test.each([
  [6, 4, '4 of 6 belong to one organisation, Leeds.'],
  [6, 3, undefined],
  [3, 3, undefined],
])('of %d people %d belong to one organisation', (among, experts, sentence) => {
  expect(missingSentences({ ...NOTHING, among, organisation: { name: 'Leeds', experts } })[0]).toBe(sentence);
});
