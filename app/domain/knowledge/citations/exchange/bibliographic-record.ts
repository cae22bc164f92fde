import type { BibliographicReference } from '../bibliographic-reference';

/** A reference with what is handed on about it: one record of a bibliography in any format. */
export interface BibliographicRecord extends BibliographicReference {
  licence: string;
  /** The key messages. */
  abstract: string;
  /** The names of its threat areas. */
  keywords: string[];
  /** What a reader has to know before use, such as `RETRACTED`; empty when there is nothing. */
  note: string;
}

/** A record that leaves Soundings, under its own key. */
export interface KeyedRecord {
  key: string;
  record: BibliographicRecord;
}

export const RETRACTED = 'Retracted';
export const INVENTED = 'Invented for the demonstration';
export const INSIDE = 'Inside the network only';

/** The parts of a note, which are separated by semicolons. */
export const noteParts = (note: string): string[] =>
  note
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);

/** What a reader has to know of a finding before they use or pass on its record. */
export const noteOn = (finding: { retracted: boolean; invented: boolean; released: boolean }): string =>
  [finding.retracted ? RETRACTED : '', finding.invented ? INVENTED : '', finding.released ? '' : INSIDE]
    .filter(Boolean)
    .join('; ');
