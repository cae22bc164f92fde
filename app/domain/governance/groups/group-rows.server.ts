import type { Db } from '~/platform/db.server';
import { oneAtATime } from '../../one-at-a-time.server';
import { refuseField, type Refusal } from '../../refusal';
import { sameText } from '../../same-text';
import { stateOf, type GroupKind, type GroupState } from './group';
import { REMIT_FIELDS, REMIT_SCHEMES, type GroupInput } from './group-form';

export interface LoadedGroup {
  id: string;
  reference: string;
  kind: GroupKind;
  name: string;
  revision: number;
  /** When it opened, or was reopened last: nothing of now happens to it before that. */
  openedOn: Date;
  state: GroupState;
  endingId: string | null;
  endedOn: Date | null;
  members: { id: string; organisationId: string; reference: string; startsOn: Date }[];
}

/** The groups of these references, in the order asked for, their rows locked in one order. */
export async function lockedGroups(tx: Db, references: readonly string[]): Promise<(LoadedGroup | null)[]> {
  await tx.$queryRaw`
    SELECT id FROM governance_group WHERE reference = ANY(${[...references]}) ORDER BY id FOR UPDATE`;
  const rows = await tx.governanceGroup.findMany({
    where: { reference: { in: [...references] } },
    include: {
      endings: { orderBy: { recordedAt: 'asc' } },
      members: { where: { endsOn: null }, include: { organisation: { select: { reference: true } } } },
    },
  });
  return references.map((reference) => {
    const row = rows.find((one) => one.reference === reference);
    if (!row) return null;
    const ending = row.endings.find(({ reopenedOn }) => reopenedOn === null);
    const { id, kind, name, revision, endings } = row;
    const reopened = endings.flatMap(({ reopenedOn }) => (reopenedOn ? [reopenedOn] : []));
    return {
      ...{ id, reference, kind, name, revision, state: stateOf(endings) },
      openedOn: new Date(Math.max(Number(row.openedOn), ...reopened.map(Number))),
      endingId: ending?.id ?? null,
      endedOn: ending?.endedOn ?? null,
      members: row.members.map((member) => ({
        ...{ id: member.id, organisationId: member.organisationId, startsOn: member.startsOn },
        reference: member.organisation.reference,
      })),
    };
  });
}

export const lockedGroup = async (tx: Db, reference: string): Promise<LoadedGroup | null> =>
  (await lockedGroups(tx, [reference]))[0] ?? null;

export interface ChosenForGroup {
  termIds: string[];
  chair: { id: string; name: string; reference: string };
}

/** The rows that a form's choices stand for, or which of them is none any more. */
export async function chosenForGroup(
  tx: Db,
  input: GroupInput,
  ownId?: string,
): Promise<ChosenForGroup | Refusal> {
  await oneAtATime(tx, 'name of a group');
  const namesakes = await tx.governanceGroup.count({
    where: {
      name: sameText(input.name),
      endings: { none: { reopenedOn: null } },
      ...(ownId ? { id: { not: ownId } } : {}),
    },
  });
  if (namesakes > 0) return refuseField('GroupIsKnown', 'name', 'Soundings has a group of this name already');
  const termIds: string[] = [];
  for (const scheme of REMIT_SCHEMES) {
    const field = REMIT_FIELDS[scheme];
    const terms = await tx.term.findMany({
      where: { scheme, slug: { in: input[field] }, retiredAt: null, mergedIntoId: null },
      select: { id: true },
    });
    if (terms.length < new Set(input[field]).size)
      return refuseField('TermIsUnknown', field, 'One of these is no longer in use. Choose again');
    termIds.push(...terms.map(({ id }) => id));
  }
  const chair = await openOrganisation(tx, input.chair);
  if (!chair) return refuseField('OrganisationIsUnknown', 'chair', 'Choose an organisation of the list');
  return { termIds, chair };
}

export const openOrganisation = (tx: Db, reference: string) =>
  tx.organisation.findFirst({
    where: { reference, closedAt: null, mergedIntoId: null },
    select: { id: true, name: true, reference: true },
  });
