import type { Db } from '~/platform/db.server';
import { newReference } from '../../new-reference.server';
import { newId } from '~/platform/ids.server';
import type { Version } from '../finding-standing.server';

/**
 * The work of the shared bibliography that a published version reports. The same DOI is the same work; a
 * work that only this finding knows takes over what the new version says of it.
 */
export async function recordWork(
  tx: Db,
  workId: string | null,
  version: Version,
  now: Date,
): Promise<string> {
  const { title, year, venue, volume, issue, pages, publisher, kind, doi, webAddress } = version;
  const said = { title, year, venue, volume, issue, pages, publisher, kind, doi, webAddress, verified: true };
  const known = doi ? await tx.work.findUnique({ where: { doi }, select: { id: true } }) : null;
  if (known && known.id !== workId) return known.id;
  const authors = version.authors.map(({ position, name, orcid, personId }) => ({
    position,
    name,
    orcid,
    personId,
  }));
  const shared = workId ? (await tx.finding.count({ where: { workId } })) > 1 : false;
  if (workId && !shared) {
    await tx.workAuthor.deleteMany({ where: { workId } });
    await tx.work.update({ where: { id: workId }, data: { ...said, authors: { create: authors } } });
    return workId;
  }
  const id = newId();
  await tx.work.create({
    data: { id, reference: newReference(), ...said, createdAt: now, authors: { create: authors } },
  });
  return id;
}
