import type { KeyedRecord } from '../bibliographic-record';
import { MOST_RECORDS, withoutForbidden } from '../clean-record';
import { lineCounter } from '../read-record';
import {
  columnNames,
  MOST_COLUMNS,
  recordsOfTable,
  rowOf,
  type TableRecords,
  type TableRow,
} from './table-columns';

/** What a spreadsheet would run as a formula (OWASP, "CSV injection"), behind apostrophes or not. */
const FORMULA = /^[\s']*[=+\-@]|^'*[\t\r]/;

/** An apostrophe goes in front of what could be run; in front of a text that has one already goes another. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The inverse of `guarded`. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;

function field(value: string | number): string {
  const safe = typeof value === 'number' ? String(value) : guarded(withoutForbidden(value));
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const line = (cells: (string | number)[]): string => `${cells.map(field).join(',')}\r\n`;

/** The first line: a byte order mark, by which spreadsheets know UTF-8, and the names of the columns. */
export const CSV_HEAD = `\uFEFF${line(columnNames)}`;

/** One record as a line of RFC 4180. */
export const csvLine = (one: KeyedRecord): string => line(rowOf(one));

const QUOTE = /[ \t]*"/y;
const CELL_END = /,|\r\n|\n|\r/g;

/** The cell that starts here, without its quotes, and where what ends it stands. */
function cellAt(text: string, from: number): { cell: string; end: number } {
  if (text.charAt(from) === ',') return { cell: '', end: from };
  const parts: string[] = [];
  let at = from;
  QUOTE.lastIndex = from;
  if (QUOTE.test(text)) {
    at = QUOTE.lastIndex;
    for (;;) {
      const quote = text.indexOf('"', at);
      parts.push(text.slice(at, quote < 0 ? text.length : quote));
      at = quote < 0 ? text.length : quote + 1;
      if (text.charAt(at) !== '"') break;
      parts.push('"');
      at += 1;
    }
  }
  CELL_END.lastIndex = at;
  const end = CELL_END.exec(text)?.index ?? text.length;
  parts.push(text.slice(at, end));
  return { cell: parts.join('').trim(), end };
}

/** Rows of RFC 4180 text that hold anything, no wider or more than a bibliography may be. */
function rowsOf(text: string): TableRow[] {
  const rows: TableRow[] = [];
  const lineOf = lineCounter(text);
  let row: string[] = [];
  let at = 0;
  let start = 0;
  const end = () => {
    if (row.some((one) => one !== '')) rows.push({ place: lineOf(start), cells: row });
    row = [];
  };
  while (at < text.length && rows.length <= MOST_RECORDS + 1) {
    const { cell, end: after } = cellAt(text, at);
    if (row.length < MOST_COLUMNS) row.push(unguarded(cell));
    at = after + 1;
    if (text.charAt(after) === ',') continue;
    if (text.startsWith('\r\n', after)) at += 1;
    end();
    start = at;
  }
  end();
  return rows;
}

/** The records of a CSV file that names its columns; null when it names none that we know. */
export const readCsv = (text: string): TableRecords | null => recordsOfTable(rowsOf(text));
