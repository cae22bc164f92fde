import type { Db } from '~/platform/db.server';

/** The record with its row locked until the transaction ends. */
export async function lockedImpact(tx: Db, reference: string) {
  await tx.$queryRaw`SELECT id FROM impact_record WHERE reference = ${reference} FOR UPDATE`;
  return tx.impactRecord.findUnique({
    where: { reference },
    include: { finding: { select: { id: true, releasedAt: true } } },
  });
}
