import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { findingsVisibleSql } from '../finding-visibility.server';

export interface NearFinding {
  reference: string;
  title: string;
  year: number | null;
  sameDoi: boolean;
}

/** Titles closer than this by trigrams are pointed out; chosen so that a changed subtitle still shows. */
export const CLOSE = 0.55;

/** Published findings that report the same work, by DOI or by a title that is nearly the same. */
export function nearestOf(
  db: Db,
  actor: Actor,
  draft: { findingId: string; doi: string | null; title: string },
): Promise<NearFinding[]> {
  return db.$queryRaw<NearFinding[]>`
    SELECT f.reference, v.title, v.year, (v.doi IS NOT NULL AND v.doi = ${draft.doi}) AS "sameDoi"
    FROM finding f JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
    WHERE f.id <> ${draft.findingId}::uuid AND f.retracted_at IS NULL AND ${findingsVisibleSql(actor)}
      AND (v.doi = ${draft.doi} OR similarity(lower(v.title), lower(${draft.title})) >= ${CLOSE})
    ORDER BY (v.doi = ${draft.doi}) IS TRUE DESC, similarity(lower(v.title), lower(${draft.title})) DESC, f.id
    LIMIT 5`;
}
