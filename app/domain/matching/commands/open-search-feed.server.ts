import { z } from 'zod';
import { newToken } from '~/platform/one-time-tokens.server';
import { command } from '../../command.server';
import { mayChangeOwnAccount } from '../../people/person-policy';
import { referenceInput } from '../../reference-input';
import { factAbout, ownSavedSearch } from '../saved/own-saved-search.server';

/** A new address of its feed, answered once, here; the one before it stops working. */
export const openSearchFeed = command({
  name: 'matching.open-search-feed',
  secret: true,
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, actor, input }) => ownSavedSearch(tx, actor, input.reference),
  authorise: mayChangeOwnAccount,
  decide: ({ loaded: saved, now }) => ({
    change: { saved, feedMadeAt: now, secret: newToken() },
    facts: [factAbout('SearchFeedWasOpened', saved)],
  }),
  save: async ({ tx }, { saved: { id, name, reference }, feedMadeAt, secret: { token, hash } }) => {
    await tx.savedSearch.update({ where: { id }, data: { feedHash: hash, feedMadeAt } });
    return { token, name, reference };
  },
});
