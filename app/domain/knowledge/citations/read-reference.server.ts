import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { BibliographicReference } from './bibliographic-reference';
import { fromCsl } from './csl';
import { parseDoi } from './doi';

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

/** The type is always forced: left to guess, the library would fetch a pasted web address. */
function formatOf(text: string): '@bibtex/text' | '@ris/file' | null {
  if (/^\s*(?:%.*\n\s*)*@\w+\s*[{(]/.test(text)) return '@bibtex/text';
  return /^\s*TY {2}- /m.test(text) ? '@ris/file' : null;
}

/** The references in pasted BibTeX or RIS, in order; empty when the text is neither or cannot be read. */
export function readReferences(text: string): BibliographicReference[] {
  const format = formatOf(text);
  if (!format) return [];
  try {
    const items = plugins.input.chain(text.replaceAll('\r\n', '\n'), { forceType: format });
    return (Array.isArray(items) ? items : [])
      .map(fromCsl)
      .filter((one) => one !== null)
      .filter(({ title, doi }) => title !== '' || doi !== null);
  } catch {
    return [];
  }
}

/** One reference from what was pasted: BibTeX, RIS, or a DOI alone. */
export function readReference(text: string): BibliographicReference | 'several' | null {
  const doi = parseDoi(text);
  if (doi) return { ...EMPTY, doi };
  const references = readReferences(text);
  if (references.length > 1) return 'several';
  return references[0] ?? null;
}
