import type { Db } from '~/platform/db.server';

export interface ClaimOfMilestone {
  milestoneId: string;
  reference: string;
  amount: number;
  state: string;
}

/** Every claim of an award, oldest first. */
export const claimsOf = (db: Db, awardId: string): Promise<ClaimOfMilestone[]> =>
  db.$queryRaw<ClaimOfMilestone[]>`
    SELECT c.milestone_id AS "milestoneId", c.reference, c.amount, c.state
    FROM payment_claim c JOIN milestone m ON m.id = c.milestone_id
    WHERE m.award_id = ${awardId}::uuid ORDER BY c.made_at, c.id LIMIT 500`;
