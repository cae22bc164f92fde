import { z } from 'zod';
import { lineInput, wrongInLine, type LineInput } from './line-form';

/** The columns of a file of lines, by the field that each fills. */
export const COLUMNS = {
  funder: 'organisation',
  purpose: 'purpose',
  'planned £': 'planned',
  'actual £': 'actual',
  certainty: 'certainty',
  condition: 'condition',
  'ring-fenced': 'ringFenced',
  'secure from': 'secureFrom',
  'secure until': 'secureUntil',
  'first day': 'startsOn',
  'last day': 'endsOn',
  base: 'base',
  'stated on': 'statedOn',
  estimate: 'estimate',
  source: 'source',
  activities: 'activities',
  strand: 'strand',
  level: 'level',
  intervention: 'intervention',
  overseas: 'overseas',
  'threat areas': 'areas',
} as const;
type Column = keyof typeof COLUMNS;
export const COLUMN_NAMES = Object.keys(COLUMNS) as Column[];
export const MOST_LINES = 2000;

interface Row {
  place: number;
  cells: string[];
  /** It is quoted wrongly, so that nobody can tell where it ends: no row of the file is read after it. */
  broken?: true;
}

/** Cells of RFC 4180 text, row by row, with the line of the file that each row begins on. */
export function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/gy;
  let cells: string[] = [];
  let line = 1;
  let place = 1;
  const clean = text.replace(/^\uFEFF/, '');
  while (CELL.lastIndex < clean.length) {
    const match = CELL.exec(clean);
    if (!match) {
      rows.push({ place, cells, broken: true });
      break;
    }
    cells.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim());
    line += (match[0].match(/\r\n|\n|\r/g) ?? []).length;
    if (match[3] === ',' && CELL.lastIndex < clean.length) continue;
    if (cells.some((cell) => cell !== '')) rows.push({ place, cells });
    cells = [];
    place = line;
  }
  return rows;
}

const MARKS: Record<string, boolean | undefined> = { yes: true, no: false, '': false };
const unguarded = (cell: string): string => (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell);

function fieldOf(column: Column, cell: string): unknown {
  if (column === 'ring-fenced' || column === 'estimate') {
    const mark = MARKS[cell.toLowerCase()];
    return mark === undefined ? cell : mark || undefined;
  }
  if (column === 'threat areas')
    return cell
      .split(';')
      .map((one) => one.trim())
      .filter(Boolean);
  return column === 'overseas' || column === 'certainty' ? cell.toLowerCase() : unguarded(cell);
}

export interface ReadLine {
  place: number;
  line: LineInput | null;
  wrong: string;
}

export type ReadFile = { error: string } | { lines: ReadLine[] };

/** Each line of a file as a line of the ledger, or what is wrong with it. */
export function readLines(text: string): ReadFile {
  const [head, ...rows] = rowsOf(text);
  const broken = [head, ...rows].find((row) => row?.broken);
  if (broken)
    return { error: `Line ${broken.place} is quoted wrongly: a quote stands alone, or text follows one` };
  const columns = (head?.cells ?? []).map((cell) => cell.toLowerCase());
  const missing = COLUMN_NAMES.filter((name) => !columns.includes(name));
  const strange = columns.filter((name) => !Object.hasOwn(COLUMNS, name));
  if (missing.length > 0) return { error: `The first line lacks: ${missing.join(', ')}` };
  if (strange.length > 0) return { error: `No column is called: ${strange.join(', ')}` };
  const twice = columns.find((name, index) => columns.indexOf(name) < index);
  if (twice !== undefined) return { error: `Two columns are called: ${twice}` };
  if (rows.length === 0) return { error: 'There is no line under the names of the columns' };
  if (rows.length > MOST_LINES)
    return { error: `Enter at most ${MOST_LINES.toLocaleString('en-GB')} lines at once` };
  return { lines: rows.map(({ place, cells }) => readRow(place, columns as Column[], cells)) };
}

function readRow(place: number, columns: readonly Column[], cells: readonly string[]): ReadLine {
  if (cells.length > columns.length)
    return { place, line: null, wrong: 'It has more cells than there are columns' };
  const raw = Object.fromEntries(
    columns.map((column, index) => [COLUMNS[column], fieldOf(column, cells[index] ?? '')]),
  );
  const read = lineInput.safeParse(raw);
  if (!read.success) {
    const [issue] = read.error.issues;
    const field = String(issue?.path[0] ?? '');
    const column = COLUMN_NAMES.find((name) => COLUMNS[name] === field);
    return { place, line: null, wrong: `${column ?? 'Line'}: ${issue?.message ?? 'cannot be read'}` };
  }
  const wrong = wrongInLine(read.data);
  return wrong ? { place, line: null, wrong: wrong.message } : { place, line: read.data, wrong: '' };
}

export const fileInput = z.strictObject({
  text: z
    .string({ error: 'Paste the lines of the file' })
    .max(2_000_000, 'The file is too large')
    .refine((text) => text.trim() !== '', 'Paste the lines of the file'),
  enter: z.literal('yes').optional(),
});
