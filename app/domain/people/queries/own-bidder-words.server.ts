import type { Db } from '~/platform/db.server';

/** What a person said of whether they may bid, found of essential requirements, gave for a later deadline, and sent as interest. */
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
  const expressions = await db.expression.findMany({
    where: { personId },
    select: { reference: true, submittedAt: true, withdrawnAt: true },
  });
  const sessions = await db.bidderSession.findMany({
    where: { announcedById: personId },
    select: { subject: true, joining: true, announcedAt: true },
  });
  return { eligibility, requirementChecks, extensions, expressions, sessions };
}
