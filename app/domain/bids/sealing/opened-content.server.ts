import type { Db } from '~/platform/db.server';
import type { FactDraft } from '../../fact';
import type { BidPrice, BidQuality } from '../content/bid-content';
import { hiddenIn, hiddenInBidsOf } from '../anonymous/identities.server';
import { hideInPrice, hideInQuality } from '../anonymous/identity';
import { totalOf } from '../content/bid-price';
import { openedKey } from './seal-keys.server';
import { unsealPrice, unsealQuality } from './sealed-content.server';

/**
 * The quality part of a bid as it was submitted; null while it is sealed, or when nothing was submitted. Who
 * may read it is the caller's policy to say (while bidders are hidden, nobody reads who they are): panel, declarations and walls belong to the evaluation. Every
 * read is a fact: see `bidWasRead`.
 */
export async function openedQuality(db: Db, bidId: string): Promise<BidQuality | null> {
  const sealed = await liveSubmission(db, bidId);
  const key = sealed && (await openedKey(db, sealed.questionId, 'quality'));
  if (!key) return null;
  const { questionId, number, sealedQuality, hides } = sealed;
  const quality = unsealQuality(key, sealedQuality, { questionId, bidId, number });
  const hidden = hides ? await hiddenIn(db, bidId) : null;
  return hidden ? hideInQuality(quality, hidden) : quality;
}

/** The price part, on the same terms; null also while prices wait for agreement on quality. */
export async function openedPrice(db: Db, bidId: string): Promise<BidPrice | null> {
  const sealed = await liveSubmission(db, bidId);
  const key = sealed?.sealedPrice && (await openedKey(db, sealed.questionId, 'price'));
  if (!key || !sealed.sealedPrice) return null;
  const { questionId, number, sealedPrice, hides } = sealed;
  const price = unsealPrice(key, sealedPrice, { questionId, bidId, number });
  const hidden = hides ? await hiddenIn(db, bidId) : null;
  return hidden ? hideInPrice(price, hidden) : price;
}

interface Sealed {
  bidId: string;
  questionId: string;
  number: number;
  sealedQuality: Uint8Array;
  sealedPrice: Uint8Array | null;
  /** Who bids is hidden from the panel, still. */
  hides: boolean;
}

async function liveSubmission(db: Db, bidId: string): Promise<Sealed | null> {
  const [row] = await db.$queryRaw<Sealed[]>`
    SELECT s.bid_id AS "bidId", b.question_id AS "questionId", s.number, s.sealed_quality AS "sealedQuality",
      s.sealed_price AS "sealedPrice", soundings.hides_bidders(b.question_id) AS hides
    FROM bid_submission s JOIN bid b ON b.id = s.bid_id
    WHERE s.bid_id = ${bidId}::uuid AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL`;
  return row ?? null;
}

/** The totals of all standing bids of a question in pence, by bid; null while prices are sealed. */
export async function openedTotals(db: Db, questionId: string): Promise<Map<string, number> | null> {
  const prices = await openedPrices(db, questionId);
  return prices && new Map([...prices].map(([bidId, price]) => [bidId, totalOf(price)]));
}

/** The price parts of all standing bids of a question, by bid; null while prices are sealed. */
export async function openedPrices(db: Db, questionId: string): Promise<Map<string, BidPrice> | null> {
  const key = await openedKey(db, questionId, 'price');
  if (!key) return null;
  const rows = await db.$queryRaw<Pick<Sealed, 'bidId' | 'number' | 'sealedPrice' | 'hides'>[]>`
    SELECT s.bid_id AS "bidId", s.number, s.sealed_price AS "sealedPrice", soundings.hides_bidders(q.id) AS hides
    FROM bid_submission s JOIN bid b ON b.id = s.bid_id JOIN question q ON q.id = b.question_id
    WHERE q.id = ${questionId}::uuid AND q.opened_at IS NOT NULL AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL`;
  const hidden = rows.some(({ hides }) => hides) ? await hiddenInBidsOf(db, questionId) : null;
  return new Map(
    rows.flatMap(({ bidId, number, sealedPrice }) => {
      if (!sealedPrice) return [];
      const price = unsealPrice(key, sealedPrice, { questionId, bidId, number });
      const identity = hidden?.get(bidId);
      return [[bidId, identity ? hideInPrice(price, identity) : price]];
    }),
  );
}

/** The fact that stands in the trail whenever somebody reads an opened bid. */
export const bidWasRead = (bidId: string, part: 'quality' | 'price' | 'whole'): FactDraft => ({
  name: 'BidWasRead',
  noun: 'bid',
  nounId: bidId,
  data: { part },
});
