import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { ukDay } from '../../uk-time';
import { REMIT_FIELDS, REMIT_SCHEMES, type GroupInput } from './group-form';
import type { ChosenForGroup } from './group-rows.server';

interface Writing {
  actor: Actor;
  now: Date;
  groupId: string;
  number: number;
  changeNote: string;
  /** For the first version, which held from the day the group opened. */
  holdsFrom?: Date;
}

/** The remit of a group, and the version that says what it now is. */
export async function writeGroupVersion(
  tx: Db,
  { actor, now, groupId, number, changeNote, holdsFrom }: Writing,
  input: GroupInput,
  { termIds, chair }: ChosenForGroup,
): Promise<void> {
  await tx.groupTerm.deleteMany({ where: { groupId, termId: { notIn: termIds } } });
  await tx.groupTerm.createMany({
    data: termIds.map((termId) => ({ groupId, termId })),
    skipDuplicates: true,
  });
  const { kind, name, purpose, cadence, chairRole, sources } = input;
  const remit = Object.fromEntries(REMIT_SCHEMES.map((scheme) => [scheme, input[REMIT_FIELDS[scheme]]]));
  await tx.groupVersion.create({
    data: {
      ...{ groupId, number, changeNote },
      content: { kind, name, purpose, cadence, chair: chair.name, chairRole, sources, remit },
      holdsFrom: holdsFrom ?? ukDay(now),
      recordedAt: now,
      recordedById: actor.kind === 'person' ? actor.id : null,
    },
  });
}
