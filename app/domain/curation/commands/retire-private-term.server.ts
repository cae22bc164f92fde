import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayKeepDesk } from '../curation-policy';

/** Nothing new is tagged with it; what is tagged stays so. */
export const retirePrivateTerm = command({
  name: 'curation.retire-private-term',
  input: z.strictObject({ term: referenceInput }),
  load: ({ tx, input }) => tx.privateTerm.findUnique({ where: { reference: input.term } }),
  authorise: mayKeepDesk,
  subject: ({ id }) => ({ noun: 'privateTerm', nounId: id }),
  decide: ({ loaded: { id, reference, retiredAt } }) =>
    retiredAt
      ? refuse('TermIsRetired', 'This word is no longer in use.', { stale: true })
      : {
          change: { id, reference },
          facts: [{ name: 'PrivateTermWasRetired', noun: 'privateTerm' as const, nounId: id }],
        },
  save: async ({ tx, now }, { id, reference }) => {
    await tx.privateTerm.update({ where: { id }, data: { retiredAt: now } });
    return { reference };
  },
});
