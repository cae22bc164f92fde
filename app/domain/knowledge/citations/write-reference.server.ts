import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { nameParts } from './author-name';
import type { BibliographicReference } from './bibliographic-reference';
import { toCsl } from './csl';
import { WORK_KINDS } from './work-kinds';

export const CITATION_FORMATS = {
  bibtex: { words: 'BibTeX', mediaType: 'application/x-bibtex', ending: 'bib' },
  ris: { words: 'RIS', mediaType: 'application/x-research-info-systems', ending: 'ris' },
  'csl-json': { words: 'CSL-JSON', mediaType: 'application/vnd.citationstyles.csl+json', ending: 'json' },
} as const;
export type CitationFormat = keyof typeof CITATION_FORMATS;

function toRis(reference: BibliographicReference): string {
  const line = (tag: string, value: string | number | null) =>
    value ? [`${tag}  - ${String(value).replaceAll(/\s+/g, ' ')}`] : [];
  const [first, last] = (reference.pages ?? '').split(/\s*[-–]+\s*/);
  const names = reference.authors.flatMap(({ name }) => {
    const parts = nameParts(name);
    return line('AU', 'literal' in parts ? parts.literal : `${parts.family}, ${parts.given}`);
  });
  return [
    `TY  - ${WORK_KINDS[reference.kind].ris}`,
    ...line('TI', reference.title),
    ...names,
    ...line('PY', reference.year),
    ...line('T2', reference.venue),
    ...line('VL', reference.volume),
    ...line('IS', reference.issue),
    ...line('SP', first ?? null),
    ...line('EP', last ?? null),
    ...line('PB', reference.publisher),
    ...line('DO', reference.doi),
    ...line('UR', reference.webAddress),
    'ER  - ',
    '',
  ].join('\r\n');
}

/** A reference as a reference manager reads it. `key` is the citation key. */
export function writeReference(
  format: CitationFormat,
  key: string,
  reference: BibliographicReference,
): string {
  if (format === 'ris') return toRis(reference);
  const csl = toCsl(key, reference);
  if (format === 'csl-json') return `${JSON.stringify([csl], null, 2)}\n`;
  return new Cite({ ...csl, 'citation-key': key }, { forceType: '@csl/object' }).format('bibtex');
}
