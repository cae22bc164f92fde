import { z } from 'zod';
import { hashOfToken } from '~/platform/one-time-tokens.server';
import { limitAttempts } from '../../people/secrets/attempts.server';
import { actorOf } from '../../people/queries/actor-of.server';
import { anyone } from '../../policy';
import { query } from '../../query.server';
import { newestResults, type Result } from '../saved/newest-results.server';

const MOST = 50;

/** Not read where too many ask from one address. */
export type SearchFeed =
  | { kind: 'limited'; why: string }
  | { kind: 'read'; id: string; name: string; query: string; madeAt: Date; results: Result[] };

/**
 * The feed of a saved search. Whoever holds its address reads as the owner, and what the owner may see now; it ends
 * with the search, with the owner’s account and with their second factor.
 */
export const searchFeed = query({
  name: 'matching.search-feed',
  input: z.strictObject({ token: z.string().regex(/^[\w-]{43}$/), peer: z.string() }),
  visibleTo: anyone,
  read: async ({ db, input: { token, peer } }): Promise<SearchFeed | null> => {
    const limited = await limitAttempts(['feedFromAddress', peer]);
    if (limited) return { kind: 'limited', why: limited.message };
    const saved = await db.savedSearch.findUnique({ where: { feedHash: hashOfToken(token) } });
    if (!saved?.feedMadeAt) return null;
    const { id, name, query: text, personId, feedMadeAt: madeAt } = saved;
    const owner = await actorOf(personId, { storedId: null, secondFactorAt: madeAt });
    if (!owner?.secondFactorPassed) return null;
    const results = await newestResults(db, { query: text, actor: owner, now: owner.asOf, most: MOST });
    return { kind: 'read', id, name, query: text, madeAt, results };
  },
});
