import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { mayKeepDesk } from '../curation-policy';

/** Takes one private tag away. */
export const untagPrivately = command({
  name: 'curation.untag-privately',
  input: z.strictObject({ term: referenceInput, tag: z.uuid() }),
  load: ({ tx, input }) =>
    tx.privateTag.findFirst({ where: { id: input.tag, term: { reference: input.term } } }),
  authorise: mayKeepDesk,
  subject: ({ termId }) => ({ noun: 'privateTerm', nounId: termId }),
  decide: ({ input, loaded: { id, termId, findingId, questionId } }) => ({
    change: { id, reference: input.term },
    facts: [
      { name: 'PrivateTagWasRemoved', noun: 'privateTerm', nounId: termId, data: { findingId, questionId } },
    ],
  }),
  save: async ({ tx }, { id, reference }) => {
    await tx.privateTag.delete({ where: { id } });
    return { reference };
  },
});
