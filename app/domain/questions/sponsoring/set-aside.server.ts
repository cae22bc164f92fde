import type { Db } from '~/platform/db.server';

/** The one way by which a draft is set aside: for another question, or for a finding that answers it. */
export async function setAside(tx: Db, draftId: string, now: Date, findingId?: string): Promise<void> {
  await tx.question.update({
    where: { id: draftId },
    data: {
      setAsideAt: now,
      updatedAt: now,
      revision: { increment: 1 },
      ...(findingId && { reusedFindingId: findingId }),
    },
  });
}
