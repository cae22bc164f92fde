import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { CLOSE } from '../queries/nearest-findings.server';
import { findingsVisibleSql } from '../finding-visibility.server';
import type { Match } from './bibliography-import';

interface Sought {
  position: number;
  doi: string | null;
  title: string;
  year: number | null;
}

interface Held {
  position: number;
  findingId: string;
  match: Match;
}

/**
 * The published finding that each record may be the same as: by DOI; else by the same title and year; else by a title
 * that is nearly the same, unless both have DOIs, which then differ. One statement, however many records.
 */
export async function heldWorks(tx: Db, actor: Actor, sought: Sought[]): Promise<Map<number, Held>> {
  await tx.$executeRaw`SELECT set_config('pg_trgm.similarity_threshold', ${String(CLOSE)}, true)`;
  const rows = await tx.$queryRaw<Held[]>`
    WITH sought AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(sought)}::jsonb)
        AS s (position int, doi text, title text, year int)
    )
    SELECT s.position, held.id AS "findingId", held.match
    FROM sought s CROSS JOIN LATERAL (
      SELECT f.id, CASE WHEN s.doi IN (v.doi, w.doi) THEN 'doi'
          WHEN lower(v.title) = lower(s.title) AND coalesce(v.year = s.year, true) AND coalesce(v.doi = s.doi, true)
          THEN 'title' ELSE 'near' END AS match
      FROM (
        SELECT id FROM finding_version WHERE doi = s.doi
        UNION SELECT fv.id FROM work w JOIN finding f ON f.work_id = w.id JOIN finding_version fv ON fv.finding_id = f.id
          WHERE w.doi = s.doi
        UNION SELECT id FROM finding_version WHERE lower(title) % lower(s.title)
      ) candidate
      JOIN finding_version v ON v.id = candidate.id
      JOIN finding f ON f.id = v.finding_id AND f.current_number = v.number
      LEFT JOIN work w ON w.id = f.work_id
      WHERE ${findingsVisibleSql(actor)}
        AND (s.doi IN (v.doi, w.doi) OR s.doi IS NULL OR v.doi IS NULL)
      ORDER BY (s.doi IN (v.doi, w.doi)) IS TRUE DESC, similarity(lower(v.title), lower(s.title)) DESC, f.id
      LIMIT 1
    ) held`;
  return new Map(rows.map((row) => [row.position, row]));
}
