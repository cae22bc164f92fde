import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { BIBLIOGRAPHY_FORMATS, type BibliographyFormat } from '../citations/exchange/bibliography-formats';
import {
  importStateOf,
  mayImport,
  placeWord,
  whyNotUndone,
  type ImportChoice,
  type Match,
} from '../imports/bibliography-import';
import { recordToImport } from '../imports/record-to-import';

const PAGE = 50;

export interface ImportCounts {
  take: number;
  same: number;
  skip: number;
  faulty: number;
  undecided: number;
  made: number;
  undone: number;
}

interface Row {
  position: number;
  place: number;
  title: string;
  content: unknown;
  remarks: string[];
  fault: string | null;
  match: Match | null;
  choice: ImportChoice | null;
  undoOutcome: 'undone' | 'kept' | null;
  sameAs: { reference: string; title: string; year: number | null; authors: string[] } | null;
  made: string | null;
}

async function countsOf(db: Db, id: string): Promise<ImportCounts> {
  const [counts] = await db.$queryRaw<ImportCounts[]>`
    SELECT count(*) FILTER (WHERE choice = 'take')::int AS take, count(*) FILTER (WHERE choice = 'same')::int AS same,
      count(*) FILTER (WHERE choice = 'skip' AND fault IS NULL)::int AS skip, count(fault)::int AS faulty,
      count(*) FILTER (WHERE choice IS NULL)::int AS undecided, count(finding_id)::int AS made,
      count(*) FILTER (WHERE undo_outcome = 'undone')::int AS undone
    FROM imported_record WHERE import_id = ${id}::uuid`;
  if (!counts) throw new Error('a count has one row');
  return counts;
}

/** Records from a position on, each with the finding it may be the same as and the one that was made of it. */
const recordsFrom = (db: Db, id: string, from: number) => db.$queryRaw<Row[]>`
  SELECT r.position, r.place, r.title, r.content, r.remarks, r.fault, r.match, r.choice::text,
    r.undo_outcome AS "undoOutcome", m.reference AS made,
    CASE WHEN f.id IS NULL THEN NULL ELSE jsonb_build_object('reference', f.reference, 'title', v.title,
      'year', v.year, 'authors', ARRAY(SELECT a.name FROM finding_author a WHERE a.version_id = v.id ORDER BY a.position)
    ) END AS "sameAs"
  FROM imported_record r LEFT JOIN finding f ON f.id = r.same_as_id
  LEFT JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
  LEFT JOIN finding m ON m.id = r.finding_id
  WHERE r.import_id = ${id}::uuid AND r.position >= ${from} ORDER BY r.position LIMIT ${PAGE + 1}`;

function recordOf({ content, ...row }: Row) {
  const record = recordToImport.safeParse(content).data;
  return {
    ...row,
    record: record && {
      authors: record.authors.slice(0, 4).join(', ') + (record.authors.length > 4 ? ' and others' : ''),
      ...{ year: record.year, venue: record.venue, doi: record.doi },
    },
  };
}

/** A dry run, or the report of what was made of it, a page of records at a time. */
export const bibliographyImport = query({
  name: 'knowledge.bibliography-import',
  input: z.strictObject({ reference: referenceInput, from: z.coerce.number().int().min(0).default(0) }),
  visibleTo: (actor) => mayImport(actor).kind === 'allow',
  read: async ({ db, scope, input, now }) => {
    if (!scope) return null;
    const kept = await db.bibliographyImport.findUnique({ where: { reference: input.reference } });
    if (!kept) return null;
    const [counts, rows] = [await countsOf(db, kept.id), await recordsFrom(db, kept.id, input.from)];
    const { reference, fileName, messages, readAt, carriedOutAt, undoneAt } = kept;
    return {
      ...{ reference, fileName, messages, readAt, carriedOutAt, undoneAt, counts },
      format: BIBLIOGRAPHY_FORMATS[kept.format as BibliographyFormat].words,
      state: importStateOf(kept),
      whyNotUndone: whyNotUndone(kept, now),
      placeWord: placeWord(kept.format),
      records: rows.slice(0, PAGE).map(recordOf),
      next: rows[PAGE]?.position ?? null,
    };
  },
});
export type ImportView = NonNullable<Awaited<ReturnType<typeof bibliographyImport.read>>>;
