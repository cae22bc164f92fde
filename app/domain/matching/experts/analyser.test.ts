import { expect, test } from 'vitest';
import { analyse, bigramsOf } from './analyser';
import { countTerms } from '../ranking/meaning/term-counts';

test.each([
  ['County lines: exploited children', ['counti', 'line', 'exploit', 'children']],
  ['Money-laundering through crypto-assets', ['monei', 'launder', 'crypto', 'asset']],
  ['Café owners’ naïve résumés', ['cafe', 'owner', 'naiv', 'resum']],
  ['ﬁnancial crime in the EU27, 2ⁿᵈ wave', ['financi', 'crime', 'eu27', '2nd', 'wave']],
  ["The offender's network wasn't found", ['offend', 'network', 'found']],
  ['We use what is in the paper by Smith et al.', ['smith']],
  ['Straße İstanbul Ελλάδα', ['straße', 'istanbul', 'ελλαδα']],
  ['x = y, 7', []],
  ['', []],
  ['— … ?!', []],
])('%s gives %j', (text, terms) => {
  expect(analyse(text)).toEqual(terms);
});

test('forms of one word give one term', () => {
  expect(new Set(analyse('trafficker traffickers trafficking trafficked').slice(2)).size).toBe(1);
  expect(new Set(analyse('launder launders laundering laundered')).size).toBe(1);
});

test('what crime is organised into is no organ', () => {
  const [organised, organized, organisation, organization, organ] = analyse(
    'organised organized organisation organization organ',
  );
  expect(new Set([organised, organized, organisation, organization]).size).toBe(1);
  expect(organised).not.toBe(organ);
});

test('bigrams join each term to the next', () => {
  expect(bigramsOf(['drug', 'suppli', 'chain'])).toEqual(['drug suppli', 'suppli chain']);
  expect(bigramsOf(['drug'])).toEqual([]);
  expect(bigramsOf([])).toEqual([]);
});

test('terms are counted in the order in which they first occur', () => {
  expect([...countTerms(['drug', 'gang', 'drug'])]).toEqual([
    ['drug', 2],
    ['gang', 1],
  ]);
});
