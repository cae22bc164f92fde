import { z } from 'zod';
import { command } from '../../command.server';
import { refuse } from '../../refusal';
import { slugInput } from '../collections/collection';
import { mayKeepCollection } from '../collections/collection-policy';
import { lockedCollection } from '../collections/collection-standing.server';

/** A curator no longer keeps the collection; the last one stays until there is another. */
export const endCurator = command({
  name: 'knowledge.end-curator',
  input: z.strictObject({ slug: slugInput, curator: z.uuid() }),
  load: async ({ tx, input: { slug, curator } }) => {
    const collection = await lockedCollection(tx, slug);
    const where = { id: curator, endedAt: null, collection: { slug } };
    const row = await tx.collectionCurator.findFirst({ where });
    return collection && row && { collection, row };
  },
  authorise: (actor, { collection }) => mayKeepCollection(actor, collection.standing),
  subject: ({ collection }) => ({ noun: 'collection', nounId: collection.id }),
  decide: ({ loaded: { collection, row } }) => {
    if (collection.standing.curatorIds.length === 1)
      return refuse('CollectionNeedsACurator', 'Add another curator first.');
    const data = { personId: row.personId };
    return {
      change: { id: row.id, slug: collection.slug },
      facts: [{ name: 'CuratorWasEnded', noun: 'collection', nounId: collection.id, data }],
    };
  },
  save: async ({ tx, now }, { id, slug }) => {
    await tx.collectionCurator.update({ where: { id }, data: { endedAt: now } });
    return { slug };
  },
});
