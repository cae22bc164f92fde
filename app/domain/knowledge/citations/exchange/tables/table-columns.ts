import { WORK_KINDS, workKinds, type WorkKind } from '../../work-kinds';
import type { KeyedRecord } from '../bibliographic-record';
import { readRecord, type ReadRecord } from '../read-record';

/** Several values in one cell. A semicolon within a value is written as a comma. */
const SEPARATOR = '; ';
const joined = (values: string[]): string =>
  values.map((value) => value.replaceAll(/\s*;/g, ',')).join(SEPARATOR);

type Column = [name: string, cell: (one: KeyedRecord) => string | number];

/** The columns of a bibliography as a table, in the order in which they are written. */
export const COLUMNS = [
  ['Soundings reference', ({ key }) => key],
  ['Title', ({ record }) => record.title],
  ['Authors', ({ record }) => joined(record.authors.map(({ name }) => name))],
  ['Year', ({ record }) => record.year ?? ''],
  ['Kind', ({ record }) => WORK_KINDS[record.kind].words],
  ['Venue', ({ record }) => record.venue],
  ['Volume', ({ record }) => record.volume ?? ''],
  ['Issue', ({ record }) => record.issue ?? ''],
  ['Pages', ({ record }) => record.pages ?? ''],
  ['Publisher', ({ record }) => record.publisher ?? ''],
  ['DOI', ({ record }) => record.doi ?? ''],
  ['Web address', ({ record }) => record.webAddress ?? ''],
  ['Licence', ({ record }) => record.licence],
  ['Key messages', ({ record }) => record.abstract],
  ['Threat areas', ({ record }) => joined(record.keywords)],
  ['Note', ({ record }) => record.note],
] as const satisfies Column[];

export const columnNames: string[] = COLUMNS.map(([name]) => name);
export const rowOf = (one: KeyedRecord): (string | number)[] => COLUMNS.map(([, cell]) => cell(one));

const plainName = (name: string): string =>
  name
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase();
const KNOWN = new Map(columnNames.map((name) => [plainName(name), name]));

function kindOf(cell: string): WorkKind {
  const wanted = plainName(cell);
  return (
    workKinds.find((kind) => kind === wanted || WORK_KINDS[kind].words.toLowerCase() === wanted) ??
    (wanted === '' ? 'article' : 'other')
  );
}

function recordOf(place: number, cell: (name: string) => string): ReadRecord {
  const several = (name: string) => cell(name).slice(0, 100_000).split(';');
  return readRecord(place, {
    kind: kindOf(cell('Kind').slice(0, 100)),
    title: cell('Title'),
    authors: several('Authors'),
    year: cell('Year'),
    venue: cell('Venue'),
    volume: cell('Volume'),
    issue: cell('Issue'),
    pages: cell('Pages'),
    publisher: cell('Publisher'),
    doi: cell('DOI'),
    webAddress: cell('Web address'),
    licence: cell('Licence'),
    abstract: cell('Key messages'),
    keywords: several('Threat areas'),
    note: cell('Note'),
  });
}

export interface TableRecords {
  records: ReadRecord[];
  unknownColumns: string[];
}

export const MOST_COLUMNS = 100;

/** A row with the line of the text, or the row of the sheet, that it starts on. */
export interface TableRow {
  place: number;
  cells: string[];
}

/**
 * Records from rows of cells, the first of which names the columns, in any order and case. Null when no column is
 * called Title or DOI. Where two columns have one name, the first counts.
 */
export function recordsOfTable(rows: TableRow[]): TableRecords | null {
  const header = (rows[0]?.cells ?? []).slice(0, MOST_COLUMNS).map((name) => name.slice(0, 100));
  const places = new Map<string, number>();
  const unknown: string[] = [];
  for (const [place, name] of header.entries()) {
    const known = KNOWN.get(plainName(name));
    if (known !== undefined && !places.has(known)) places.set(known, place);
    else if (name.trim() !== '') unknown.push(name.trim());
  }
  if (!places.has('Title') && !places.has('DOI')) return null;
  const records = rows.slice(1).map(({ place: line, cells }) =>
    recordOf(line, (name) => {
      const place = places.get(name);
      return place === undefined ? '' : (cells[place] ?? '');
    }),
  );
  return { records, unknownColumns: unknown };
}
