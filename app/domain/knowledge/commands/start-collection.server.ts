import { z } from 'zod';
import { command } from '../../command.server';
import { refuseField } from '../../refusal';
import { collectionFields, slugFrom } from '../collections/collection';
import { mayStartCollection } from '../collections/collection-policy';

const TAKEN = refuseField('TitleIsTaken', 'title', 'Another collection has this title');

/** Starts a collection; whoever starts it is its first curator. */
export const startCollection = command({
  name: 'knowledge.start-collection',
  input: z.strictObject(collectionFields),
  load: async ({ tx, input: { title } }) => {
    const slug = slugFrom(title);
    return { slug, taken: (await tx.collection.count({ where: { slug } })) > 0 };
  },
  authorise: (actor) => mayStartCollection(actor),
  rules: { collection_title_once: TAKEN, collection_slug_key: TAKEN },
  decide: ({ input, loaded: { slug, taken }, actor, newId }) => {
    if (actor.kind !== 'person') throw new Error('authorised above');
    if (slug === '' || slug === 'new')
      return refuseField(
        'TitleHasNoWords',
        'title',
        'Enter a title with letters or numbers, other than “new”',
      );
    if (taken) return TAKEN;
    const id = newId();
    return {
      change: { id, curatorRow: newId(), slug, by: actor.id, ...input },
      facts: [{ name: 'CollectionWasStarted', noun: 'collection', nounId: id }],
    };
  },
  save: async ({ tx, now }, { curatorRow, by, ...collection }) => {
    const curator = { id: curatorRow, personId: by, addedById: by, addedAt: now };
    await tx.collection.create({
      data: { ...collection, createdById: by, createdAt: now, curators: { create: curator } },
    });
    return { slug: collection.slug };
  },
});
