import { parseCsv } from '../../../people/csv';
import type { KeyedRecord } from './bibliographic-record';
import { columnNames, recordsOfTable, rowOf, type TableRecords } from './table-columns';

/** What a spreadsheet would run as a formula (OWASP, "CSV injection"), behind apostrophes or not. */
const FORMULA = /^[\s']*[=+\-@]|^'*[\t\r]/;

/** An apostrophe goes in front of what could be run; in front of a text that has one already goes another. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The inverse of `guarded`. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;

function field(value: string | number): string {
  const safe = typeof value === 'number' ? String(value) : guarded(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const line = (cells: (string | number)[]): string => `${cells.map(field).join(',')}\r\n`;

/** The first line: a byte order mark, by which spreadsheets know UTF-8, and the names of the columns. */
export const CSV_HEAD = `\uFEFF${line(columnNames)}`;

/** One record as a line of RFC 4180. */
export const csvLine = (one: KeyedRecord): string => line(rowOf(one));

/** The records of a CSV file that names its columns; null when it names none that we know. */
export const readCsv = (text: string): TableRecords | null =>
  recordsOfTable(parseCsv(text).map((row) => row.map(unguarded)));
