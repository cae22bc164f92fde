import { expect, test } from 'vitest';
import { countriesIn, countryCalled, countryName } from './countries';

test('a country is known by its name, however it is written, or by its code', () => {
  expect(['Albania', ' albania ', 'al', 'Côte d’Ivoire', 'cote d ivoire'].map(countryCalled)).toEqual([
    'AL',
    'AL',
    'AL',
    'CI',
    'CI',
  ]);
  expect(countryCalled('Atlantis')).toBeNull();
  expect(countryName('NL')).toBe('Netherlands');
});

test('several are read from lines and commas, each once; the first that is none is told', () => {
  expect(countriesIn('Albania\nNetherlands, al\n')).toEqual({ codes: ['AL', 'NL'] });
  expect(countriesIn('')).toEqual({ codes: [] });
  expect(countriesIn('Albania, Atlantis')).toEqual({ unknown: 'Atlantis' });
});
