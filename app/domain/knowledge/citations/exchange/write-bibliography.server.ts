import type { BibliographyFormat, CitationFormat } from './bibliography-formats';
import type { KeyedRecord } from './bibliographic-record';
import { bibtexEntry } from './bibtex/bibtex-write';
import { cslItem } from './csl-records';
import { CSV_HEAD, csvLine } from './tables/csv-records';
import { odsFile } from './tables/ods-write.server';
import { risRecord } from './ris';

interface Layout {
  head: string;
  one: (record: KeyedRecord) => string;
  between: string;
  tail: string;
}

const LAYOUTS: Record<Exclude<BibliographyFormat, 'ods'>, Layout> = {
  bibtex: { head: '', one: bibtexEntry, between: '', tail: '' },
  ris: { head: '', one: risRecord, between: '', tail: '' },
  'csl-json': { head: '[\n', one: cslItem, between: ',\n', tail: '\n]\n' },
  csv: { head: CSV_HEAD, one: csvLine, between: '', tail: '' },
};

async function* textFile(layout: Layout, chunks: AsyncIterable<KeyedRecord[]>): AsyncGenerator<string> {
  const { head, one, between, tail } = layout;
  let before = head;
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    yield before + chunk.map(one).join(between);
    before = between;
  }
  yield before === head ? head + tail : tail;
}

/** A bibliography as a file, chunk by chunk as its records come; no chunk is held once it is written. */
export const writeBibliography = (
  format: BibliographyFormat,
  chunks: AsyncIterable<KeyedRecord[]>,
): AsyncGenerator<string | Uint8Array> =>
  format === 'ods' ? odsFile(chunks) : textFile(LAYOUTS[format], chunks);

/** One record as a file of its own. */
export function writeRecord(format: CitationFormat, record: KeyedRecord): string {
  const { head, one, tail } = LAYOUTS[format];
  return head + one(record) + tail;
}
