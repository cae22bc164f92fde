import { newReference } from '~/domain/new-reference.server';
import { showReference } from '~/domain/reference';
import { ukDay } from '~/domain/uk-time';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { makeOrganisation, makePerson } from '../../../support/factories/people';
import type { Cast } from './cast';
import type { Things } from './things';

/** Two mergers, proposed by people of their own; what runs goes to the organisation of the asking team. */
export async function makeSuccession({ asking }: Cast, things: Things): Promise<void> {
  const team = await database().team.findUniqueOrThrow({ where: { id: asking.teamId } });
  await makeMerger('proposed', (await makeOrganisation()).id, things);
  await makeMerger('running', team.organisationId, things);
}

async function makeMerger(state: 'proposed' | 'running', toId: string, things: Things): Promise<void> {
  const db = database();
  const now = await soundingsNow(db);
  const [proposer, confirmer] = [await makePerson(), await makePerson()];
  const ending = await makeOrganisation();
  const parts = [
    { organisationId: ending.id, side: 'predecessor' as const, personId: proposer.id },
    { organisationId: toId, side: 'successor' as const, personId: confirmer.id },
  ];
  const { id, reference } = await db.reorganisation.create({
    data: {
      ...{ id: newId(), reference: newReference(), kind: 'merge', effectiveOn: ukDay(now), basis: 'The Act' },
      ...{ proposedById: proposer.id, proposedAt: now, parts: { create: parts } },
    },
  });
  if (state === 'running')
    await db.reorganisation.update({
      where: { id },
      data: { confirmedById: confirmer.id, confirmedAt: now },
    });
  things.keep('reorganisation', state, {
    reference: showReference(reference),
    organisation: showReference(ending.reference),
  });
}
