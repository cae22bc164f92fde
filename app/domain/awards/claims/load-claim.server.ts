import type { Db } from '~/platform/db.server';
import { withAward, withLockedAward } from '../steps/with-award.server';

interface Row {
  id: string;
  reference: string;
  milestoneId: string;
  amount: number;
  state: string;
  paidOn: Date | null;
  milestone: {
    position: number;
    title: string;
    amount: number;
    claims: { id: string; amount: number; state: string }[];
  };
  awardReference: string;
}

const find = (db: Db, reference: string) => async (): Promise<Row | null> => {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT c.id, c.reference, c.milestone_id AS "milestoneId", c.amount, c.state, c.paid_on AS "paidOn",
      jsonb_build_object('position', m.position, 'title', m.title, 'amount', m.amount,
        'claims', (SELECT jsonb_agg(jsonb_build_object('id', o.id, 'amount', o.amount, 'state', o.state))
                   FROM payment_claim o WHERE o.milestone_id = m.id)) AS milestone,
      a.reference AS "awardReference"
    FROM payment_claim c JOIN milestone m ON m.id = c.milestone_id JOIN award a ON a.id = m.award_id
    WHERE c.reference = ${reference}`;
  return row ?? null;
};

export const lockedClaim = (tx: Db, reference: string) => withLockedAward(tx, find(tx, reference));
export const claimRecord = (db: Db, reference: string) => withAward(db, find(db, reference));
