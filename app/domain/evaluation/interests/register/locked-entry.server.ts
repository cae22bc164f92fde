import type { Db } from '~/platform/db.server';

/** An entry in force of one person's own register; nobody else's is found. */
export async function lockedEntry(
  tx: Db,
  personId: string,
  reference: string,
): Promise<{ id: string; personId: string } | null> {
  const [row] = await tx.$queryRaw<{ id: string; personId: string }[]>`
    SELECT id, person_id AS "personId" FROM registered_interest
    WHERE reference = ${reference} AND person_id = ${personId}::uuid AND ended_at IS NULL FOR UPDATE`;
  return row ?? null;
}
