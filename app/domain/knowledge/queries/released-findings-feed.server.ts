import { z } from 'zod';
import { query } from '../../query.server';
import { findingFilters } from '../finding-filters';
import { inListOrder, listedFindings, listScope } from '../listed-findings.server';

interface Row {
  id: string;
  reference: string;
  title: string;
  summary: string;
  publishedAt: Date;
}

const MOST = 50;
const NO_FILTERS = z.strictObject(findingFilters).parse({});

/** The latest findings released to the public, for whoever follows them: the same for everybody. */
export const releasedFindingsFeed = query({
  name: 'knowledge.released-findings-feed',
  input: z.strictObject({}),
  visibleTo: ({ asOf }) => listScope({ kind: 'visitor', asOf }),
  read: async ({ db, scope }) => ({
    results: await db.$queryRaw<Row[]>`
      SELECT f.id, f.reference, v.title, left(v.key_messages || ' ' || v.summary, 500) AS summary,
        f.published_at AS "publishedAt"
      ${listedFindings(scope, NO_FILTERS)} ${inListOrder} LIMIT ${MOST}`,
  }),
});
