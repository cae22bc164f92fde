import type { Db } from '~/platform/db.server';
import type { CollectionStanding } from './collection-policy';

export interface LoadedCollection {
  id: string;
  slug: string;
  title: string;
  scope: string;
  revision: number;
  standing: CollectionStanding;
}

/** The collection with what its policies need; its row stays locked until the transaction ends. */
export async function lockedCollection(tx: Db, slug: string): Promise<LoadedCollection | null> {
  await tx.$queryRaw`SELECT id FROM collection WHERE slug = ${slug} FOR UPDATE`;
  return loadCollection(tx, slug);
}

export async function loadCollection(db: Db, slug: string): Promise<LoadedCollection | null> {
  const row = await db.collection.findUnique({
    where: { slug },
    include: { curators: { where: { endedAt: null }, select: { personId: true } } },
  });
  if (!row) return null;
  const { id, title, scope, revision, proposers, review, closedAt, curators } = row;
  const curatorIds = curators.map(({ personId }) => personId);
  return {
    id,
    slug,
    title,
    scope,
    revision,
    standing: { proposers, review, closed: closedAt !== null, curatorIds },
  };
}
