import { expect, test } from 'vitest';
import { citedName, nameParts } from './author-name';

test.each([
  ['Leah Moyle', { family: 'Moyle', given: 'Leah' }, 'Moyle, L.'],
  ['Moyle, Leah', { family: 'Moyle', given: 'Leah' }, 'Moyle, L.'],
  ['Joseph L. Davies', { family: 'Davies', given: 'Joseph L.' }, 'Davies, J. L.'],
  ['Jan van der Berg', { family: 'van der Berg', given: 'Jan' }, 'van der Berg, J.'],
  ['Anne-Marie Smith', { family: 'Smith', given: 'Anne-Marie' }, 'Smith, A. M.'],
  ['Dr Ngozi Adeyemi-Clarke', { family: 'Adeyemi-Clarke', given: 'Ngozi' }, 'Adeyemi-Clarke, N.'],
  ['Associate Professor Dr. Siobhán Devlin', { family: 'Devlin', given: 'Siobhán' }, 'Devlin, S.'],
  ['El-Sayed, Dr Yasmin', { family: 'El-Sayed', given: 'Yasmin' }, 'El-Sayed, Y.'],
  ['Drew Sirleaf', { family: 'Sirleaf', given: 'Drew' }, 'Sirleaf, D.'],
  ['Dame Sharpe', { family: 'Sharpe', given: 'Dame' }, 'Sharpe, D.'],
  ['Home Office', { literal: 'Home Office' }, 'Home Office'],
  ['RUSI', { literal: 'RUSI' }, 'RUSI'],
])('%s', (name, parts, cited) => {
  expect(nameParts(name)).toEqual(parts);
  expect(citedName(name)).toBe(cited);
});
