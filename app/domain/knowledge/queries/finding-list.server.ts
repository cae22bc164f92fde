import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { query } from '../../query.server';
import type { Confidence, StudyType } from '../finding';
import { findingConditions } from '../finding-filter-sql.server';
import { findingFilters } from '../finding-filters';
import { readsPublished } from '../finding-policy';
import { findingsVisibleSql } from '../finding-visibility.server';

export interface FindingListItem {
  reference: string;
  title: string;
  authors: string[];
  year: number | null;
  venue: string;
  studyType: StudyType;
  confidence: Confidence | null;
  bibliographic: boolean;
  invented: boolean;
  released: boolean;
  fromQuestion: boolean;
  threatAreas: string[];
}

type Row = FindingListItem & { cursor: string };

const PAGE = 25;

function following(after: string | undefined): Prisma.Sql {
  if (!after) return Prisma.empty;
  const [instant, id] = after.split('_');
  return Prisma.sql`AND (f.published_at, f.id) < (${instant}::timestamptz, ${id}::uuid)`;
}

/** Current findings, the latest published first, a page at a time. */
export const findingList = query({
  name: 'knowledge.finding-list',
  input: z.strictObject(findingFilters),
  visibleTo: (actor) => ({ rows: findingsVisibleSql(actor), insideNetwork: readsPublished(actor) }),
  read: async ({ db, scope, input }) => {
    const rows = await db.$queryRaw<Row[]>`
      SELECT f.reference, v.title, v.year, v.venue, v.study_type::text AS "studyType", f.confidence::text,
        f.bibliographic, f.invented, f.released_at IS NOT NULL AS released, f.question_id IS NOT NULL AS "fromQuestion",
        ARRAY(SELECT a.name FROM finding_author a WHERE a.version_id = v.id ORDER BY a.position) AS authors,
        ARRAY(SELECT t.name FROM finding_term ft JOIN term t ON t.id = ft.term_id
              WHERE ft.finding_id = f.id AND t.scheme = 'threatArea' ORDER BY t.position) AS "threatAreas",
        to_char(f.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '_' || f.id AS cursor
      FROM finding f JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
      WHERE f.published_at IS NOT NULL AND f.retracted_at IS NULL AND f.superseded_at IS NULL
        AND f.merged_into_id IS NULL AND ${scope.rows}
        ${findingConditions(input, scope.insideNetwork)} ${following(input.after)}
      ORDER BY f.published_at DESC, f.id DESC LIMIT ${PAGE + 1}`;
    const shown = rows.slice(0, PAGE);
    const last = rows.length > PAGE ? shown.at(-1) : undefined;
    return {
      findings: shown.map(({ cursor: _cursor, ...item }): FindingListItem => item),
      next: last?.cursor ?? null,
    };
  },
});
