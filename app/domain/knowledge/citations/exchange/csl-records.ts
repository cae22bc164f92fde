import { z } from 'zod';
import { toCsl, fromCsl } from '../csl';
import type { KeyedRecord } from './bibliographic-record';
import { MOST_RECORDS } from './clean-record';
import { readRecord, type ReadRecord } from './read-record';

/** Keywords have no separator of their own in CSL 1.0.2; a semicolon is what programs write. */
const SEPARATOR = '; ';

const given = (name: string, value: string) => (value ? { [name]: value } : {});

/** One record as an item of CSL-JSON 1.0.2. The licence stands in `custom`, for want of a variable. */
export const cslItem = ({ key, record }: KeyedRecord): string =>
  JSON.stringify({
    ...toCsl(key, record),
    ...given('abstract', record.abstract),
    ...given('keyword', record.keywords.map((word) => word.replaceAll(';', ',')).join(SEPARATOR)),
    ...given('note', record.note),
    ...(record.licence ? { custom: { licence: record.licence } } : {}),
  });

const text = z.string().optional().catch(undefined);
const cast = z.union([z.string(), z.number()]).optional().catch(undefined);
const more = z.object({
  abstract: text,
  keyword: text,
  note: text,
  DOI: cast,
  URL: text,
  custom: z.object({ licence: text }).optional().catch(undefined),
});

function recordOf(raw: unknown, index: number): ReadRecord | null {
  const reference = fromCsl(raw);
  const rest = more.safeParse(raw);
  if (!reference || !rest.success) return null;
  const { abstract, keyword = '', note, DOI, URL, custom } = rest.data;
  return readRecord(index + 1, {
    kind: reference.kind,
    title: reference.title,
    authors: reference.authors.map(({ name }) => name),
    year: reference.year ?? undefined,
    venue: reference.venue,
    volume: reference.volume ?? undefined,
    issue: reference.issue ?? undefined,
    pages: reference.pages ?? undefined,
    publisher: reference.publisher ?? undefined,
    doi: DOI === undefined ? undefined : String(DOI),
    webAddress: URL,
    licence: custom?.licence,
    abstract,
    keywords: keyword.slice(0, 40_000).split(keyword.includes(';') ? ';' : ','),
    note,
  });
}

/** The records of a CSL-JSON file: a list of items, or one. Null when it is no JSON. */
export function readCslJson(source: string): ReadRecord[] | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(source);
  } catch {
    return null; // Also when it nests deeper than the stack is high.
  }
  const items: unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  return items
    .slice(0, MOST_RECORDS + 1)
    .map(recordOf)
    .filter((one) => one !== null);
}
