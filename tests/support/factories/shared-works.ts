import { newReference } from '~/domain/new-reference.server';
import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';

/** A work that these people wrote together, this year unless told otherwise. */
export async function makeSharedWork(title: string, personIds: string[], year = new Date().getUTCFullYear()) {
  await database().work.create({
    data: {
      ...{ id: newId(), reference: newReference(), title, year, createdAt: new Date() },
      authors: {
        create: personIds.map((personId, i) => ({ position: i + 1, name: 'Somebody', personId })),
      },
    },
  });
}
