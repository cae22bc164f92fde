import type { Db } from '~/platform/db.server';
import { withAward, withLockedAward } from '../steps/with-award.server';

const find = (db: Db, reference: string) => async () => {
  const row = await db.paymentClaim.findUnique({
    where: { reference },
    include: {
      milestone: {
        select: {
          position: true,
          title: true,
          amount: true,
          paidAt: true,
          award: { select: { reference: true } },
          claims: { select: { id: true, amount: true, state: true } },
        },
      },
    },
  });
  return row && { ...row, awardReference: row.milestone.award.reference };
};

export const lockedClaim = (tx: Db, reference: string) => withLockedAward(tx, find(tx, reference));
export const claimRecord = (db: Db, reference: string) => withAward(db, find(db, reference));
