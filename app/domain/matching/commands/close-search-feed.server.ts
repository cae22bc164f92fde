import { z } from 'zod';
import { command } from '../../command.server';
import { mayChangeOwnAccount } from '../../people/person-policy';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { factAbout, ownSavedSearch } from '../saved/own-saved-search.server';

/** Its address stops working at once. */
export const closeSearchFeed = command({
  name: 'matching.close-search-feed',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, actor, input }) => ownSavedSearch(tx, actor, input.reference),
  authorise: mayChangeOwnAccount,
  decide: ({ loaded: saved }) =>
    saved.feedHash === null
      ? refuse('FeedIsClosed', 'This search has no feed.', { stale: true })
      : { change: saved, facts: [factAbout('SearchFeedWasClosed', saved)] },
  save: async ({ tx }, { id, reference }) => {
    await tx.savedSearch.update({ where: { id }, data: { feedHash: null, feedMadeAt: null } });
    return { reference };
  },
});
