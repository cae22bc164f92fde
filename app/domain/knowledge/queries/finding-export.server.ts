import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import type { Prisma } from '~/platform/generated/prisma/client';
import { query } from '../../query.server';
import { citedFinding, type CitedFinding } from '../citations/cited-finding.server';
import type { KeyedRecord } from '../citations/exchange/bibliographic-record';
import { BIBLIOGRAPHY_FORMATS, bibliographyFormats } from '../citations/exchange/bibliography-formats';
import { writeBibliography } from '../citations/exchange/write-bibliography.server';
import { findingExportFilters } from '../finding-filters';
import { following, inListOrder, listedFindings, listScope, placeInList } from '../listed-findings.server';

type Row = Omit<CitedFinding, 'about'> & CitedFinding['about'] & { cursor: string };

/** Rows in memory at once, and in one file. */
const CHUNK = 500;
const MOST_ROWS = 100_000;

const rowsAfter = (db: Db, listed: Prisma.Sql, place: string | undefined): Promise<Row[]> =>
  db.$queryRaw<Row[]>`
    SELECT f.reference, v.title, v.year, v.kind, v.venue, v.volume, v.issue, v.pages, v.publisher, v.doi,
      v.web_address AS "webAddress", v.licence, v.key_messages AS "keyMessages",
      f.retracted_at IS NOT NULL AS retracted, f.invented, f.released_at IS NOT NULL AS released,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('name', a.name, 'orcid', a.orcid) ORDER BY a.position)
        FROM finding_author a WHERE a.version_id = v.id), '[]') AS authors,
      ARRAY(SELECT t.name FROM finding_term ft JOIN term t ON t.id = ft.term_id
        WHERE ft.finding_id = f.id AND t.scheme = 'threatArea' ORDER BY t.position) AS "threatAreas",
      ${placeInList} AS cursor
    ${listed} ${following(place)} ${inListOrder} LIMIT ${CHUNK}`;

/** The whole list, a chunk at a time by keyset: each statement starts where the last chunk ended. */
async function* chunksOf(db: Db, listed: Prisma.Sql): AsyncGenerator<KeyedRecord[]> {
  let place: string | undefined;
  for (let taken = 0; taken < MOST_ROWS; taken += CHUNK) {
    const rows = await rowsAfter(db, listed, place);
    yield rows.map((row) => citedFinding({ ...row, about: row }));
    place = rows.at(-1)?.cursor;
    if (rows.length < CHUNK) return;
  }
}

/** The list of findings under its filters as a file; made as it is read. */
export const findingExport = query({
  name: 'knowledge.finding-export',
  input: z.strictObject({
    format: z.enum(bibliographyFormats),
    filters: z.strictObject(findingExportFilters),
  }),
  visibleTo: listScope,
  read: ({ db, scope, input: { format, filters } }) => {
    const { mediaType, ending } = BIBLIOGRAPHY_FORMATS[format];
    return Promise.resolve({
      file: writeBibliography(format, chunksOf(db, listedFindings(scope, filters))),
      mediaType: format === 'ods' ? mediaType : `${mediaType}; charset=utf-8`,
      fileName: `soundings-findings.${ending}`,
    });
  },
});
