import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { refuseField, type Refusal } from '../../refusal';
import { openOrganisation } from '../groups/group-rows.server';
import type { CapabilityInput } from './capability-form';

export interface LoadedCapability {
  id: string;
  reference: string;
  revision: number;
  links: { id: string; questionId: string | null; findingId: string | null }[];
}

/** A capability or gap with what is linked to it, its row locked. */
export async function lockedCapability(tx: Db, reference: string): Promise<LoadedCapability | null> {
  await tx.$queryRaw`SELECT id FROM capability WHERE reference = ${reference} FOR UPDATE`;
  return tx.capability.findUnique({
    where: { reference },
    select: {
      ...{ id: true, reference: true, revision: true },
      links: { where: { unlinkedAt: null }, select: { id: true, questionId: true, findingId: true } },
    },
  });
}

export interface ChosenForCapability {
  owner: { id: string; name: string };
  userIds: string[];
  termIds: string[];
}

export async function chosenForCapability(
  tx: Db,
  input: CapabilityInput,
): Promise<ChosenForCapability | Refusal> {
  const owner = await openOrganisation(tx, input.owner);
  if (!owner) return refuseField('OrganisationIsUnknown', 'owner', 'Choose an organisation of the list');
  const users = await tx.organisation.findMany({
    where: { reference: { in: input.users }, mergedIntoId: null },
    select: { id: true },
  });
  if (users.length < new Set(input.users).size)
    return refuseField('OrganisationIsUnknown', 'users', 'One of these is no longer there. Choose again');
  const terms = await tx.term.findMany({
    where: { scheme: { in: ['threatArea', 'enabler'] }, slug: { in: input.threatAreas }, retiredAt: null },
    select: { id: true },
  });
  if (terms.length < new Set(input.threatAreas).size)
    return refuseField('TermIsUnknown', 'threatAreas', 'One of these is no longer in use. Choose again');
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);
  return { owner, userIds: idsOf(users), termIds: idsOf(terms) };
}

/** Users, threat areas and the version that says what it now is. */
export async function writeCapabilityVersion(
  tx: Db,
  about: { actor: Actor; now: Date; capabilityId: string; number: number; changeNote: string },
  input: CapabilityInput,
  { owner, userIds, termIds }: ChosenForCapability,
): Promise<void> {
  const { actor, now, capabilityId, number, changeNote } = about;
  await tx.capabilityUser.deleteMany({ where: { capabilityId } });
  await tx.capabilityUser.createMany({
    data: userIds.map((organisationId) => ({ capabilityId, organisationId })),
  });
  await tx.capabilityTerm.deleteMany({ where: { capabilityId } });
  await tx.capabilityTerm.createMany({ data: termIds.map((termId) => ({ capabilityId, termId })) });
  const { kind, name, purpose, stage, level, users, threatAreas } = input;
  await tx.capabilityVersion.create({
    data: {
      ...{ capabilityId, number, changeNote, recordedAt: now },
      content: { kind, name, purpose, stage, level, owner: owner.name, users, threatAreas },
      recordedById: actor.kind === 'person' ? actor.id : null,
    },
  });
}
