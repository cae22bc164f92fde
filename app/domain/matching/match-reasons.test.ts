import { expect, test } from 'vitest';
import { hindrancesOf, reasonsFor, weightOf, type SharedTerm } from './match-reasons';

const terms: SharedTerm[] = [
  { scheme: 'threatArea', name: 'Fraud' },
  { scheme: 'threatArea', name: 'Cyber crime' },
  { scheme: 'method', name: 'Survey' },
];

test('reasons name what is shared, by kind', () => {
  expect(reasonsFor(terms, ['ports', 'insiders'])).toEqual([
    'Threat areas: Fraud and Cyber crime',
    'Method: Survey',
    'Words in common: ports and insiders',
  ]);
  expect(reasonsFor([], [])).toEqual([]);
});

test('a threat area says more than a level', () => {
  expect(weightOf(terms)).toBe(8);
  expect(weightOf([{ scheme: 'level', name: 'Local' }])).toBe(1);
});

const free = {
  availability: 'unstated',
  availableFrom: null,
  walled: false,
  inTeam: false,
  onPanel: false,
} as const;

test.each([
  [{}, []],
  [{ availability: 'unavailable' as const }, ['Not available']],
  [
    { availability: 'unavailable' as const, availableFrom: '2027-03-01' },
    ['Not available before 1 March 2027'],
  ],
  [{ availability: 'limited' as const }, []],
  [
    { walled: true, inTeam: true, onPanel: true },
    [
      'A conflict of interest is confirmed for this question',
      'Belongs to the team that asks',
      'Is on the panel of this question',
    ],
  ],
])('%j stands in the way as %j', (over, said) => {
  expect(hindrancesOf({ ...free, ...over })).toEqual(said);
});
