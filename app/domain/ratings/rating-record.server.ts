import type { Db } from '~/platform/db.server';
import type { RaterRole } from './rating';

interface Kept {
  id: string;
  historyId: string;
  now: Date;
  of: { findingId: string; priorityId: string; personId: string };
  rating: {
    value: number | null;
    certainty: number;
    reason: string;
    interestDeclared: boolean;
    raterRole: RaterRole;
    versionId: string;
  };
}

/** Writes the one rating of a person, finding and priority; what it said before goes to its history. */
export async function keepRating(
  tx: Db,
  { id, historyId, now, of, rating }: Kept,
): Promise<{ id: string; isNew: boolean }> {
  // Two tabs may rate at once: the second waits here and then changes what the first wrote.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${of.personId}:${of.findingId}:${of.priorityId}`}, 0))`;
  const before = await tx.rating.findUnique({ where: { findingId_priorityId_personId: of } });
  if (!before) {
    await tx.rating.create({ data: { id, ...of, ...rating, ratedAt: now, changedAt: now } });
    return { id, isNew: true };
  }
  await tx.ratingHistory.create({
    data: {
      id: historyId,
      ratingId: before.id,
      revision: before.revision,
      versionId: before.versionId,
      value: before.value,
      certainty: before.certainty,
      reason: before.reason,
      heldFrom: before.changedAt,
      heldUntil: now,
    },
  });
  await tx.rating.update({
    where: { id: before.id },
    data: { ...rating, changedAt: now, revision: { increment: 1 } },
  });
  return { id: before.id, isNew: false };
}
