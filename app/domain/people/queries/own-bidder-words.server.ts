import type { Db } from '~/platform/db.server';

/** What a person said of whether they may bid, found of essential requirements, and gave for a later deadline. */
export async function ownBidderWords(db: Db, personId: string) {
  const eligibility = await db.eligibilityAnswer.findMany({
    where: { personId },
    orderBy: { answeredAt: 'asc' },
    select: { version: true, answers: true, eligible: true, answeredAt: true },
  });
  const requirementChecks = await db.requirementCheck.findMany({
    where: { checkedById: personId },
    select: { met: true, reason: true, checkedAt: true },
  });
  const extensions = await db.deadlineExtension.findMany({
    where: { proposedById: personId },
    select: { reason: true, proposedAt: true },
  });
  return { eligibility, requirementChecks, extensions };
}
