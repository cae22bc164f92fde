import type { SnippetPart } from '../snippet';

export interface Hit {
  reference: string;
  title: string;
  /** The title with what was looked for marked. */
  name: SnippetPart[];
  /** State, year, organisation or kind: one short fact. */
  fact: string;
  snippet: SnippetPart[];
}

export interface HitGroup {
  hits: Hit[];
  /** There are more than are shown. */
  more: boolean;
  /** How many were found, of those that were looked at. */
  total: number;
  /** There may be more than were looked at. */
  orMore: boolean;
}

export const NO_HITS: HitGroup = { hits: [], more: false, total: 0, orMore: false };
