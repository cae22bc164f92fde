import type { Db } from '~/platform/db.server';
import { withAward, withLockedAward } from '../steps/with-award.server';

const find = (db: Db, reference: string) => async () => {
  const row = await db.obligation.findUnique({
    where: { reference },
    include: { award: { select: { reference: true } } },
  });
  if (!row) return null;
  const { award, ...obligation } = row;
  return { ...obligation, awardReference: award.reference };
};

export const lockedObligation = (tx: Db, reference: string) => withLockedAward(tx, find(tx, reference));
export const obligationRecord = (db: Db, reference: string) => withAward(db, find(db, reference));
