import { stemmer } from 'stemmer';
import { expect, test } from 'vitest';
import { oneSpelling } from './spelling';

test.each([
  ['criminalise', 'criminalize'],
  ['criminalisation', 'criminalization'],
  ['radicalised', 'radicalized'],
  ['organised', 'organized'],
  ['disorganisation', 'disorganization'],
  ['organisational', 'organizational'],
  ['analyse', 'analyze'],
  ['analysing', 'analyzing'],
  ['behavioural', 'behavioral'],
  ['neighbourhoods', 'neighborhoods'],
  ['centres', 'centers'],
  ['defence', 'defense'],
  ['offences', 'offenses'],
  ['licences', 'licenses'],
  ['practising', 'practicing'],
  ['programmes', 'programs'],
  ['catalogues', 'catalogs'],
  ['judgement', 'judgment'],
  ['ageing', 'aging'],
  ['modelling', 'modeling'],
  ['paedophilia', 'pedophilia'],
])('%s is found as %s', (british, american) => {
  expect(stemmer(oneSpelling(british))).toBe(stemmer(oneSpelling(american)));
});

test.each([
  ['precise', 'precision'],
  ['supervise', 'supervision'],
  ['revised', 'revision'],
  ['rise', 'rise'],
  ['noise', 'noise'],
])('%s keeps its s beside %s', (word) => {
  expect(oneSpelling(word)).toBe(word);
});

test.each(['hour', 'source', 'journal', 'course', 'analysis', 'four', 'violence', 'science', 'more', 'core'])(
  '%s is left alone',
  (word) => {
    expect(oneSpelling(word)).toBe(word);
  },
);
