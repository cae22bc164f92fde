import { BIBLIOGRAPHY_FORMATS } from '../bibliography-formats';
import { MOST_RECORDS } from '../clean-record';
import { MOST_COLUMNS, recordsOfTable, type TableRecords, type TableRow } from './table-columns';
import { unzipPart } from './unzip.server';
import { attributeOf, scanXml, type XmlPiece } from './xml-scan';

/** In bytes, unpacked; ten thousand records with key messages take about 15 MB. */
const MOST_UNPACKED = 40_000_000;
const MOST_CELL = 50_000;

/** Takes the first sheet together from the pieces of `content.xml`, under the prefixes that programs write. */
class Sheet {
  readonly rows: TableRow[] = [];
  private place = 0;
  private repeatedRows = 1;
  isOver = false;
  private tables = 0;
  private row: string[] | null = null;
  private cell: { value: string | null; repeated: number; lines: string[] } | null = null;
  private inParagraph = false;
  private aside = 0;

  take(piece: XmlPiece): void {
    if (piece.kind === 'text') this.write(piece.text.replaceAll(/\s+/g, ' '));
    else if (piece.kind === 'close') this.closed(piece.name);
    else this.opened(piece.name, piece.attributes, piece.kind === 'empty');
  }

  private write(text: string): void {
    const { cell } = this;
    if (!cell || !this.inParagraph || this.aside > 0) return;
    const last = cell.lines.length - 1;
    const line = cell.lines[last] ?? '';
    if (line.length < MOST_CELL) cell.lines[last] = line + text;
  }

  private opened(name: string, attributes: string, isEmpty: boolean): void {
    if (name === 'office:annotation' && !isEmpty) this.aside += 1;
    else if (name === 'table:table' && !isEmpty) this.tables += 1;
    else if (name === 'table:table-row') this.startRow(attributes, isEmpty);
    else if (/^table:(covered-)?table-cell$/.test(name)) {
      const repeated = Number(attributeOf(attributes, 'table:number-columns-repeated') ?? 1);
      const isNumber = attributeOf(attributes, 'office:value-type') === 'float';
      const value = isNumber ? attributeOf(attributes, 'office:value') : null;
      this.cell = { value, repeated: Number.isInteger(repeated) ? repeated : 1, lines: [] };
      if (isEmpty) this.endCell();
    } else if (name === 'text:p' && this.cell && this.aside === 0) {
      if (this.cell.lines.length < MOST_CELL) this.cell.lines.push('');
      this.inParagraph = !isEmpty;
    } else this.opensInText(name, attributes);
  }

  private startRow(attributes: string, isEmpty: boolean): void {
    const repeated = Number(attributeOf(attributes, 'table:number-rows-repeated') ?? 1);
    this.place += isEmpty ? 0 : 1;
    this.repeatedRows = Number.isInteger(repeated) && repeated > 0 ? repeated : 1;
    if (isEmpty) this.place += this.repeatedRows;
    else this.row = [];
  }

  private opensInText(name: string, attributes: string): void {
    if (name === 'text:s') {
      const count = Number(attributeOf(attributes, 'text:c') ?? 1);
      this.write(' '.repeat(Math.min(Math.max(count || 1, 1), 100)));
    } else if (name === 'text:tab') this.write('\t');
    else if (name === 'text:line-break') this.write('\n');
  }

  private closed(name: string): void {
    if (name === 'office:annotation') this.aside = Math.max(0, this.aside - 1);
    else if (name === 'text:p' && this.aside === 0) this.inParagraph = false;
    else if (/^table:(covered-)?table-cell$/.test(name)) this.endCell();
    else if (name === 'table:table-row') this.endRow();
    else if (name === 'table:table' && this.tables > 0) this.isOver = true;
  }

  /** A cell that stands for several is written several times, within the width that a table may have. */
  private endCell(): void {
    const { cell, row } = this;
    this.cell = null;
    this.inParagraph = false;
    if (!cell || !row) return;
    const text = cell.value ?? cell.lines.join('\n');
    const times = Math.min(Math.max(cell.repeated, 1), MOST_COLUMNS - row.length);
    for (let time = 0; time < times; time += 1) row.push(text);
  }

  /** Rows that are said to repeat are the same record, and taken once; empty ones are none. */
  private endRow(): void {
    if (this.row?.some((text) => text.trim() !== '')) this.rows.push({ place: this.place, cells: this.row });
    this.place += this.repeatedRows - 1;
    this.row = null;
    if (this.rows.length > MOST_RECORDS + 1) this.isOver = true;
  }
}

export type OdsReading = { kind: 'read'; table: TableRecords } | { kind: 'refused'; why: string };
const refused = (why: string): OdsReading => ({ kind: 'refused', why });

const DAMAGED = 'This spreadsheet is damaged, or no OpenDocument spreadsheet.';

function rowsOf(source: string): TableRow[] | null {
  const sheet = new Sheet();
  const pieces = scanXml(source);
  for (let next = pieces.next(); !sheet.isOver; next = pieces.next()) {
    if (next.done) return next.value ? sheet.rows : null;
    sheet.take(next.value);
  }
  return sheet.rows;
}

/**
 * The records on the first sheet of an OpenDocument spreadsheet, whose first row names the columns. Only two parts
 * of the package are looked at; document type declarations, and so entities, are refused. Never throws.
 */
export function readOds(bytes: Buffer): OdsReading {
  const mediaType = unzipPart(bytes, 'mimetype', 200);
  if (mediaType.kind !== 'read' || !mediaType.bytes.toString().startsWith(BIBLIOGRAPHY_FORMATS.ods.mediaType))
    return refused(DAMAGED);
  const content = unzipPart(bytes, 'content.xml', MOST_UNPACKED);
  if (content.kind === 'tooLarge') return refused('This spreadsheet is too large once it is unpacked.');
  if (content.kind !== 'read') return refused(DAMAGED);
  const rows = rowsOf(content.bytes.toString());
  if (!rows) return refused(DAMAGED);
  const table = recordsOfTable(rows);
  return table
    ? { kind: 'read', table }
    : refused('The first sheet needs a first row that names its columns, with one called Title or DOI.');
}
