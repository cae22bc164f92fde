import { z } from 'zod';
import type { Actor } from '../../actor';
import { query } from '../../query.server';
import { MOST_SAVED } from '../saved/saved-search';

/** One's own saved searches, the latest first; the keys of their feeds are known to nobody. */
export const savedSearches = query({
  name: 'matching.saved-searches',
  input: z.strictObject({}),
  visibleTo: (actor: Actor) => (actor.kind === 'person' ? { personId: actor.id } : null),
  read: async ({ db, scope }) => {
    if (scope === null) return null;
    const rows = await db.savedSearch.findMany({
      where: scope,
      select: { reference: true, name: true, query: true, alert: true, feedMadeAt: true },
      orderBy: [{ savedAt: 'desc' }, { id: 'desc' }],
      // Two accounts that became one may have more.
      take: 2 * MOST_SAVED,
    });
    return { searches: rows, full: rows.length >= MOST_SAVED };
  },
});
