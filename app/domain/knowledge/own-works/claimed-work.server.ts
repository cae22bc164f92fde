import type { Db } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { newReference } from '../../new-reference.server';
import { sameText } from '../../same-text';
import { nameParts } from '../citations/author-name';

export interface Claim {
  title: string;
  year: number | null;
  kind: string;
  venue: string;
  doi: string | null;
  webAddress: string | null;
  authors: string[];
}

interface Owner {
  id: string;
  name: string;
  orcid: string | null;
}

const familyOf = (name: string): string => {
  const parts = nameParts(name);
  return ('literal' in parts ? parts.literal : parts.family).toLowerCase();
};

/** Where a person stands among the authors: by the iD, by the whole name, or by a family name that only one has. */
export function placeAmong(
  authors: { position: number; name: string; orcid: string | null; personId: string | null }[],
  { id, name, orcid }: Owner,
): number | null {
  const free = authors.filter(({ personId }) => personId === null || personId === id);
  const same = free.filter((one) => familyOf(one.name) === familyOf(name));
  const found =
    free.find((one) => one.personId === id) ??
    free.find((one) => orcid !== null && one.orcid === orcid) ??
    free.find((one) => one.name.toLowerCase() === name.toLowerCase()) ??
    (same.length === 1 ? same[0] : undefined);
  return found?.position ?? null;
}

/** The work of the shared bibliography that a claim is about, the claimer tied to their name on it. */
export async function claimWork(tx: Db, claim: Claim, owner: Owner, now: Date): Promise<string> {
  const { authors, ...about } = claim;
  const known = await tx.work.findFirst({
    where: claim.doi ? { doi: claim.doi } : { title: sameText(claim.title), year: claim.year },
    select: { id: true },
  });
  const workId = known?.id ?? newId();
  if (!known)
    await tx.work.create({
      data: {
        ...{ id: workId, reference: newReference(), ...about, createdAt: now },
        authors: { create: authors.map((name, index) => ({ position: index + 1, name })) },
      },
    });
  const rows = await tx.workAuthor.findMany({ where: { workId }, orderBy: { position: 'asc' } });
  const position = placeAmong(rows, owner);
  const tied = { personId: owner.id, orcid: owner.orcid };
  if (position === null)
    await tx.workAuthor.create({
      data: { workId, position: (rows.at(-1)?.position ?? 0) + 1, name: owner.name, ...tied },
    });
  else await tx.workAuthor.update({ where: { workId_position: { workId, position } }, data: tied });
  return workId;
}

/** Takes a claim back: the name stays on the work, as a name. */
export async function letGoOfWork(tx: Db, workId: string, personId: string): Promise<void> {
  await tx.workAuthor.updateMany({ where: { workId, personId }, data: { personId: null } });
}
