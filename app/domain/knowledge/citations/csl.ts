import { z } from 'zod';
import { nameFromParts, nameParts, type NameParts } from './author-name';
import type { BibliographicReference } from './bibliographic-reference';
import { parseDoi } from '../../doi';
import { oneLine } from './exchange/clean-record';
import { WORK_KINDS, workKindFromCsl } from './work-kinds';

/** The part of CSL-JSON that we read and write. */
export interface CslItem {
  id: string;
  type: string;
  title: string;
  author: (NameParts & { ORCID?: string })[];
  issued?: { 'date-parts': number[][] };
  'container-title'?: string;
  volume?: string;
  issue?: string;
  page?: string;
  publisher?: string;
  DOI?: string;
  URL?: string;
}

const given = (name: string, value: string | null | undefined) => (value ? { [name]: value } : {});

export const toCsl = (id: string, reference: BibliographicReference): CslItem => ({
  id,
  type: WORK_KINDS[reference.kind].csl,
  title: reference.title,
  author: reference.authors.map(({ name, orcid }) => ({
    ...nameParts(name),
    ...(orcid ? { ORCID: `https://orcid.org/${orcid}` } : {}),
  })),
  ...(reference.year ? { issued: { 'date-parts': [[reference.year]] } } : {}),
  ...given('container-title', reference.venue),
  ...given('volume', reference.volume),
  ...given('issue', reference.issue),
  ...given('page', reference.pages),
  ...given('publisher', reference.publisher),
  ...given('DOI', reference.doi),
  ...given('URL', reference.webAddress),
});

const text = z.union([z.string(), z.number()]).transform(String).optional().catch(undefined);
const name = z.object({
  family: text,
  given: text,
  literal: text,
  'non-dropping-particle': text,
  'dropping-particle': text,
  suffix: text,
});
const item = z.object({
  type: z.string().catch('document'),
  title: text,
  author: z.array(name).catch([]),
  issued: z
    .object({ 'date-parts': z.array(z.array(z.coerce.number())) })
    .optional()
    .catch(undefined),
  'container-title': text,
  volume: text,
  issue: text,
  page: text,
  publisher: text,
  DOI: text,
  URL: text,
});

const plain = (value: string | undefined, most = 300): string => oneLine(value, most);
const orNull = (value: string | undefined): string | null => plain(value) || null;

/** The marks that CSL lets a title carry; other words in angle brackets are words. */
const MARKS = /<\/?(?:i|b|sub|sup|span|sc|em|strong)(?:\s[^<>]{0,200})?>/gi;

function oneName(author: z.output<typeof name>): string {
  if (author.literal) return plain(author.literal);
  const particle = author['non-dropping-particle'] ?? author['dropping-particle'];
  const family = plain([particle, author.family, author.suffix].filter(Boolean).join(' '));
  return plain(nameFromParts({ family, given: plain(author.given) }));
}

/** What a CSL item says of a work; parts that cannot be read are left out rather than guessed. */
export function fromCsl(raw: unknown): BibliographicReference | null {
  const read = item.safeParse(raw);
  if (!read.success) return null;
  const csl = read.data;
  const year = csl.issued?.['date-parts'][0]?.[0];
  const address = plain(csl.URL, 500);
  return {
    kind: workKindFromCsl(csl.type),
    title: plain(csl.title?.slice(0, 5000).replaceAll(MARKS, ''), 500),
    authors: csl.author
      .map((author) => ({ name: oneName(author), orcid: null }))
      .filter((author) => author.name !== ''),
    year: year !== undefined && Number.isInteger(year) && year >= 1800 && year <= 2100 ? year : null,
    venue: plain(csl['container-title']),
    volume: orNull(csl.volume),
    issue: orNull(csl.issue),
    pages: orNull(csl.page),
    publisher: orNull(csl.publisher),
    doi: csl.DOI ? parseDoi(csl.DOI) : null,
    webAddress: /^https?:\/\//i.test(address) ? address : null,
  };
}
