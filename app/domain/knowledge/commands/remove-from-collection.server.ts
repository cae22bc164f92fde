import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { slugInput } from '../collections/collection';
import { mayKeepCollection } from '../collections/collection-policy';
import { lockedCollection } from '../collections/collection-standing.server';
import { reasonInput } from '../finding-form';

/** Takes a finding out again. That it was in, and why it is not any more, stays in the history. */
export const removeFromCollection = command({
  name: 'knowledge.remove-from-collection',
  input: z.strictObject({
    slug: slugInput,
    finding: referenceInput,
    reason: reasonInput('Say why it does not belong here'),
  }),
  load: async ({ tx, input: { slug, finding } }) => {
    const collection = await lockedCollection(tx, slug);
    const where = { collectionId: collection?.id ?? '', removedAt: null, finding: { reference: finding } };
    const entry = collection && (await tx.collectionEntry.findFirst({ where }));
    return collection && entry && { collection, entry };
  },
  authorise: (actor, { collection }) => mayKeepCollection(actor, collection.standing),
  subject: ({ collection }) => ({ noun: 'collection', nounId: collection.id }),
  decide: ({ input: { reason }, loaded: { collection, entry }, actor }) => {
    if (actor.kind !== 'person') throw new Error('authorised above');
    const data = { findingId: entry.findingId, entryId: entry.id };
    return {
      change: { id: entry.id, reason, by: actor.id, slug: collection.slug },
      facts: [{ name: 'FindingWasTakenOutOfCollection', noun: 'collection', nounId: collection.id, data }],
    };
  },
  save: async ({ tx, now }, { id, reason, by, slug }) => {
    await tx.collectionEntry.update({
      where: { id },
      data: { removedAt: now, removedById: by, removedReason: reason },
    });
    return { slug };
  },
});
