import type { Db } from '~/platform/db.server';
import type { CheckState, RequirementCheck } from './checks';

type Row = Omit<RequirementCheck, 'check'> & {
  met: boolean | null;
  reason: string;
  checkedById: string;
  checkedAt: Date;
  agreedAt: Date | null;
};

/** The essential requirements of a question with what the panel found of one bid. */
export async function loadChecks(
  db: Db,
  bid: { id: string; questionId: string },
): Promise<RequirementCheck[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT r.id, r.position, r.text, r.evidence, k.met, k.reason, k.checked_by_id AS "checkedById",
      k.checked_at AS "checkedAt", k.agreed_at AS "agreedAt"
    FROM requirement r LEFT JOIN requirement_check k ON k.requirement_id = r.id AND k.bid_id = ${bid.id}::uuid
    WHERE r.question_id = ${bid.questionId}::uuid AND r.kind = 'essential' ORDER BY r.position`;
  return rows.map(({ id, position, text, evidence, met, ...check }) => ({
    id,
    position,
    text,
    evidence,
    check: met === null ? null : { met, ...check },
  }));
}

/** How far the check of each submitted bid is, by bid, in one statement; nothing where nothing is essential. */
export async function checkStates(db: Db, questionId: string): Promise<Map<string, CheckState>> {
  const rows = await db.$queryRaw<{ bidId: string; state: CheckState }[]>`
    SELECT b.id AS "bidId", CASE WHEN count(k.bid_id) < count(*) THEN 'toCheck'
      WHEN count(k.agreed_at) < count(*) THEN 'toAgree' ELSE 'agreed' END AS state
    FROM bid b JOIN requirement r ON r.question_id = b.question_id AND r.kind = 'essential'
    LEFT JOIN requirement_check k ON k.requirement_id = r.id AND k.bid_id = b.id
    WHERE b.question_id = ${questionId}::uuid GROUP BY b.id`;
  return new Map(rows.map(({ bidId, state }) => [bidId, state]));
}
