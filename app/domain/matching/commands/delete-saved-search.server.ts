import { z } from 'zod';
import { command } from '../../command.server';
import { mayChangeOwnAccount } from '../../people/person-policy';
import { referenceInput } from '../../reference-input';
import { factAbout, ownSavedSearch } from '../saved/own-saved-search.server';

/** Its alerts and its feed end with it. */
export const deleteSavedSearch = command({
  name: 'matching.delete-saved-search',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, actor, input }) => ownSavedSearch(tx, actor, input.reference),
  authorise: mayChangeOwnAccount,
  decide: ({ loaded: saved }) => ({
    change: saved,
    facts: [factAbout('SavedSearchWasDeleted', saved)],
  }),
  save: async ({ tx }, { id, name }) => {
    await tx.savedSearch.delete({ where: { id } });
    return { name };
  },
});
