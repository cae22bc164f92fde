import type { Db } from '~/platform/db.server';

/** What was being appraised is no longer current. */
export async function closeAppraisalsOfOthers(
  tx: Db,
  { id, findingId }: { id: string; findingId: string },
  now: Date,
): Promise<void> {
  await tx.appraisal.updateMany({
    where: { findingId, versionId: { not: id }, agreedAt: null, closedAt: null },
    data: { closedAt: now, closedReason: 'A new version was published' },
  });
}
