import type { WorkKind } from '../work-kinds';

/** A reference with what is handed on about it: one record of a bibliography in any format. */
export interface BibliographicRecord {
  kind: WorkKind;
  title: string;
  authors: { name: string; orcid: string | null }[];
  year: number | null;
  venue: string;
  volume: string | null;
  issue: string | null;
  pages: string | null;
  publisher: string | null;
  doi: string | null;
  webAddress: string | null;
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
