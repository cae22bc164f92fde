import type { Db } from '~/platform/db.server';
import { rankedParts, type Competition } from '../competition';
import { reserveOf } from './load-reserve.server';
import type { ReserveList } from './reserve-list';

/**
 * Of a decided question whose award ended: the reserve lists that stand with an award free to give, of which there are
 * several where it is divided into lots. Null where there is none to follow.
 */
export async function reserveToAward(db: Db, competition: Competition): Promise<ReserveList[] | null> {
  const { question, recommendationId } = competition;
  if (!question.decidedAt || question.withdrawnAt || recommendationId) return null;
  const places = await reserveOf(db, question.id);
  if (places.length === 0) return null;
  const awards = await db.award.findMany({
    where: { questionId: question.id, withdrawnAt: null },
    select: { bid: { select: { lotId: true } } },
  });
  const lists = rankedParts(competition).map((lot) => {
    const lotId = lot?.id ?? null;
    const given = awards.filter(({ bid }) => bid.lotId === lotId).length;
    return {
      places: places.filter((place) => place.lotId === lotId),
      free: (lot ?? question).awardsAvailable - given,
    };
  });
  const open = lists.filter((list) => list.places.length > 0 && list.free > 0);
  return open.length > 0 ? open : null;
}
