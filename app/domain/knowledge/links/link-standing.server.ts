import type { Db } from '~/platform/db.server';
import { loadFinding } from '../finding-standing.server';
import type { LinkStanding } from './link-policy';

/** A link in force, with the findings at both its ends; its row stays locked until the transaction ends. */
export async function lockedLink(tx: Db, reference: string) {
  await tx.$queryRaw`SELECT id FROM finding_link WHERE reference = ${reference} FOR UPDATE`;
  return loadLink(tx, reference);
}

export async function loadLink(db: Db, reference: string) {
  const ends = { select: { reference: true } };
  const row = await db.findingLink.findFirst({
    where: { reference, removedAt: null },
    include: { from: ends, to: ends },
  });
  if (!row) return null;
  const from = await loadFinding(db, row.from.reference);
  const to = await loadFinding(db, row.to.reference);
  if (!from || !to) return null;
  const standing: LinkStanding = {
    from: from.standing,
    to: to.standing,
    proposedById: row.proposedById,
    confirmed: row.confirmedAt !== null,
  };
  return { row, from, to, standing };
}
