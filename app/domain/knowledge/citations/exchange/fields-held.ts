import { BIBLIOGRAPHY_FORMATS, bibliographyFormats, type BibliographyFormat } from './bibliography-formats';
import type { BibliographicRecord } from './bibliographic-record';

/** `line`: kept, but lines run into one. */
export type Held = 'whole' | 'line' | 'not';
export type RecordField = keyof BibliographicRecord;

const WHOLE: Record<RecordField, Held> = {
  title: 'whole',
  authors: 'whole',
  year: 'whole',
  kind: 'whole',
  venue: 'whole',
  volume: 'whole',
  issue: 'whole',
  pages: 'whole',
  publisher: 'whole',
  doi: 'whole',
  webAddress: 'whole',
  licence: 'whole',
  abstract: 'whole',
  keywords: 'whole',
  note: 'whole',
};

/**
 * What comes back of each field after a record went out in a format. Of authors it is name and order, of pages the
 * range with a hyphen, of a DOI its lower case. Every format runs other texts than key messages into one line; a
 * semicolon within a name or a threat area comes back from CSL-JSON, CSV and ODS as a comma, and CSL-JSON drops the
 * marks that CSL knows, such as `<i>`, from a title.
 */
export const FIELDS_HELD: Record<BibliographyFormat, Record<RecordField, Held>> = {
  bibtex: { ...WHOLE, abstract: 'line' },
  ris: { ...WHOLE, abstract: 'line', licence: 'not' },
  'csl-json': WHOLE,
  csv: WHOLE,
  ods: WHOLE,
};

const FIELD_WORDS: Partial<Record<RecordField, string>> = {
  licence: 'the licence',
  abstract: 'key messages',
};

/** One sentence a format that does not hold everything, for the page that offers them. */
export function shortcomings(): string[] {
  return bibliographyFormats.flatMap((format) => {
    const words = (held: Held) =>
      Object.entries(FIELDS_HELD[format])
        .filter(([, how]) => how === held)
        .map(([field]) => FIELD_WORDS[field as RecordField] ?? field)
        .join(' and ');
    const [line, none] = [words('line'), words('not')];
    const said = [line && `puts ${line} on one line`, none && `has no place for ${none}`].filter(Boolean);
    return said.length > 0 ? [`${BIBLIOGRAPHY_FORMATS[format].words} ${said.join(' and ')}.`] : [];
  });
}
