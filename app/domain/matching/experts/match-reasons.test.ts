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

test('no more than six words are named, the first of those given', () => {
  expect(reasonsFor([], ['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toEqual([
    'Words in common: a, b, c, d, e and f',
  ]);
});

test('a threat area says more than an enabler or a method, and these more than a level', () => {
  expect(weightOf(terms)).toBe(8);
  const alone = (scheme: SharedTerm['scheme']) => weightOf([{ scheme, name: 'One' }]);
  expect([alone('threatArea'), alone('enabler'), alone('method'), alone('level')]).toEqual([3, 2, 2, 1]);
  expect(weightOf([])).toBe(0);
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
  [{ shortOf: null }, []],
  [{ shortOf: 'Security check (SC)' }, ['Declares less clearance than the work needs, Security check (SC)']],
])('%j stands in the way as %j', (over, said) => {
  expect(hindrancesOf({ ...free, ...over })).toEqual(said);
});
