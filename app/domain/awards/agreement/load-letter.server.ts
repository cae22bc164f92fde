import type { Db } from '~/platform/db.server';
import { withAward, withLockedAward } from '../steps/with-award.server';

const find = (db: Db, reference: string) => async () => {
  const row = await db.agreementLetter.findUnique({
    where: { reference },
    include: { award: { select: { reference: true } } },
  });
  if (!row) return null;
  const { award, ...letter } = row;
  return { ...letter, awardReference: award.reference };
};

export const lockedLetter = (tx: Db, reference: string) => withLockedAward(tx, find(tx, reference));
export const letterRecord = (db: Db, reference: string) => withAward(db, find(db, reference));
export type LetterRecord = NonNullable<Awaited<ReturnType<typeof letterRecord>>>;
