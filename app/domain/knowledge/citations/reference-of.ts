import type { BibliographicReference } from './bibliographic-reference';
import { workKindOf } from './work-kinds';

interface Parts {
  kind: string;
  title: string;
  authors: { name: string; orcid: string | null }[];
  year?: number | null | undefined;
  venue: string;
  volume: string | null;
  issue: string | null;
  pages: string | null;
  publisher: string | null;
  doi: string | null;
  webAddress: string | null;
}

/** A reference from a form or from a row: what is empty is null. */
export const referenceOf = (parts: Parts): BibliographicReference => ({
  kind: workKindOf(parts.kind),
  title: parts.title,
  authors: parts.authors.map(({ name, orcid }) => ({ name, orcid: orcid || null })),
  year: parts.year ?? null,
  venue: parts.venue,
  volume: parts.volume || null,
  issue: parts.issue || null,
  pages: parts.pages || null,
  publisher: parts.publisher || null,
  doi: parts.doi || null,
  webAddress: parts.webAddress || null,
});
