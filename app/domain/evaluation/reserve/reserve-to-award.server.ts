import type { Db } from '~/platform/db.server';
import type { Competition } from '../competition';
import { reserveOf, standingAwards } from './load-reserve.server';
import type { ReservePlace } from './reserve-list';

interface ReserveToAward {
  places: ReservePlace[];
  /** How many awards are free to give. */
  free: number;
}

/** A decided question whose award ended, with a reserve list that stands; null where there is none to follow. */
export async function reserveToAward(
  db: Db,
  { question, recommendationId }: Competition,
): Promise<ReserveToAward | null> {
  if (!question.decidedAt || question.withdrawnAt || recommendationId) return null;
  const places = await reserveOf(db, question.id);
  const free = question.awardsAvailable - (await standingAwards(db, question.id));
  return places.length > 0 && free > 0 ? { places, free } : null;
}
