import type { Db } from '~/platform/db.server';

/** Submitted bids of an opened question that are not excluded, by reference. */
export const contendingBids = (db: Db, questionId: string) =>
  db.bid.findMany({
    where: {
      questionId,
      excludedAt: null,
      question: { openedAt: { not: null } },
      submissions: { some: { replacedAt: null, withdrawnAt: null } },
    },
    orderBy: { reference: 'asc' },
    select: { id: true, reference: true },
  });
