import { z } from 'zod';
import type { Actor } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';

/** One of one's own saved searches. */
export const savedSearchPage = query({
  name: 'matching.saved-search-page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor: Actor) => (actor.kind === 'person' ? { personId: actor.id } : null),
  read: async ({ db, scope, input }) =>
    scope &&
    db.savedSearch.findFirst({
      where: { ...scope, reference: input.reference },
      select: { reference: true, name: true, query: true, alert: true, feedMadeAt: true },
    }),
});
