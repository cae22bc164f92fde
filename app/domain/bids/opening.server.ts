import type { Db } from '~/platform/db.server';
import { recordStage } from '../questions/question-stage.server';
import { openSealKey } from './sealing/seal-keys.server';

/** Bids that stand: submitted, neither replaced nor withdrawn. Only ever counted after opening, without those behind a wall. */
export const standingBids = (db: Db, questionId: string, except: string[] = []): Promise<number> =>
  db.bidSubmission.count({
    where: { replacedAt: null, withdrawnAt: null, bid: { questionId, id: { notIn: except } } },
  });

/**
 * Opens the quality parts of a question that the caller holds locked, and the prices too unless the route
 * keeps them until quality is agreed.
 */
export async function openBids(
  tx: Db,
  question: { id: string; priceAfterQuality: boolean },
  now: Date,
): Promise<void> {
  await openSealKey(tx, question.id, 'quality', now);
  if (!question.priceAfterQuality) await openSealKey(tx, question.id, 'price', now);
  const opened = { openedAt: now, ...(question.priceAfterQuality ? {} : { priceOpenedAt: now }) };
  await recordStage(tx, question.id, opened);
}

/** Opens the prices, once the quality scores are agreed. The database refuses before `qualityAgreedAt` is set. */
export async function openPrices(tx: Db, questionId: string, now: Date): Promise<void> {
  await openSealKey(tx, questionId, 'price', now);
  await recordStage(tx, questionId, { priceOpenedAt: now });
}
