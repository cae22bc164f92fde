import { z } from 'zod';
import { query } from '../../query.server';
import { slugInput } from '../collections/collection';
import { isShownInCollections } from '../collections/shown-in-collections.server';
import { readsPublished } from '../finding-policy';
import { findingsVisibleSql } from '../finding-visibility.server';

interface Row {
  reference: string;
  title: string;
  at: Date;
  by: string;
  /** Null for a finding that came in. */
  why: string | null;
}

const MOST = 200;

/** What came into a collection and what was taken out of it, and why, as far as the reader knows of the findings. */
export const collectionHistory = query({
  name: 'knowledge.collection-history',
  input: z.strictObject({ slug: slugInput }),
  visibleTo: (actor) => (readsPublished(actor) ? findingsVisibleSql(actor) : null),
  read: async ({ db, scope, input: { slug } }) => {
    const collection = await db.collection.findUnique({ where: { slug }, select: { id: true, title: true } });
    if (!collection || !scope) return null;
    const events = await db.$queryRaw<Row[]>`
      SELECT f.reference, v.title, x.at, p.name AS by, x.why
      FROM collection_entry e JOIN finding f ON f.id = e.finding_id
        JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
        CROSS JOIN LATERAL (VALUES (e.added_at, e.added_by_id, NULL::text),
          (e.removed_at, e.removed_by_id, e.removed_reason)) x (at, by_id, why)
        JOIN person p ON p.id = x.by_id
      WHERE e.collection_id = ${collection.id}::uuid AND ${isShownInCollections('f')} AND ${scope}
      ORDER BY x.at DESC, f.reference LIMIT ${MOST}`;
    return { slug, title: collection.title, events };
  },
});
