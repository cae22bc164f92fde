import type { Db } from '~/platform/db.server';
import type { InterestKind } from './interest-kind';
import { STATE_SQL } from './conflicts/state-sql.server';

/**
 * What keeps a person from a bid, or from all of them where there is no bid. `wall` is in force and absolute;
 * `declared` and `suspected` are undecided, to be avoided or warned about.
 */
export interface Bar {
  personId: string;
  bidId: string | null;
  state: 'wall' | 'declared' | 'suspected';
  /** Empty for a wall that was raised from words alone. */
  kinds: InterestKind[];
}

/**
 * Every bar of a competition, one a person and bid at most, in one query: the strongest state with the kinds that
 * are behind it. Standing in a bid oneself is a wall around all of them. Only for those who may know the bids.
 */
export const barsOf = (db: Db, questionId: string): Promise<Bar[]> => db.$queryRaw<Bar[]>`
  WITH stated AS (
    SELECT x.person_id, x.bid_id, x.kind, ${STATE_SQL} AS state FROM conflict x
    WHERE x.question_id = ${questionId}::uuid
  ), barred AS (
    SELECT w.person_id, w.bid_id, 3 AS strength, s.kind FROM wall w
    LEFT JOIN stated s ON s.person_id = w.person_id AND s.state = 'confirmed'
      AND (w.bid_id IS NULL OR s.bid_id IS NULL OR s.bid_id = w.bid_id)
    WHERE w.question_id = ${questionId}::uuid AND w.lifted_at IS NULL
    UNION ALL
    SELECT DISTINCT m.person_id, NULL::uuid, 3, NULL::"InterestKind" FROM bid b
    JOIN bid_member m ON m.bid_id = b.id AND m.declined_at IS NULL
    JOIN bid_submission s ON s.bid_id = b.id AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL
    JOIN question q ON q.id = b.question_id AND q.opened_at IS NOT NULL
    WHERE b.question_id = ${questionId}::uuid
    UNION ALL
    SELECT DISTINCT g.approver_id, NULL::uuid, 3, NULL::"InterestKind" FROM bid b
    JOIN bid_submission s ON s.bid_id = b.id AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL
    JOIN bid_sign_off g ON g.id = s.sign_off_id
    JOIN question q ON q.id = b.question_id AND q.opened_at IS NOT NULL
    WHERE b.question_id = ${questionId}::uuid
    UNION ALL
    SELECT person_id, bid_id, CASE state WHEN 'declared' THEN 2 ELSE 1 END, kind FROM stated
    WHERE state IN ('declared', 'suspected')
  ), strongest AS (
    SELECT *, max(strength) OVER (PARTITION BY person_id, bid_id) AS most FROM barred
  )
  SELECT person_id AS "personId", bid_id AS "bidId",
    CASE most WHEN 3 THEN 'wall' WHEN 2 THEN 'declared' ELSE 'suspected' END AS state,
    coalesce(array_agg(DISTINCT kind::text ORDER BY kind::text) FILTER (WHERE kind IS NOT NULL), '{}') AS kinds
  FROM strongest WHERE strength = most GROUP BY person_id, bid_id, most ORDER BY person_id, bid_id NULLS FIRST`;
