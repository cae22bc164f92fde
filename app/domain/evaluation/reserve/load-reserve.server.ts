import type { Db } from '~/platform/db.server';
import type { ReservePlace } from './reserve-list';

/** The places that stand, in order. */
export const reserveOf = (db: Db, questionId: string): Promise<ReservePlace[]> =>
  db.reservePlace.findMany({
    where: { questionId, awardedAt: null, releasedAt: null },
    orderBy: { position: 'asc' },
    select: { id: true, bidId: true, lotId: true, position: true, until: true },
  });

/** How many awards of a question stand. */
export const standingAwards = (db: Db, questionId: string): Promise<number> =>
  db.award.count({ where: { questionId, withdrawnAt: null } });
