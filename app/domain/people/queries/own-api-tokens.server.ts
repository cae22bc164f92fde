import { z } from 'zod';
import type { Actor } from '../../actor';
import { query } from '../../query.server';
import { isLive } from '../tokens/api-token';

/** One's own tokens, live ones first; never their secrets, which nobody keeps. */
export const ownApiTokens = query({
  name: 'people.own-api-tokens',
  input: z.strictObject({}),
  visibleTo: (actor: Actor) =>
    actor.kind === 'person' && actor.secondFactorPassed ? { personId: actor.id } : null,
  read: async ({ db, scope, now }) => {
    if (scope === null) return null;
    const rows = await db.apiToken.findMany({
      where: scope,
      omit: { id: true, personId: true, hash: true },
      orderBy: { madeAt: 'desc' },
      take: 100,
    });
    return {
      live: rows.filter((row) => isLive(row, now)),
      ended: rows.filter((row) => !isLive(row, now)),
    };
  },
});
