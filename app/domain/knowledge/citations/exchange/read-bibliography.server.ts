import type { BibliographyFormat } from './bibliography-formats';
import type { BibliographicRecord } from './bibliographic-record';
import { readBibtex } from './bibtex/bibtex-read';
import { MOST_RECORDS, saysSomething } from './clean-record';
import { readCslJson } from './csl-records';
import { readCsv } from './tables/csv-records';
import { readOds } from './tables/ods-read.server';
import type { ReadRecord } from './read-record';
import { readRis } from './ris';
import type { TableRecords } from './tables/table-columns';

export interface Bibliography {
  format: BibliographyFormat | null;
  records: BibliographicRecord[];
  /** Everything that was looked at, in the order of the file, with its place; what says nothing too. */
  read: ReadRecord[];
  /** What a person has to know: why there are no records, or what of the file was left out. */
  messages: string[];
  unknownColumns: string[];
}

const MOST_BYTES = 10_000_000;

type TextFormat = Exclude<BibliographyFormat, 'ods'>;

const nothing = (format: BibliographyFormat | null, ...messages: string[]): Bibliography => ({
  format,
  records: [],
  read: [],
  messages,
  unknownColumns: [],
});

/** Told by content alone: what a file is called says little. CSV is what has lines of cells and is nothing else. */
function formatOf(text: string): TextFormat | null {
  const start = text.slice(0, 200_000);
  if (/^\s*[[{]/.test(start)) return 'csl-json';
  if (/^[ \t]{0,4}TY {1,2}- /m.test(start)) return 'ris';
  if (/^[ \t]*@[A-Za-z]{1,40}\s{0,20}[{(]/m.test(start)) return 'bibtex';
  return /[,"]|^(title|doi)\s*$/im.test(start) ? 'csv' : null;
}

/** The text and whether it had to be read as Windows-1252; null for what is no text. */
function decoded(bytes: Buffer): { text: string; isGuess: boolean } | null {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : { text, isGuess: false };
  } catch {
    if (encoding !== 'utf-8' || bytes.includes(0)) return null;
    return { text: new TextDecoder('windows-1252').decode(bytes), isGuess: true };
  }
}

const NO_COLUMNS = 'The first line has to name the columns, with one called Title or DOI.';

function tableOf(text: string): TableRecords | string {
  return readCsv(text) ?? NO_COLUMNS;
}

function recordsOf(format: TextFormat, text: string): TableRecords | string {
  const plain = (records: ReadRecord[]): TableRecords => ({ records, unknownColumns: [] });
  switch (format) {
    case 'bibtex':
      return plain(readBibtex(text));
    case 'ris':
      return plain(readRis(text));
    case 'csl-json': {
      const records = readCslJson(text);
      return records ? plain(records) : 'This looks like CSL-JSON, but it is no JSON that can be read.';
    }
    case 'csv':
      return tableOf(text);
  }
}

function answered(format: BibliographyFormat, { records, unknownColumns }: TableRecords): Bibliography {
  const looked = records.slice(0, MOST_RECORDS);
  const kept = looked.map(({ record }) => record).filter(saysSomething);
  const messages = [
    ...(kept.length === 0 ? ['No record in this file has a title or a DOI.'] : []),
    ...(records.length > MOST_RECORDS ? [`Only the first ${MOST_RECORDS} records were read.`] : []),
    ...(unknownColumns.length > 0 ? [`Columns that are not known: ${unknownColumns.join(', ')}.`] : []),
  ];
  return { format, records: kept, read: looked, messages, unknownColumns };
}

/**
 * The records of a file in BibTeX, RIS, CSL-JSON, CSV or an OpenDocument spreadsheet, which it is told by content.
 * Text is UTF-8, UTF-16 with a byte order mark or, failing both, Windows-1252. At most 10 MB, and 40 MB unpacked.
 * Never throws; without records there is a message that says why.
 */
export function readBibliography(file: Uint8Array): Bibliography {
  if (file.byteLength > MOST_BYTES) return nothing(null, 'This file is larger than 10 MB.');
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.length > 1 && bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const reading = readOds(bytes);
    return reading.kind === 'read' ? answered('ods', reading.table) : nothing('ods', reading.why);
  }
  const read = decoded(bytes);
  const format = read && formatOf(read.text);
  if (!format)
    return nothing(
      null,
      'This is no BibTeX, RIS, CSL-JSON, CSV or OpenDocument spreadsheet that can be read.',
    );
  const found = recordsOf(format, read.text);
  if (typeof found === 'string') return nothing(format, found);
  const answer = answered(format, found);
  if (read.isGuess)
    answer.messages.push('This file is not UTF-8; it was read as Windows-1252. Check its accents.');
  return answer;
}
