import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { newReference } from '~/domain/new-reference.server';
import { makeOrganisation } from './people';

interface CapabilityOver {
  name?: string;
  purpose?: string;
  level?: string;
  wanted?: boolean;
  /** Slugs of threat areas. */
  areas?: string[];
}

/** A capability in use, or a gap, of an organisation of its own. */
export async function makeCapability({ wanted, areas = ['illegal-drugs'], ...over }: CapabilityOver = {}) {
  const id = newId();
  const terms = await database().term.findMany({
    where: { scheme: 'threatArea', slug: { in: areas } },
    select: { id: true },
  });
  return database().capability.create({
    data: {
      ...{ id, reference: newReference(), ownerId: (await makeOrganisation()).id, createdAt: new Date() },
      ...{
        kind: wanted ? ('wanted' as const) : ('held' as const),
        stage: wanted ? null : ('inUse' as const),
      },
      ...{ name: over.name ?? `Capability ${id.slice(-6)}`, level: over.level ?? 'national' },
      purpose: over.purpose ?? `Finds parcels by the weight of ${id.slice(-6)}.`,
      terms: { create: terms.map((term) => ({ termId: term.id })) },
      versions: {
        create: {
          ...{ number: 1, changeNote: 'First recorded', recordedAt: new Date() },
          content: { name: 'First' },
        },
      },
    },
  });
}
