import type { Db } from '~/platform/db.server';
import { termIdsBySlug } from '../../taxonomy/term-links.server';
import { refuseField, type Refusal } from '../../refusal';
import type { Scheme } from '../tasks/task';

/** Ids of what was ticked, and the fields in which something was ticked that is not on offer. */
export interface Chosen {
  termIds: string[];
  priorityIds: string[];
  unknown: string[];
}

/** Looks up ticked terms by field and ticked priorities by reference. */
export async function chosenTerms(
  tx: Db,
  picked: { field: string; scheme: Scheme; slugs: string[] }[],
  priorities: string[],
): Promise<Chosen> {
  const chosen: Chosen = { termIds: [], priorityIds: [], unknown: [] };
  for (const { field, scheme, slugs } of picked) {
    const wanted = [...new Set(slugs)];
    const ids = await termIdsBySlug(tx, scheme, wanted);
    chosen.termIds.push(...ids);
    if (ids.length < wanted.length) chosen.unknown.push(field);
  }
  const references = [...new Set(priorities)];
  const rows = await tx.priority.findMany({
    where: { reference: { in: references }, retiredAt: null },
    select: { id: true },
  });
  chosen.priorityIds = rows.map(({ id }) => id);
  if (rows.length < references.length) chosen.unknown.push('priorities');
  return chosen;
}

export function unknownChoice({ unknown }: Chosen): Refusal | undefined {
  const [field] = unknown;
  return field
    ? refuseField('ChoiceIsUnknown', field, 'Choose from the list: one of these is no longer on it')
    : undefined;
}

/** The members of a team who hold a role, by the references of their people. */
export async function memberIdOf(
  tx: Db,
  teamId: string,
  role: 'seniorResponsibleOwner' | 'budgetHolder',
  reference: string | undefined,
): Promise<string | null | undefined> {
  if (!reference) return null;
  const found = await tx.teamMembership.findFirst({
    where: { teamId, endsAt: null, roles: { has: role }, person: { reference } },
    select: { personId: true },
  });
  return found?.personId;
}
