import { z } from 'zod';
import { command } from '../../command.server';
import { addressInput } from '../../people/email-address';
import { memberAt } from '../../people/member-at.server';
import { refuseField } from '../../refusal';
import { slugInput } from '../collections/collection';
import { mayKeepCollection } from '../collections/collection-policy';
import { lockedCollection } from '../collections/collection-standing.server';

/** Another person keeps the collection too. */
export const addCurator = command({
  name: 'knowledge.add-curator',
  input: z.strictObject({ slug: slugInput, address: addressInput }),
  load: async ({ tx, input: { slug, address } }) => {
    const collection = await lockedCollection(tx, slug);
    return collection && { collection, personId: await memberAt(tx, address) };
  },
  authorise: (actor, { collection }) => mayKeepCollection(actor, collection.standing),
  subject: ({ collection }) => ({ noun: 'collection', nounId: collection.id }),
  decide: ({ loaded: { collection, personId }, actor, newId }) => {
    if (actor.kind !== 'person') throw new Error('authorised above');
    if (!personId)
      return refuseField('NoSuchMember', 'address', 'No verified member has this e-mail address');
    if (collection.standing.curatorIds.includes(personId))
      return refuseField('IsCurator', 'address', 'This person is a curator already');
    const row = { id: newId(), collectionId: collection.id, personId, addedById: actor.id };
    return {
      change: { row, slug: collection.slug },
      facts: [{ name: 'CuratorWasAdded', noun: 'collection', nounId: collection.id, data: { personId } }],
    };
  },
  save: async ({ tx, now }, { row, slug }) => {
    await tx.collectionCurator.create({ data: { ...row, addedAt: now } });
    return { slug };
  },
});
