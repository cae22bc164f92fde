import type { Db } from '~/platform/db.server';
import { isMember, type Actor } from '../actor';

/** How many listed experts work on a term; null for those outside the network. */
export async function countExpertsOn(db: Db, actor: Actor, termId: string): Promise<number | null> {
  if (!isMember(actor)) return null;
  return db.expertTerm.count({
    where: {
      term: { OR: [{ id: termId }, { parentId: termId }] },
      person: {
        verifiedAt: { not: null },
        suspendedAt: null,
        erasedAt: null,
        mergedIntoId: null,
        expertProfile: { listed: true },
      },
    },
  });
}
