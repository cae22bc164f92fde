import { newId } from '~/platform/ids.server';
import { database } from '~/platform/db.server';
import { newReference } from '~/domain/new-reference.server';
import { makePerson } from './people';

/** Somebody not yet verified who asks to belong. */
export async function makeJoinRequest(
  over: { name?: string; organisationId?: string; reason?: string } = {},
) {
  const person = await makePerson({ verified: false, ...(over.name ? { name: over.name } : {}) });
  const request = await database().joinRequest.create({
    data: {
      id: newId(),
      reference: newReference(),
      personId: person.id,
      organisationId: over.organisationId ?? null,
      reason: over.reason ?? 'I study ports',
      requestedAt: new Date(),
    },
  });
  return { person, request };
}
