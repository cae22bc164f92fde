import type { Db } from '~/platform/db.server';

/** What a person said and wrote in the delivery of awards: steps, reviews, holds. */
export async function ownDeliveryWords(db: Db, personId: string) {
  const steps = await db.deliveryStep.findMany({
    where: { byId: personId },
    orderBy: { at: 'asc' },
    select: { subject: true, step: true, words: true, at: true },
  });
  const reviews = await db.review.findMany({
    where: { reviewerId: personId, givenAt: { not: null } },
    select: { decision: true, comment: true, givenAt: true },
  });
  const holds = await db.publicationHold.findMany({
    where: { placedById: personId },
    select: { reason: true, words: true, placedOn: true, endsOn: true },
  });
  return { steps, reviews, holds };
}
