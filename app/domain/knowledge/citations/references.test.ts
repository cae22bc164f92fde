import { expect, test } from 'vitest';
import type { BibliographicReference } from './bibliographic-reference';
import { readReference, readReferences } from './read-reference.server';
import type { CitationFormat } from './exchange/bibliography-formats';
import { writeRecord } from './exchange/write-bibliography.server';

const BIBTEX = `@article{moyle2019,
  title = {Situating {V}ulnerability: Cuckooing \\& Commuting},
  author = {Moyle, Leah and van der Berg, Jan},
  journal = {Journal of Drug Issues}, year = {2019}, volume = {49}, number = {4},
  pages = {739--755}, doi = {10.1177/0022042619861938}, url = {https://example.org/a}
}`;
const RIS =
  'TY  - RPRT\r\nTI  - Counting fraud\r\nAU  - Levi, Michael\r\nPY  - 2023\r\nPB  - The Police Foundation\r\nER  - \r\n';

const writeReference = (format: CitationFormat, key: string, reference: BibliographicReference) =>
  writeRecord(format, { key, record: { ...reference, licence: '', abstract: '', keywords: [], note: '' } });

test('BibTeX gives every part of the reference', () => {
  expect(readReference(BIBTEX)).toEqual({
    kind: 'article',
    title: 'Situating Vulnerability: Cuckooing & Commuting',
    authors: [
      { name: 'Leah Moyle', orcid: null },
      { name: 'Jan van der Berg', orcid: null },
    ],
    year: 2019,
    venue: 'Journal of Drug Issues',
    volume: '49',
    issue: '4',
    pages: '739-755',
    publisher: null,
    doi: '10.1177/0022042619861938',
    webAddress: 'https://example.org/a',
  } satisfies BibliographicReference);
});

test('RIS is read as well', () => {
  expect(readReference(RIS)).toMatchObject({
    kind: 'report',
    title: 'Counting fraud',
    year: 2023,
    publisher: 'The Police Foundation',
  });
});

test('a DOI alone is a reference that says nothing else', () => {
  expect(readReference('https://doi.org/10.1177/0022042619861938')).toMatchObject({
    doi: '10.1177/0022042619861938',
    title: '',
  });
});

test.each([
  '',
  'Moyle, L. (2019) Situating',
  '@article{bad',
  'https://example.org/file.bib',
  'TY  - ',
  '{"title": "x"}',
])('what is no reference is not guessed: %s', (text) => expect(readReference(text)).toBeNull());

test('several at once are counted, not merged', () => {
  expect(readReference(`${BIBTEX}\n${BIBTEX.replace('moyle2019', 'other')}`)).toBe('several');
  expect(readReferences(`${RIS}${RIS}`)).toHaveLength(2);
});

test.each(['bibtex', 'ris'] as const)('what is written as %s is read back the same', (format) => {
  const reference = readReference(BIBTEX) as BibliographicReference;
  const back = readReference(writeReference(format, 'moyle2019', reference));
  expect(back).toEqual(reference);
});

test('hostile text cannot break out of a format', () => {
  const reference = {
    ...(readReference(BIBTEX) as BibliographicReference),
    title: 'A }, note = {x\r\nER  - \r\nTY  - BOOK',
  };
  expect(readReferences(writeReference('ris', 'k', reference))).toHaveLength(1);
  expect(readReferences(writeReference('bibtex', 'k', reference))).toHaveLength(1);
});

test('CSL-JSON carries family and given names apart', () => {
  const [item] = JSON.parse(
    writeReference('csl-json', 'k', readReference(BIBTEX) as BibliographicReference),
  ) as [{ author: unknown[] }];
  expect(item.author).toEqual([
    { family: 'Moyle', given: 'Leah' },
    { family: 'van der Berg', given: 'Jan' },
  ]);
});
