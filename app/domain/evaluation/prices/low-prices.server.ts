import type { Db } from '~/platform/db.server';
import { hiddenInBidsOf } from '../../bids/anonymous/identities.server';
import { hideInText, type Identity } from '../../bids/anonymous/identity';
import { totalOf } from '../../bids/content/bid-price';
import { openedPrices } from '../../bids/sealing/opened-content.server';
import { refuseField, type Refusal } from '../../refusal';
import { contending, type Assessment } from '../assessment/assessment';
import type { Competition } from '../competition';
import { whyLow } from '../scoring/award/low-price';

export interface PriceQuestion {
  reason: string;
  askedAt: Date;
  answerBy: Date;
  explanation: string | null;
  explainedAt: Date | null;
  decision: 'accepted' | 'excluded' | null;
  decisionReason: string | null;
  decidedAt: Date | null;
}

export interface CheckedPrice {
  bidId: string;
  /** Pence. */
  price: number;
  /** Why it looks abnormally low by the published rule; empty where it does not. */
  found: string[];
  asked: PriceQuestion | null;
}

export const priceQuestionSelect = {
  ...{ reason: true, askedAt: true, answerBy: true, explanation: true, explainedAt: true },
  ...{ decision: true, decisionReason: true, decidedAt: true },
} as const;

/** Every price against the rule of its question; null while prices are sealed or not scored. */
export async function checkedPrices(
  db: Db,
  { question, hidesBidders }: Competition,
  assessment: Assessment,
): Promise<CheckedPrice[] | null> {
  if (!question.route.priceScored) return null;
  const prices = await openedPrices(db, question.id);
  if (!prices) return null;
  const queries = await db.priceQuery.findMany({
    where: { bid: { questionId: question.id } },
    select: { bidId: true, ...priceQuestionSelect },
  });
  const lots = new Map(contending(assessment).map(({ id, lotId }) => [id, lotId ?? null]));
  const bids = [...prices].map(([id, price]) => ({
    id,
    price: totalOf(price),
    fullEconomicCost: price.fullEconomicCost,
  }));
  // A price is compared with those it competes with.
  const standing = (bidId: string) =>
    bids.filter(({ id }) => lots.has(id) && lots.get(id) === lots.get(bidId));
  const hidden = hidesBidders ? await hiddenInBidsOf(db, question.id) : null;
  return bids.map((bid) => {
    const asked = withoutNames(queries.find(({ bidId }) => bidId === bid.id) ?? null, hidden?.get(bid.id));
    return { bidId: bid.id, price: bid.price, found: whyLow(bid, standing(bid.id), question), asked };
  });
}

const withoutNames = (asked: PriceQuestion | null, identity: Identity | undefined): PriceQuestion | null =>
  asked?.explanation && identity ? { ...asked, explanation: hideInText(asked.explanation, identity) } : asked;

/** A bid is not recommended while its low price waits for a decision that it may stand. */
export function refusedPrices(checked: CheckedPrice[], chosen: { id: string }[]): Refusal | null {
  const unsettled = checked.some(
    ({ bidId, found, asked }) =>
      chosen.some(({ id }) => id === bidId) &&
      (found.length > 0 || asked !== null) &&
      asked?.decision !== 'accepted',
  );
  return unsettled
    ? refuseField(
        'LowPriceIsUnsettled',
        'bids',
        'The price of this bid looks abnormally low. Ask the bidder and decide on it first',
      )
    : null;
}
