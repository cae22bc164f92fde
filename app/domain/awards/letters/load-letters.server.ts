import type { Db } from '~/platform/db.server';
import type { SummaryContent } from '../summary';
import type { LetterFacts, LetterKind } from './letter-template';

export interface Template {
  id: string;
  kind: LetterKind;
  number: number;
  text: string;
}

/** The version of each kind that holds. */
export const templatesNow = (db: Db): Promise<Template[]> => db.$queryRaw`
  SELECT DISTINCT ON (kind) id, kind, number, text FROM letter_template ORDER BY kind, number DESC`;

interface Row extends Omit<LetterFacts, 'reserve' | 'content'> {
  bidId: string;
  content: SummaryContent;
  reserve: { position: number; until: string } | null;
}

/** What a letter to each assessed bidder of a decided question is made of. */
export async function letterFacts(db: Db, questionId: string): Promise<(LetterFacts & { bidId: string })[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT b.id AS "bidId", b.reference AS bid, concat_ws(', ', o.name, lead.name) AS bidder, 
      q.title || coalesce(', lot ' || part.number || ': ' || part.title, '') AS question,
      t.name AS team, s.content,
      (SELECT jsonb_build_object('position', r.position, 'until', r.until) FROM reserve_place r
        WHERE r.bid_id = b.id AND r.awarded_at IS NULL AND r.released_at IS NULL) AS reserve,
      (SELECT a.withdrawn_reason FROM award a WHERE a.bid_id = b.id AND a.notice_at IS NOT NULL
        AND NOT EXISTS (SELECT FROM award x WHERE x.bid_id = b.id AND x.withdrawn_at IS NULL)
        ORDER BY a.withdrawn_at DESC LIMIT 1) AS ended
    FROM assessment_summary s JOIN bid b ON b.id = s.bid_id JOIN question q ON q.id = b.question_id
    JOIN team t ON t.id = q.team_id JOIN person lead ON lead.id = b.lead_id
    LEFT JOIN organisation o ON o.id = b.organisation_id LEFT JOIN lot part ON part.id = b.lot_id
    WHERE b.question_id = ${questionId}::uuid ORDER BY b.reference`;
  return rows.map((row) => ({
    ...row,
    reserve: row.reserve && { ...row.reserve, until: new Date(row.reserve.until) },
  }));
}
