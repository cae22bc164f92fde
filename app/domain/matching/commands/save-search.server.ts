import { z } from 'zod';
import { command } from '../../command.server';
import { mayChangeOwnAccount } from '../../people/person-policy';
import { refuse } from '../../refusal';
import { beginKnowing } from '../saved/known-results.server';
import { factAbout } from '../saved/own-saved-search.server';
import { alertInput, asks, MOST_SAVED, nameInput, queryInput } from '../saved/saved-search';

/** Keeps a search under a name. Whatever it finds now is known, so that alerts tell of what comes later. */
export const saveSearch = command({
  name: 'matching.save-search',
  input: z.strictObject({ name: nameInput, query: queryInput, alert: alertInput }),
  load: async ({ tx, actor }) => {
    if (actor.kind !== 'person') return null;
    await tx.$queryRaw`SELECT id FROM person WHERE id = ${actor.id}::uuid FOR UPDATE`;
    return { personId: actor.id, saved: await tx.savedSearch.count({ where: { personId: actor.id } }) };
  },
  authorise: mayChangeOwnAccount,
  decide: ({ loaded: { personId, saved }, input: { name, query, alert }, now, newId, newReference }) => {
    if (saved >= MOST_SAVED)
      return refuse(
        'TooManySearches',
        `You have ${MOST_SAVED} saved searches. Delete one that you do not use.`,
      );
    if (!asks(query)) {
      const message = 'Type a word or a field to look for, not only what to leave out';
      return refuse('SearchAsksForNothing', message, { fields: { query: message } });
    }
    const row = { id: newId(), reference: newReference(), personId, name, query, alert };
    return {
      change: { ...row, savedAt: now, lookedAt: now },
      facts: [factAbout('SearchWasSaved', row, { alert })],
    };
  },
  rules: { saved_search_one_name: nameIsTaken() },
  save: async ({ tx, actor, now }, row) => {
    await tx.savedSearch.create({ data: row });
    if (row.alert !== 'never') await beginKnowing(tx, row, { actor, now });
    return { reference: row.reference, name: row.name };
  },
});

export function nameIsTaken() {
  const message = 'You have a saved search of this name. Choose another name';
  return refuse('SearchNameIsTaken', message, { fields: { name: message } });
}
