/** Formats that a reference manager reads. */
export const CITATION_FORMATS = {
  bibtex: { words: 'BibTeX', mediaType: 'application/x-bibtex', ending: 'bib' },
  ris: { words: 'RIS', mediaType: 'application/x-research-info-systems', ending: 'ris' },
  'csl-json': { words: 'CSL-JSON', mediaType: 'application/vnd.citationstyles.csl+json', ending: 'json' },
} as const;
export type CitationFormat = keyof typeof CITATION_FORMATS;

/** All formats in which a list leaves Soundings and comes in. */
export const BIBLIOGRAPHY_FORMATS = {
  ...CITATION_FORMATS,
  csv: { words: 'CSV', mediaType: 'text/csv', ending: 'csv' },
  ods: {
    words: 'OpenDocument spreadsheet',
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    ending: 'ods',
  },
} as const;
export type BibliographyFormat = keyof typeof BIBLIOGRAPHY_FORMATS;

export const bibliographyFormats = Object.keys(BIBLIOGRAPHY_FORMATS) as [
  BibliographyFormat,
  ...BibliographyFormat[],
];
