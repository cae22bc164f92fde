import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { mayStartCollection } from '../collections/collection-policy';
import { isShownInCollections } from '../collections/shown-in-collections.server';
import { findingsVisibleSql } from '../finding-visibility.server';

interface Row {
  id: string;
  slug: string;
  title: string;
  scope: string;
  closed: boolean;
  findings: number;
}

const PAGE = 25;

/** Every collection, the newest first, with how many of its findings the reader may know of. */
export const collectionList = query({
  name: 'knowledge.collection-list',
  input: z.strictObject({ after: z.uuid().optional() }),
  visibleTo: (actor) => findingsVisibleSql(actor),
  read: async ({ db, actor, scope, input: { after } }) => {
    const rows = await db.$queryRaw<Row[]>`
      SELECT c.id, c.slug, c.title, c.scope, c.closed_at IS NOT NULL AS closed,
        (SELECT count(*)::int FROM collection_entry e JOIN finding f ON f.id = e.finding_id
          WHERE e.collection_id = c.id AND e.removed_at IS NULL AND ${isShownInCollections('f')} AND ${scope}) AS findings
      FROM collection c WHERE true ${after ? Prisma.sql`AND c.id < ${after}::uuid` : Prisma.empty}
      ORDER BY c.id DESC LIMIT ${PAGE + 1}`;
    const collections = rows.slice(0, PAGE);
    return {
      collections,
      next: rows.length > PAGE ? (collections.at(-1)?.id ?? null) : null,
      mayStart: isAllowed(mayStartCollection(actor)),
    };
  },
});
