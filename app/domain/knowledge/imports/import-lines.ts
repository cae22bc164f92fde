import { INVENTED, noteParts, RETRACTED } from '../citations/exchange/bibliographic-record';
import { saysSomething } from '../citations/exchange/clean-record';
import type { Bibliography } from '../citations/exchange/read-bibliography.server';
import type { ReadRecord } from '../citations/exchange/read-record';
import type { RecordToImport } from './record-to-import';

interface ThreatArea {
  slug: string;
  name: string;
}

/** One record of a file as an import would take it, or why it cannot be taken. */
export interface ImportLine {
  place: number;
  title: string;
  record: RecordToImport | null;
  fault: string | null;
  remarks: string[];
}

const listed = (texts: string[]): string =>
  texts.slice(0, 10).join(', ') + (texts.length > 10 ? ` and ${texts.length - 10} more` : '');

function faultOf({ record }: ReadRecord): string | null {
  if (!saysSomething(record)) return 'It has neither a title nor a DOI.';
  if (record.title === '') return 'It has no title.';
  const notes = noteParts(record.note);
  if (notes.includes(RETRACTED)) return 'It is marked as retracted.';
  return notes.includes(INVENTED) ? 'It is marked as invented for a demonstration.' : null;
}

function lineOf(read: ReadRecord, slugs: ReadonlyMap<string, string>): ImportLine {
  const { abstract, note: _note, keywords, authors, ...record } = read.record;
  const fault = faultOf(read);
  const others = keywords.filter((word) => !slugs.has(word.toLowerCase()));
  return {
    place: read.place,
    title: record.title,
    fault,
    record: fault
      ? null
      : {
          ...record,
          authors: authors.map(({ name }) => name),
          threatAreas: [...new Set(keywords.flatMap((word) => slugs.get(word.toLowerCase()) ?? []))],
          verified: false,
        },
    remarks: [
      ...read.remarks,
      ...(others.length > 0 ? [`Keywords that are no threat area: ${listed(others)}.`] : []),
      ...(abstract !== '' && !fault ? ['Its abstract or key messages are not taken in.'] : []),
    ],
  };
}

/** By DOI, or by title and year: what a file says twice is taken once, from where it stands first. */
function withoutRepeats(lines: ImportLine[]): ImportLine[] {
  const met = new Map<string, number>();
  return lines.map((line) => {
    if (!line.record) return line;
    const { doi, title, year } = line.record;
    const keys = [...(doi ? [doi] : []), `${title.toLowerCase()} ${year ?? ''}`];
    const first = keys.map((key) => met.get(key)).find((place) => place !== undefined);
    if (first !== undefined)
      return { ...line, record: null, fault: `It is the same as the one at ${first}.` };
    for (const key of keys) met.set(key, line.place);
    return line;
  });
}

/**
 * The records of a file as the import takes them. Keywords become threat areas by name or slug. Key messages stay
 * out, because a bibliographic record says nothing of what a work says.
 */
export function importLines(file: Bibliography, areas: ThreatArea[]): ImportLine[] {
  const slugs = new Map(
    areas.flatMap(({ slug, name }) => [slug, name].map((word) => [word.toLowerCase(), slug] as const)),
  );
  return withoutRepeats(file.read.map((read) => lineOf(read, slugs)));
}
