import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { newReference } from '~/domain/new-reference.server';
import type { Cadence, GroupKind } from '~/domain/governance/groups/group';
import { makeOrganisation } from './people';

interface GroupOver {
  kind?: GroupKind;
  name?: string;
  purpose?: string;
  cadence?: Cadence;
  openedOn?: Date;
  /** Ids; the first one chairs. */
  members?: string[];
  /** Slugs of threat areas, strands and levels. */
  remit?: string[];
}

export const REMIT = ['illegal-drugs', 'pursue', 'national'];

/** An open group with a remit, whose chair is its first member. */
export async function makeGroup({ members, remit = REMIT, ...over }: GroupOver = {}) {
  const id = newId();
  const db = database();
  const places = members ?? [(await makeOrganisation()).id];
  const terms = await db.term.findMany({
    where: { slug: { in: remit }, scheme: { in: ['threatArea', 'enabler', 'strand', 'level'] } },
    select: { id: true },
  });
  const openedOn = over.openedOn ?? new Date('2020-01-01');
  const said = {
    ...{ kind: over.kind ?? ('governs' as const), name: over.name ?? `Group ${id.slice(-6)}` },
    purpose: over.purpose ?? 'Decides what is done first.',
    cadence: over.cadence ?? ('monthly' as const),
  };
  return db.governanceGroup.create({
    data: {
      ...{ id, reference: newReference(), ...said, openedOn, createdAt: new Date() },
      chairId: places[0] ?? '',
      terms: { create: terms.map((term) => ({ termId: term.id })) },
      members: {
        create: places.map((organisationId) => ({ id: newId(), organisationId, startsOn: openedOn })),
      },
      versions: {
        create: {
          ...{ number: 1, changeNote: 'First recorded', holdsFrom: openedOn, recordedAt: new Date() },
          content: { ...said, chair: 'The chair' },
        },
      },
    },
  });
}

/** Closes a group, or lets it go into another. */
export const endGroupOf = (groupId: string, over: { intoId?: string; endedOn?: Date } = {}) =>
  database().groupEnding.create({
    data: {
      ...{ id: newId(), groupId, intoId: over.intoId ?? null, reason: 'Nobody came', recordedAt: new Date() },
      kind: over.intoId ? ('merged' as const) : ('closed' as const),
      endedOn: over.endedOn ?? new Date('2024-06-01'),
    },
  });
