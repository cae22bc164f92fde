import type { Db } from '~/platform/db.server';
import type { AwardRecord } from '../load-award.server';
import { stillOwed } from '../delivery/milestone';

export interface OpenItem {
  /** Names it in the form of closing, whatever else opens or closes meanwhile. */
  key: string;
  what: string;
  /** Work or money that the contract owes. */
  owed: boolean;
}

interface Row {
  id: string;
  what: string;
}

/** What is not done yet in an award; at its closing each needs a reason. */
export async function openItems(db: Db, award: AwardRecord): Promise<OpenItem[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id, 'Payment claim for ' || m.title AS what FROM payment_claim c JOIN milestone m ON m.id = c.milestone_id
      WHERE m.award_id = ${award.id}::uuid AND c.state NOT IN ('paid', 'withdrawn')
    UNION ALL SELECT r.id, 'Monitoring report ' || r.number FROM monitoring_report r
      WHERE r.award_id = ${award.id}::uuid AND r.state <> 'approved'
        AND (r.state <> 'due' OR r.due_on < soundings.now()::date)
    UNION ALL SELECT o.id, 'Obligation: ' || o.what FROM obligation o
      WHERE o.award_id = ${award.id}::uuid AND o.state <> 'met'
    UNION ALL SELECT r.id, 'Change request ' || r.number FROM change_request r
      WHERE r.award_id = ${award.id}::uuid AND r.state = 'asked'
    ORDER BY what, id`;
  const owed = stillOwed(award.milestones).map(({ id, title }) => ({ key: id, what: title, owed: true }));
  return [...owed, ...rows.map(({ id, what }) => ({ key: id, what, owed: false }))];
}
