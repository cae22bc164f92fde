import type { Db } from '~/platform/db.server';
import type { FactDraft } from '../../fact';
import type { BidPrice, BidQuality } from '../content/bid-content';
import { totalOf } from '../content/bid-price';
import { openedKey } from './seal-keys.server';
import { unsealPrice, unsealQuality } from './sealed-content.server';

const LIVE = { replacedAt: null, withdrawnAt: null } as const;

/**
 * The quality part of a bid as it was submitted; null while it is sealed, or when nothing was submitted. Who
 * may read it is the caller's policy to say: panel, declarations and walls belong to the evaluation. Every
 * read is a fact: see `bidWasRead`.
 */
export async function openedQuality(db: Db, bidId: string): Promise<BidQuality | null> {
  const sealed = await liveSubmission(db, bidId);
  const key = sealed && (await openedKey(db, sealed.bid.questionId, 'quality'));
  if (!key) return null;
  return unsealQuality(key, sealed.sealedQuality, {
    questionId: sealed.bid.questionId,
    bidId,
    number: sealed.number,
  });
}

/** The price part, on the same terms; null also while prices wait for agreement on quality. */
export async function openedPrice(db: Db, bidId: string): Promise<BidPrice | null> {
  const sealed = await liveSubmission(db, bidId);
  const key = sealed?.sealedPrice && (await openedKey(db, sealed.bid.questionId, 'price'));
  if (!key || !sealed.sealedPrice) return null;
  return unsealPrice(key, sealed.sealedPrice, {
    questionId: sealed.bid.questionId,
    bidId,
    number: sealed.number,
  });
}

const liveSubmission = (db: Db, bidId: string) =>
  db.bidSubmission.findFirst({
    where: { bidId, ...LIVE },
    select: { number: true, sealedQuality: true, sealedPrice: true, bid: { select: { questionId: true } } },
  });

/** The totals of all standing bids of a question in pence, by bid; null while prices are sealed. */
export async function openedTotals(db: Db, questionId: string): Promise<Map<string, number> | null> {
  const prices = await openedPrices(db, questionId);
  return prices && new Map([...prices].map(([bidId, price]) => [bidId, totalOf(price)]));
}

/** The price parts of all standing bids of a question, by bid; null while prices are sealed. */
export async function openedPrices(db: Db, questionId: string): Promise<Map<string, BidPrice> | null> {
  const key = await openedKey(db, questionId, 'price');
  if (!key) return null;
  const rows = await db.bidSubmission.findMany({
    where: { ...LIVE, bid: { questionId, question: { openedAt: { not: null } } } },
    select: { bidId: true, number: true, sealedPrice: true },
  });
  return new Map(
    rows.flatMap(({ bidId, number, sealedPrice }) =>
      sealedPrice ? [[bidId, unsealPrice(key, sealedPrice, { questionId, bidId, number })]] : [],
    ),
  );
}

/** The fact that stands in the trail whenever somebody reads an opened bid. */
export const bidWasRead = (bidId: string, part: 'quality' | 'price' | 'whole'): FactDraft => ({
  name: 'BidWasRead',
  noun: 'bid',
  nounId: bidId,
  data: { part },
});
