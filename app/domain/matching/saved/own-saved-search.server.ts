import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';

/** One's own saved search, locked; null for any other, of which nobody is told. */
export async function ownSavedSearch(tx: Db, actor: Actor, reference: string) {
  if (actor.kind !== 'person') return null;
  await tx.$queryRaw`SELECT id FROM saved_search
    WHERE reference = ${reference} AND person_id = ${actor.id}::uuid FOR UPDATE`;
  return tx.savedSearch.findFirst({ where: { reference, personId: actor.id } });
}

export type OwnSavedSearch = NonNullable<Awaited<ReturnType<typeof ownSavedSearch>>>;

/** A fact about a saved search stands with its owner, and says nothing of what they look for. */
export const factAbout = (
  name: string,
  { id, personId }: Pick<OwnSavedSearch, 'id' | 'personId'>,
  data: Record<string, string> = {},
) => ({ name, noun: 'person' as const, nounId: personId, data: { savedSearchId: id, ...data } });
