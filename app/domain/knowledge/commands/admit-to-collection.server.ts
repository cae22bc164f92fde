import { z } from 'zod';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { slugInput } from '../collections/collection';
import { mayAdmitTo } from '../collections/collection-policy';
import { enter, loadEntering, saveEntry } from '../collections/entering.server';

/** A curator lets in what somebody proposed: what the acceptance of such a request carries out. */
export const admitToCollection = command({
  name: 'knowledge.admit-to-collection',
  input: z.strictObject({ slug: slugInput, reference: referenceInput, note: optionalTextInput(1000) }),
  load: ({ tx, actor, input }) => loadEntering(tx, actor, input),
  authorise: (actor, { collection }) => mayAdmitTo(actor, collection.standing),
  subject: ({ collection }) => ({ noun: 'collection', nounId: collection.id }),
  decide: (situation) => enter(situation, 'FindingWasAdmittedToCollection'),
  save: saveEntry,
});
