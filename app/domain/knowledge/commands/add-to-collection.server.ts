import { z } from 'zod';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { slugInput } from '../collections/collection';
import { mayAddAtOnce } from '../collections/collection-policy';
import { enter, loadEntering, saveEntry } from '../collections/entering.server';

/** A curator or a coordinator puts a finding in, where the collection lets that be. */
export const addToCollection = command({
  name: 'knowledge.add-to-collection',
  input: z.strictObject({
    slug: slugInput,
    reference: referenceInput,
    note: optionalTextInput(1000, 'Why it belongs here'),
  }),
  load: ({ tx, actor, input }) => loadEntering(tx, actor, input),
  authorise: (actor, { collection }) => mayAddAtOnce(actor, collection.standing),
  subject: ({ collection }) => ({ noun: 'collection', nounId: collection.id }),
  decide: (situation) => enter(situation, 'FindingWasAddedToCollection'),
  save: saveEntry,
});
