import type { Actor } from '../../actor';
import { isAllowed } from '../../policy';
import type { Db } from '~/platform/db.server';
import { maySeeAward, maySeeDelivery } from '../award-policy';
import { awardRecord, type AwardRecord } from '../load-award.server';

/** What is between the two sides of the contract is for them, for coordinators and for the auditor. */
export const seesDelivery = (actor: Actor, award: AwardRecord): boolean =>
  isAllowed(maySeeAward(actor, award)) && maySeeDelivery(actor, award);

export async function seenDelivery(db: Db, actor: Actor, reference: string): Promise<AwardRecord | null> {
  const award = await awardRecord(db, reference);
  return award && seesDelivery(actor, award) ? award : null;
}

/** What the pages below an award show of it. */
export const headOf = ({ reference, bidder, amount, question }: AwardRecord) => ({
  reference,
  bidder,
  amount,
  question: { reference: question.reference, title: question.title },
});
