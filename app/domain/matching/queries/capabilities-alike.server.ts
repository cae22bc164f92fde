import { z } from 'zod';
import { mayReadGovernance } from '../../governance/governance-policy';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { likeFunctions } from '../overlap/like-functions';

export interface CapabilityAlike {
  reference: string;
  name: string;
  owner: string;
  likeness: number;
  words: string[];
}

/** Other capabilities of nearly the same function at the same level, without those that were said to be others. */
export const capabilitiesAlike = query({
  name: 'matching.capabilities-alike',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => isAllowed(mayReadGovernance(actor)),
  read: async ({ db, scope, input }): Promise<CapabilityAlike[] | null> => {
    if (!scope) return null;
    const rows = await db.capability.findMany({
      where: { kind: 'held', OR: [{ stage: { not: 'retired' } }, { reference: input.reference }] },
      select: {
        ...{ id: true, reference: true, name: true, purpose: true, level: true },
        owner: { select: { name: true } },
        terms: { select: { termId: true } },
      },
      orderBy: { id: 'asc' },
    });
    const own = rows.find(({ reference }) => reference === input.reference);
    if (!own) return [];
    const apart = await db.capabilitiesKeptApart.findMany({
      where: { OR: [{ firstId: own.id }, { secondId: own.id }] },
      select: { firstId: true, secondId: true },
    });
    const decided = new Set(apart.flatMap(({ firstId, secondId }) => [firstId, secondId]));
    const all = rows.map((row) => ({ ...row, areas: row.terms.map(({ termId }) => termId) }));
    return likeFunctions(all, own.id).flatMap(({ otherId, likeness, words }) => {
      const other = rows.find(({ id }) => id === otherId);
      if (!other || decided.has(otherId)) return [];
      const { reference, name, owner } = other;
      return [{ reference, name, owner: owner.name, likeness, words }];
    });
  },
});
