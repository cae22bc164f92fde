import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { newReference } from '~/domain/new-reference.server';

/** A word that coordinators alone see. */
export function makePrivateTerm({ createdById, name }: { createdById: string; name?: string }) {
  const id = newId();
  return database().privateTerm.create({
    data: {
      ...{ id, reference: newReference(), name: name ?? `Private ${id.slice(-6)}` },
      ...{ meaning: 'To be looked at together', createdById, createdAt: new Date() },
    },
  });
}
