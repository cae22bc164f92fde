import { parseDoi } from '../../../doi';
import type { WorkKind } from '../work-kinds';
import type { BibliographicRecord } from './bibliographic-record';

/** What a file says of a work, before anything of it is trusted. */
export interface LooseRecord {
  kind: WorkKind;
  title?: string | undefined;
  authors?: string[];
  year?: string | number | undefined;
  venue?: string | undefined;
  volume?: string | undefined;
  issue?: string | undefined;
  pages?: string | undefined;
  publisher?: string | undefined;
  doi?: string | undefined;
  webAddress?: string | undefined;
  licence?: string | undefined;
  abstract?: string | undefined;
  keywords?: string[];
  note?: string | undefined;
}

/** Records of one file. */
export const MOST_RECORDS = 20_000;
export const MOST_AUTHORS = 500;
const MOST_KEYWORDS = 100;

/** Control characters, halves of surrogate pairs and noncharacters: no format holds them and no name has them. */
const FORBIDDEN =
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF\p{Surrogate}]/gu;

/** Nearly all text, told quickly: ASCII without control characters. */
const PLAIN = /^[\u0020-\u007E]*$/;
const PLAIN_LINE = /^[\u0021-\u007E]+(?: [\u0021-\u007E]+)*$/;

export const withoutForbidden = (text: string): string =>
  PLAIN.test(text) ? text : text.replaceAll(FORBIDDEN, '');

/** On one line, of at most this many UTF-16 units. Long text is cut before it is looked at, to bound the work. */
export function oneLine(text: string | undefined, most: number): string {
  if (text === undefined || text === '' || (text.length <= most && PLAIN_LINE.test(text))) return text ?? '';
  const line = withoutForbidden(text.slice(0, most * 8))
    .replaceAll(/\s+/g, ' ')
    .trim();
  return withoutForbidden(line.slice(0, most)).trimEnd();
}

/** Lines kept, each without spaces at its ends; never more than one empty line in a row. */
function manyLines(text: string | undefined, most: number): string {
  if (text === undefined || text === '') return '';
  return withoutForbidden(text.slice(0, most * 2))
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replaceAll(/[^\S\n]+/g, ' ').trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, most)
    .trimEnd();
}

const orNull = (text: string | undefined, most: number): string | null => oneLine(text, most) || null;

function yearOf(raw: string | number | undefined): number | null {
  if (raw === undefined || raw === '') return null;
  const found = /(?<!\d)(?:1[89]\d\d|20\d\d|2100)(?!\d)/.exec(String(raw).slice(0, 100));
  return found ? Number(found[0]) : null;
}

/** Ranges with one hyphen, however a file writes its dashes. */
export const plainPages = (pages: string | undefined): string | null =>
  pages === undefined || pages === ''
    ? null
    : orNull(pages.slice(0, 400).replaceAll(/\s*[‐‑‒–—−-]+\s*/g, '-'), 50);

/** The two ends of a range of pages; null for article numbers, lists and single pages. */
export function pageRange(pages: string): [string, string] | null {
  const found = /^([^\s,;-]*\d[^\s,;-]*)-([^\s,;-]*\d[^\s,;-]*)$/.exec(pages);
  return found ? [found[1] ?? '', found[2] ?? ''] : null;
}

/** Signs that RFC 3986 keeps out of an address, percent-encoded. */
const OUTSIDE_ADDRESS: Record<string, string> = { '{': '%7B', '}': '%7D', '\\': '%5C' };

function webAddressOf(raw: string | undefined): string | null {
  if (raw === undefined || raw === '') return null;
  const text = oneLine(raw, 501).replaceAll(/[{}\\]/g, (sign) => OUTSIDE_ADDRESS[sign] ?? '');
  return text.length <= 500 && /^https?:\/\/\S+$/i.test(text) && URL.canParse(text) ? text : null;
}

/**
 * A record as Soundings keeps it: texts on one line and of bounded length, a year from 1800 to 2100, a DOI in
 * lower case, a web address of http or https. What cannot be read is left out rather than guessed.
 */
export const cleanRecord = (loose: LooseRecord): BibliographicRecord => ({
  kind: loose.kind,
  title: oneLine(loose.title, 500),
  authors: (loose.authors ?? [])
    .slice(0, MOST_AUTHORS)
    .map((name) => ({ name: oneLine(name, 200), orcid: null }))
    .filter(({ name }) => name !== ''),
  year: yearOf(loose.year),
  venue: oneLine(loose.venue, 300),
  volume: orNull(loose.volume, 50),
  issue: orNull(loose.issue, 50),
  pages: plainPages(loose.pages),
  publisher: orNull(loose.publisher, 300),
  doi: parseDoi(oneLine(loose.doi, 300)),
  webAddress: webAddressOf(loose.webAddress),
  licence: oneLine(loose.licence, 200),
  abstract: manyLines(loose.abstract, 5000),
  keywords: [
    ...new Set((loose.keywords ?? []).slice(0, MOST_KEYWORDS).map((word) => oneLine(word, 200))),
  ].filter(Boolean),
  note: oneLine(loose.note, 500),
});

/** A record says at least what the work is called, or where its DOI leads. */
export const saysSomething = ({ title, doi }: BibliographicRecord): boolean => title !== '' || doi !== null;
