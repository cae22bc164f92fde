import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { slugInput } from '../collections/collection';
import { mayAddAtOnce, mayKeepCollection, mayProposeFor } from '../collections/collection-policy';
import { loadCollection } from '../collections/collection-standing.server';
import { isShownInCollections } from '../collections/shown-in-collections.server';
import { readsPublished } from '../finding-policy';
import { findingsVisibleSql } from '../finding-visibility.server';

interface Row {
  cursor: string;
  reference: string;
  title: string;
  year: number | null;
  note: string;
  addedAt: Date;
}

const PAGE = 25;

/** A collection with those of its findings that the reader may know of, the latest to come in first. */
export const collectionPage = query({
  name: 'knowledge.collection-page',
  input: z.strictObject({ slug: slugInput, after: z.uuid().optional() }),
  visibleTo: (actor) => ({ findings: findingsVisibleSql(actor), seesPeople: readsPublished(actor) }),
  read: async ({ db, actor, scope, input: { slug, after } }) => {
    const collection = await loadCollection(db, slug);
    if (!collection) return null;
    const { id, title, scope: belongs, revision, standing } = collection;
    const [rows, curators] = await Promise.all([
      db.$queryRaw<Row[]>`
        SELECT e.id AS cursor, f.reference, v.title, v.year, e.note, e.added_at AS "addedAt"
        FROM collection_entry e JOIN finding f ON f.id = e.finding_id
          JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
        WHERE e.collection_id = ${id}::uuid AND e.removed_at IS NULL AND ${isShownInCollections('f')}
          AND ${scope.findings} ${after ? Prisma.sql`AND e.id < ${after}::uuid` : Prisma.empty}
        ORDER BY e.id DESC LIMIT ${PAGE + 1}`,
      scope.seesPeople
        ? db.collectionCurator.findMany({
            where: { collectionId: id, endedAt: null },
            orderBy: { addedAt: 'asc' },
            select: { id: true, person: { select: { name: true } } },
          })
        : [],
    ]);
    const findings = rows.slice(0, PAGE);
    const { proposers, review, closed } = standing;
    return {
      ...{ slug, title, scope: belongs, revision, proposers, review, closed, findings },
      curators: curators.map((one) => ({ id: one.id, name: one.person.name })),
      next: rows.length > PAGE ? (findings.at(-1)?.cursor ?? null) : null,
      may: {
        keep: isAllowed(mayKeepCollection(actor, standing)),
        add: isAllowed(mayAddAtOnce(actor, standing)),
        propose: isAllowed(mayProposeFor(actor, standing)) && !isAllowed(mayAddAtOnce(actor, standing)),
      },
    };
  },
});
export type CollectionView = NonNullable<Awaited<ReturnType<typeof collectionPage.read>>>;
