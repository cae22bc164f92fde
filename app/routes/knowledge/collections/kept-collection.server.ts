import { collectionPage } from '~/domain/knowledge/queries/collection-page.server';
import { ask } from '~/domain/query.server';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks, type Arrival } from '~/web/who.server';

/** The collection for a page of those who keep it; 403 for everybody else. */
export async function keptCollection(arrival: Arrival) {
  const { slug } = arrival.params;
  const collection = found(await ask(collectionPage, await personWhoAsks(arrival), { slug }));
  if (!collection.may.keep)
    throw forbidden('Only the curators of a collection and the coordinators keep it.');
  return collection;
}
