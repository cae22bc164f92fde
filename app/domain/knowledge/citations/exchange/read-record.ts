import type { BibliographicRecord } from './bibliographic-record';
import { cleanRecord, MOST_AUTHORS, type LooseRecord } from './clean-record';

/** One record as a file has it: where it starts, what it says, and what of it could not be kept. */
export interface ReadRecord {
  /** The line of a text, the row of a sheet, or the item of a list, counted from 1. */
  place: number;
  record: BibliographicRecord;
  remarks: string[];
}

const said = (value: string | number | undefined): string => String(value ?? '').trim();
const quoted = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;

function remarksOn(loose: LooseRecord, record: BibliographicRecord): string[] {
  const lost = (value: string | number | undefined, kept: unknown, why: string) =>
    said(value) !== '' && kept === null ? [`${quoted(said(value))} ${why}`] : [];
  return [
    ...lost(loose.year, record.year, 'holds no year from 1800 to 2100.'),
    ...lost(loose.doi, record.doi, 'is not a DOI.'),
    ...lost(loose.webAddress, record.webAddress, 'is not a web address.'),
    ...(said(loose.title).length > 500 ? ['The title was cut at 500 characters.'] : []),
    ...((loose.authors ?? []).length > MOST_AUTHORS
      ? [`Authors after the first ${MOST_AUTHORS} were left out.`]
      : []),
  ];
}

/** A record at its place, cleaned, with a remark for each field that could not be kept as it was written. */
export function readRecord(place: number, loose: LooseRecord): ReadRecord {
  const record = cleanRecord(loose);
  return { place, record, remarks: remarksOn(loose, record) };
}

/** The number of the line on which a place of a text stands, for places asked in order. */
export function lineCounter(text: string): (at: number) => number {
  let [line, from] = [1, 0];
  return (at) => {
    for (let next = text.indexOf('\n', from); next >= 0 && next < at; next = text.indexOf('\n', from)) {
      line += 1;
      from = next + 1;
    }
    return line;
  };
}
