import { datesOf } from '../strategy-form';

/** What a version of a framework or set says; older ones lack some of it. */
export interface RecordedContent {
  document?: string;
  citation?: string;
  note?: string;
  datesNote?: string;
  startsWritten?: string;
  endsWritten?: string | null;
}

export interface RecordedRow {
  document: string;
  note: string;
  startsWritten: string;
  endsWritten: string | null;
  startsOn: Date;
  endsOn: Date | null;
  content: RecordedContent | null;
}

/** A row as one of its versions says it, the dates worked out anew. */
export function asRecorded<Row extends RecordedRow>({ content, ...row }: Row): Omit<Row, 'content'> {
  if (!content) return row;
  const endsWritten = content.endsWritten === undefined ? row.endsWritten : content.endsWritten;
  const dates = datesOf(content.startsWritten ?? row.startsWritten, endsWritten ?? '');
  return {
    ...row,
    document: content.document ?? row.document,
    note: content.note ?? row.note,
    ...(dates ?? {}),
  };
}

/** Those recorded by an instant, the latest first; where none was, what stands for what held before. */
export function knownBy<One extends { recordedAt: Date }>(
  latestFirst: readonly One[],
  until: Date,
  none?: One[],
): One[] {
  const known = latestFirst.filter(({ recordedAt }) => recordedAt < until);
  return known.length > 0 ? known : (none ?? latestFirst.slice(-1));
}
