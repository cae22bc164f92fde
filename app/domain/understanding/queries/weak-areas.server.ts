import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { latestRatingsSql } from '../latest-ratings.server';
import { mayReadUnderstanding } from '../understanding-policy';

/** Threat areas whose scale somebody judged weakly understood, in the order of the list. */
export const weakAreas = query({
  name: 'understanding.weakAreas',
  input: z.strictObject({}),
  visibleTo: (actor) => mayReadUnderstanding(actor),
  read: async ({ db, scope, now }) => {
    if (!isAllowed(scope)) return [];
    return db.$queryRaw<{ slug: string; name: string }[]>`
      SELECT t.slug, t.name FROM term t JOIN (${latestRatingsSql(now)}) r ON r.term_id = t.id
      WHERE r.dimension = 'scale' AND r.level = 'weak' AND t.retired_at IS NULL ORDER BY t.position, t.slug`;
  },
});
