import type { Db } from '~/platform/db.server';

/** The verified person who holds this confirmed e-mail address. */
export async function memberAt(db: Db, address: string): Promise<string | null> {
  const row = await db.personEmail.findFirst({
    where: {
      address,
      verifiedAt: { not: null },
      person: { verifiedAt: { not: null }, suspendedAt: null, erasedAt: null },
    },
    select: { personId: true },
  });
  return row?.personId ?? null;
}
