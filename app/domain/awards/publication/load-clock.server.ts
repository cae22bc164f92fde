import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';

/** The publication clock of a deliverable with its holds, and whether the award’s protocol stands in its way. */
export async function clockOf(db: Db, deliverableId: string) {
  const clock = await db.publicationClock.findUnique({
    where: { deliverableId },
    include: { holds: { orderBy: [{ placedOn: 'asc' }, { id: 'asc' }] } },
  });
  if (!clock) return null;
  const [row] = await db.$queryRaw<{ out: boolean }[]>`SELECT ${protocolIsOut(deliverableId)} AS out`;
  return { ...clock, protocolIsOut: row?.out ?? true };
}

/** No protocol of the same award waits for its release: neither one to come nor one signed off. */
const protocolIsOut = (deliverableId: string) => Prisma.sql`NOT EXISTS (
  SELECT FROM deliverable d JOIN milestone own ON own.id = d.milestone_id
    JOIN milestone m ON m.award_id = own.award_id AND m.cancelled_at IS NULL AND m.id <> own.id
    JOIN milestone_kind k ON k.code = m.kind_code AND k.protocol
  WHERE d.id = ${deliverableId}::uuid AND NOT EXISTS (
    SELECT FROM deliverable p JOIN publication_clock c ON c.deliverable_id = p.id
    WHERE p.milestone_id = m.id AND c.released_at IS NOT NULL))`;
