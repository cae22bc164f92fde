import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';

interface Over {
  title?: string;
  proposers?: 'members' | 'curators';
  review?: 'accepted' | 'atOnce';
  closedAt?: Date;
}

/** A collection of this curator, open to everybody's proposals unless told otherwise. */
export async function makeCollection(curatorId: string, over: Over = {}) {
  const id = newId();
  const said = { title: `Collection ${id}`, scope: 'What belongs together.', slug: `collection-${id}` };
  const now = new Date();
  return database().collection.create({
    data: {
      ...{ id, ...said, proposers: 'members', review: 'atOnce', createdById: curatorId, createdAt: now },
      ...over,
      curators: { create: { id: newId(), personId: curatorId, addedById: curatorId, addedAt: now } },
    },
  });
}
