import { z } from 'zod';
import { command } from '../../command.server';
import { refuse, refuseField } from '../../refusal';
import { collectionFields, slugInput } from '../collections/collection';
import { mayKeepCollection } from '../collections/collection-policy';
import { lockedCollection } from '../collections/collection-standing.server';

/** Changes what a collection says, its rules, and whether anything comes in. Its address stays. */
export const editCollection = command({
  name: 'knowledge.edit-collection',
  input: z.strictObject({
    slug: slugInput,
    ...collectionFields,
    open: z.enum(['open', 'closed'], { error: 'Choose whether it is open' }),
    revision: z.coerce.number().int().min(1),
  }),
  load: ({ tx, input: { slug } }) => lockedCollection(tx, slug),
  authorise: (actor, collection) => mayKeepCollection(actor, collection.standing),
  subject: (collection) => ({ noun: 'collection', nounId: collection.id }),
  rules: {
    collection_title_once: refuseField('TitleIsTaken', 'title', 'Another collection has this title'),
  },
  decide: ({ input: { slug: _slug, open, revision, ...said }, loaded: collection }) => {
    if (revision !== collection.revision)
      return refuse(
        'CollectionHasChanged',
        'Somebody else changed this collection meanwhile. Open it again.',
        {
          stale: true,
        },
      );
    const { proposers, review } = said;
    return {
      change: { collection, said, open: open === 'open' },
      facts: [
        {
          name: 'CollectionWasChanged',
          noun: 'collection',
          nounId: collection.id,
          data: { proposers, review, open: open === 'open' },
        },
      ],
    };
  },
  save: async ({ tx, now }, { collection, said, open }) => {
    const closing = collection.standing.closed ? {} : { closedAt: now };
    await tx.collection.update({
      where: { id: collection.id },
      data: { ...said, ...(open ? { closedAt: null } : closing), revision: { increment: 1 } },
    });
    return { slug: collection.slug };
  },
});
