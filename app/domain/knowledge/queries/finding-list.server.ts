import { z } from 'zod';
import { listLimit } from '../../cursor';
import { query } from '../../query.server';
import type { Confidence, StudyType } from '../finding';
import { findingFilters } from '../finding-filters';
import { following, inListOrder, listedFindings, listScope, placeInList } from '../listed-findings.server';

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

/** Current findings, the latest published first, a page at a time. */
export const findingList = query({
  name: 'knowledge.finding-list',
  input: z.strictObject({ ...findingFilters, limit: listLimit }),
  visibleTo: listScope,
  read: async ({ db, scope, input }) => {
    const rows = await db.$queryRaw<Row[]>`
      SELECT f.reference, v.title, v.year, v.venue, v.study_type::text AS "studyType", f.confidence::text,
        f.bibliographic, f.invented, f.released_at IS NOT NULL AS released, f.question_id IS NOT NULL AS "fromQuestion",
        ARRAY(SELECT a.name FROM finding_author a WHERE a.version_id = v.id ORDER BY a.position) AS authors,
        ARRAY(SELECT t.name FROM finding_term ft JOIN term t ON t.id = ft.term_id
              WHERE ft.finding_id = f.id AND t.scheme = 'threatArea' ORDER BY t.position) AS "threatAreas",
        ${placeInList} AS cursor
      ${listedFindings(scope, input)} ${following(input.after)}
      ${inListOrder} LIMIT ${input.limit + 1}`;
    const shown = rows.slice(0, input.limit);
    const last = rows.length > input.limit ? shown.at(-1) : undefined;
    return {
      findings: shown.map(({ cursor: _cursor, ...item }): FindingListItem => item),
      next: last?.cursor ?? null,
    };
  },
});
