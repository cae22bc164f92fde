import type { Db } from '~/platform/db.server';

/** The extension of a question that waits to be settled, if one does. */
export const waitingExtension = (db: Db, questionId: string) =>
  db.deadlineExtension.findFirst({ where: { questionId, confirmedAt: null, declinedAt: null } });

/** Whoever bids does not move the deadline that they bid under. */
export const bidsHere = (db: Db, questionId: string, personId: string): Promise<number> =>
  db.bidMember.count({
    where: { personId, acceptedAt: { not: null }, declinedAt: null, bid: { questionId } },
  });
