import { z } from 'zod';
import { command } from '../../command.server';
import { mayChangeOwnAccount } from '../../people/person-policy';
import { referenceInput } from '../../reference-input';
import { beginKnowing } from '../saved/known-results.server';
import { factAbout, ownSavedSearch } from '../saved/own-saved-search.server';
import { alertInput, nameInput } from '../saved/saved-search';
import { nameIsTaken } from './save-search.server';

/** Renames it, or changes when one is told. Where alerts begin, what it finds then is known. */
export const changeSavedSearch = command({
  name: 'matching.change-saved-search',
  input: z.strictObject({ reference: referenceInput, name: nameInput, alert: alertInput }),
  load: ({ tx, actor, input }) => ownSavedSearch(tx, actor, input.reference),
  authorise: mayChangeOwnAccount,
  decide: ({ loaded: saved, input: { name, alert } }) => ({
    change: { saved, name, alert, begins: saved.alert === 'never' && alert !== 'never' },
    facts: [factAbout('SavedSearchWasChanged', saved, { alert })],
  }),
  rules: { saved_search_one_name: nameIsTaken() },
  save: async ({ tx, actor, now }, { saved, name, alert, begins }) => {
    await tx.savedSearch.update({ where: { id: saved.id }, data: { name, alert } });
    if (begins) await beginKnowing(tx, saved, { actor, now });
    return { name };
  },
});
