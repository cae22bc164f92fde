import { newReference } from '~/domain/new-reference.server';
import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { newToken } from '~/platform/one-time-tokens.server';

/** A saved search of somebody with a feed; its key. */
export async function feedKeyFor(personId: string, query: string): Promise<string> {
  const { token, hash } = newToken();
  const id = newId();
  const at = new Date();
  await database().savedSearch.create({
    data: {
      ...{ id, reference: newReference(), personId, name: id, query },
      ...{ savedAt: at, lookedAt: at, feedHash: hash, feedMadeAt: at },
    },
  });
  return token;
}
