import { z } from 'zod';
import { query } from '../../query.server';
import { importStateOf, mayImport, type ImportState } from '../imports/bibliography-import';

interface Row {
  reference: string;
  fileName: string;
  readAt: Date;
  by: string | null;
  records: number;
  made: number;
  carriedOutAt: Date | null;
  undoneAt: Date | null;
}
export type ImportListItem = Omit<Row, 'carriedOutAt' | 'undoneAt'> & { state: ImportState };

const MOST = 20;

/** The latest files that were read in, and what became of them. */
export const bibliographyImports = query({
  name: 'knowledge.bibliography-imports',
  input: z.strictObject({}),
  visibleTo: (actor) => mayImport(actor).kind === 'allow',
  read: async ({ db, scope }) => {
    if (!scope) return null;
    const rows = await db.$queryRaw<Row[]>`
      SELECT i.reference, i.file_name AS "fileName", i.read_at AS "readAt", p.name AS by,
        i.carried_out_at AS "carriedOutAt", i.undone_at AS "undoneAt",
        count(r.*)::int AS records, count(r.finding_id)::int AS made
      FROM (SELECT * FROM bibliography_import ORDER BY read_at DESC LIMIT ${MOST}) i
      LEFT JOIN person p ON p.id = i.read_by_id LEFT JOIN imported_record r ON r.import_id = i.id
      GROUP BY i.id, i.reference, i.file_name, i.read_at, i.carried_out_at, i.undone_at, p.name
      ORDER BY i.read_at DESC`;
    return rows.map(({ carriedOutAt, undoneAt, ...row }): ImportListItem => ({
      ...row,
      state: importStateOf({ carriedOutAt, undoneAt }),
    }));
  },
});
