import { indexedName, nameFromParts, nameParts } from '../author-name';
import { WORK_KINDS, workKinds, type WorkKind } from '../work-kinds';
import type { KeyedRecord } from './bibliographic-record';
import { MOST_AUTHORS, MOST_RECORDS, oneLine, pageRange, plainPages, withoutForbidden } from './clean-record';
import { readRecord, type ReadRecord } from './read-record';

/** Types that other programs write for kinds of ours. */
const OTHER_TYPES = new Map<string, WorkKind>(
  Object.entries({
    ...{ EJOUR: 'article', JFULL: 'article', MGZN: 'article', NEWS: 'article', ABST: 'article' },
    ...{ EBOOK: 'book', EDBOOK: 'book', SER: 'book', ECHAP: 'chapter', GOVDOC: 'report', STAND: 'report' },
    ...{ CPAPER: 'conference', INPR: 'preprint', DBASE: 'dataset', AGGR: 'dataset' },
  } as const),
);

const kindOf = (type: string): WorkKind =>
  workKinds.find((kind) => WORK_KINDS[kind].ris === type) ?? OTHER_TYPES.get(type) ?? 'other';

/** One record in RIS (Research Information Systems, format of 2011): one tag a line, ended by `ER`. */
export function risRecord({ record }: KeyedRecord): string {
  const line = (tag: string, value: string | number | null) => {
    const text = withoutForbidden(String(value ?? ''))
      .replaceAll(/\s+/g, ' ')
      .trim();
    return text === '' ? [] : [`${tag}  - ${text}`];
  };
  const pages = record.pages && plainPages(record.pages);
  const [first, last] = (pages && pageRange(pages)) || [pages, null];
  return [
    `TY  - ${WORK_KINDS[record.kind].ris}`,
    ...line('TI', record.title),
    ...record.authors.flatMap(({ name }) => line('AU', indexedName(name))),
    ...line('PY', record.year),
    ...line('T2', record.venue),
    ...line('VL', record.volume),
    ...line('IS', record.issue),
    ...line('SP', first),
    ...line('EP', last),
    ...line('PB', record.publisher),
    ...line('DO', record.doi),
    ...line('UR', record.webAddress),
    ...line('AB', record.abstract),
    ...record.keywords.flatMap((word) => line('KW', word)),
    ...line('N1', record.note),
    'ER  - ',
    '',
  ].join('\r\n');
}

const TAGGED = /^\s{0,4}([A-Z][A-Z0-9]) {1,2}-(?: (.*)|)$/;
type Tags = Map<string, string[]>;

/** `Family, Given[, Suffix]`, or a body. */
function nameOf(text: string): string {
  const name = oneLine(text, 200);
  const parts = nameParts(name);
  if ('literal' in parts || !name.includes(',')) return name;
  const [given = '', ...suffix] = parts.given.split(',').map((part) => part.trim());
  return nameFromParts({ family: [parts.family, ...suffix].filter(Boolean).join(' '), given });
}

/** Some programs write the whole range as its start. */
const pagesOf = (start: string | undefined, end: string | undefined): string =>
  [start, start && pageRange(start) ? '' : end].filter(Boolean).join('-');

function recordOf(place: number, type: string, tags: Tags): ReadRecord {
  const first = (...names: string[]) => names.flatMap((name) => tags.get(name) ?? []).find(Boolean);
  const all = (...names: string[]) => names.flatMap((name) => tags.get(name) ?? []);
  const kind = kindOf(type);
  return readRecord(place, {
    kind,
    title: first('TI', 'T1', 'CT', ...(kind === 'book' ? ['BT'] : [])),
    authors: all('AU', 'A1').slice(0, MOST_AUTHORS).map(nameOf),
    year: first('PY', 'Y1', 'DA'),
    venue: first('T2', 'JF', 'JO', 'JA', ...(kind === 'book' ? [] : ['BT']), 'T3'),
    volume: first('VL'),
    issue: first('IS'),
    pages: pagesOf(first('SP'), first('EP')),
    publisher: first('PB'),
    doi: first('DO'),
    webAddress: first('UR', 'L2'),
    abstract: first('AB', 'N2'),
    keywords: all('KW'),
    note: first('N1'),
  });
}

/**
 * The records of an RIS file in order. A record starts at `TY` and ends at `ER`, at the next `TY` or with the
 * file; a line without a tag goes on with the one before. Never throws.
 */
export function readRis(text: string): ReadRecord[] {
  const records: ReadRecord[] = [];
  let open: { place: number; type: string; tags: Tags; last: string[] } | null = null;
  const close = () => {
    if (open) records.push(recordOf(open.place, open.type, open.tags));
    open = null;
  };
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (records.length > MOST_RECORDS) return records;
    const [, tag, value = ''] = TAGGED.exec(line) ?? [];
    if (tag === undefined) {
      const last = open ? open.last.length - 1 : -1;
      if (open && last >= 0) open.last[last] = `${open.last[last] ?? ''} ${line.trim()}`;
    } else if (tag === 'TY') {
      close();
      open = { place: index + 1, type: value.trim().toUpperCase(), tags: new Map(), last: [] };
    } else if (tag === 'ER') close();
    else if (open) {
      const values = open.tags.get(tag) ?? [];
      open.tags.set(tag, values);
      values.push(value.trim());
      open.last = values;
    }
  }
  close();
  return records;
}
