import type { WorkKind } from './work-kinds';

/** The reference of a work: what a reader needs to find it, and nothing of what it says. */
export interface BibliographicReference {
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
}

/** One line as references are usually written: authors, year, title, where, DOI. */
export interface CitationLine {
  authors: string;
  year: string;
  title: string;
  where: string;
}
