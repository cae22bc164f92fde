import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { itemsOf } from '../acted-items.server';
import { mayKeepDesk } from '../curation-policy';
import { MERGED_NOUNS } from '../merging/merge-rules';

/** Says of two records that look the same that they are not. */
export const keepApart = command({
  name: 'curation.keep-apart',
  input: z.strictObject({
    noun: z.enum(MERGED_NOUNS),
    reference: referenceInput,
    other: z.string({ error: 'Nothing looks like it any more.' }).pipe(referenceInput),
  }),
  load: async ({ tx, input }) => {
    const items = await itemsOf(tx, input.noun, [input.reference, input.other]);
    const [one, other] = [input.reference, input.other].map((wanted) =>
      items.find(({ reference }) => reference === wanted),
    );
    return one && other ? { one, other } : null;
  },
  authorise: (actor) => mayKeepDesk(actor),
  decide: ({ input: { noun }, loaded: { one, other } }) => ({
    change: null,
    facts: [{ name: 'RecordsWereKeptApart', noun, nounId: one.nounId, data: { otherId: other.nounId } }],
  }),
  save: () => Promise.resolve({ kept: true }),
});
