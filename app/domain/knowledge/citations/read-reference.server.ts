import type { BibliographicReference } from './bibliographic-reference';
import { parseDoi } from '../../doi';
import type { BibliographicRecord } from './exchange/bibliographic-record';
import { readBibtex } from './exchange/bibtex/bibtex-read';
import { saysSomething } from './exchange/clean-record';
import { readRis } from './exchange/ris';

const EMPTY: BibliographicReference = {
  kind: 'article',
  title: '',
  authors: [],
  year: null,
  venue: '',
  volume: null,
  issue: null,
  pages: null,
  publisher: null,
  doi: null,
  webAddress: null,
};

function recordsOf(text: string): BibliographicRecord[] {
  const isBibtex = /^\s*(?:%.*\n\s*)*@\w+\s*[{(]/.test(text);
  const read = isBibtex ? readBibtex(text) : /^\s*TY {2}- /m.test(text) ? readRis(text) : [];
  return read.map(({ record }) => record);
}

/** The references in pasted BibTeX or RIS, in order; empty when the text is neither or cannot be read. */
export const readReferences = (text: string): BibliographicReference[] =>
  recordsOf(text)
    .filter(saysSomething)
    .map(
      ({ licence: _licence, abstract: _abstract, keywords: _keywords, note: _note, ...reference }) =>
        reference,
    );

/** One reference from what was pasted: BibTeX, RIS, or a DOI alone. */
export function readReference(text: string): BibliographicReference | 'several' | null {
  const doi = parseDoi(text);
  if (doi) return { ...EMPTY, doi };
  const references = readReferences(text);
  if (references.length > 1) return 'several';
  return references[0] ?? null;
}
