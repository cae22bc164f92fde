import { expect, test } from 'vitest';
import type { BibliographicReference } from './bibliographic-reference';
import { citationText } from './citation-line';

const article: BibliographicReference = {
  kind: 'article',
  title: 'The changing shape of supply',
  authors: [
    { name: 'Ross Coomber', orcid: null },
    { name: 'Leah Moyle', orcid: null },
  ],
  year: 2017,
  venue: 'British Journal of Criminology',
  volume: '58',
  issue: '6',
  pages: '1303-1322',
  publisher: null,
  doi: null,
  webAddress: null,
};

test.each<[string, Partial<BibliographicReference>, string]>([
  [
    'an article',
    {},
    'Coomber, R. and Moyle, L. (2017). The changing shape of supply. British Journal of Criminology 58(6), 1303-1322.',
  ],
  [
    'no date',
    { year: null },
    'Coomber, R. and Moyle, L. (no date). The changing shape of supply. British Journal of Criminology 58(6), 1303-1322.',
  ],
  [
    'a body and a publisher',
    {
      authors: [{ name: 'Home Office', orcid: null }],
      venue: '',
      volume: null,
      issue: null,
      pages: null,
      publisher: 'HMSO',
    },
    'Home Office (2017). The changing shape of supply. HMSO.',
  ],
  [
    'nobody named',
    { authors: [] },
    'Authors not stated (2017). The changing shape of supply. British Journal of Criminology 58(6), 1303-1322.',
  ],
  [
    'an issue without a volume',
    { volume: null },
    'Coomber, R. and Moyle, L. (2017). The changing shape of supply. British Journal of Criminology no. 6, 1303-1322.',
  ],
])('%s', (_name, over, line) => expect(citationText({ ...article, ...over })).toBe(line));

test('nine authors or more are cut short', () => {
  const authors = Array.from({ length: 9 }, (_, index) => ({ name: `A Author${index}`, orcid: null }));
  expect(citationText({ ...article, authors })).toMatch(/^Author0, A\., .*Author6, A\. and others \(2017\)/);
});
