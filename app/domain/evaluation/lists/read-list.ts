import { parseCsv } from '../../people/csv';
import { refuseField, type Refusal } from '../../refusal';
import { LIST_KINDS, MOST_ROWS, type ListKind } from './list-kinds';

/** The cells of one row by the name of their column. */
export type ListRow = Record<string, string>;

const wrong = (name: string, message: string): Refusal => refuseField(name, 'file', message);
const LONGEST_CELL = 2000;
const FORMULA = /^'[=+\-@\t\r]/;

/** What was put in front of a cell so that no spreadsheet runs it is taken off again. */
const unguarded = (cell: string): string => (FORMULA.test(cell) ? cell.slice(1) : cell);

/** UTF-8, with a byte order mark or without; null for anything else, and for bytes that no text holds. */
function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** The rows of a CSV file whose first line names the columns, in any order; or why it is no such file. */
export function readList(kind: ListKind, bytes: Uint8Array): ListRow[] | Refusal {
  const text = textOf(bytes);
  if (text === null)
    return wrong('FileIsNotText', 'This is no CSV file in UTF-8. Save it as “CSV UTF-8” and choose it again');
  const [head, ...lines] = parseCsv(text);
  if (!head || lines.length === 0) return wrong('FileIsEmpty', 'There are no rows in this file');
  const columns = columnsOf(kind, head);
  if ('refused' in columns) return columns;
  if (lines.length > MOST_ROWS)
    return wrong(
      'ListIsTooLong',
      `This holds ${lines.length.toLocaleString('en-GB')} rows. Send at most ${MOST_ROWS.toLocaleString('en-GB')} at a time`,
    );
  const wide = lines.findIndex((line) => line.length > head.length);
  if (wide >= 0) return wrong('RowIsTooWide', `Row ${wide + 1} has more cells than there are columns`);
  return lines.map((line) =>
    Object.fromEntries(
      columns.names.map((name, index) => [name, unguarded(line[index] ?? '').slice(0, LONGEST_CELL)]),
    ),
  );
}

function columnsOf(kind: ListKind, head: string[]): { names: string[] } | Refusal {
  const { columns, more } = LIST_KINDS[kind];
  const known: string[] = [...columns, ...more];
  const names = head.map((cell) => known.find((one) => one.toLowerCase() === cell.toLowerCase()));
  const unknown = head.filter((_, index) => !names[index]);
  const missing = columns.filter((column) => !names.includes(column));
  if (unknown.length === 0 && missing.length === 0 && new Set(names).size === names.length)
    return { names: names.map((name) => name ?? '') };
  const asked = `The first row names the columns: ${columns.join(', ')}${more.length > 0 ? `, and if you like ${more.join(', ')}` : ''}`;
  return wrong('ColumnsAreWrong', asked);
}
