import type { Db } from '~/platform/db.server';

export interface ImportedFinding {
  position: number;
  findingId: string;
  workId: string | null;
  touched: boolean;
}

/**
 * What an import made, and whether anybody has done anything with it since. Locked first and read then: a statement
 * that waited for whoever is rating one would still see what stood before.
 */
export async function importedFindings(tx: Db, importId: string): Promise<ImportedFinding[]> {
  await tx.$queryRaw`SELECT 1 FROM imported_record r JOIN finding f ON f.id = r.finding_id
    WHERE r.import_id = ${importId}::uuid ORDER BY f.id FOR UPDATE OF f`;
  return tx.$queryRaw<ImportedFinding[]>`
    SELECT r.position, f.id AS "findingId", f.work_id AS "workId",
      EXISTS (SELECT FROM fact x WHERE x.noun = 'finding' AND x.noun_id = f.id
              AND x.name NOT IN ('FindingWasImported', 'FindingWasReleased', 'AttemptWasDenied'))
      OR EXISTS (SELECT FROM rating WHERE finding_id = f.id)
      OR EXISTS (SELECT FROM impact_record WHERE finding_id = f.id)
      OR EXISTS (SELECT FROM appraisal WHERE finding_id = f.id)
      OR EXISTS (SELECT FROM finding_link WHERE f.id IN (from_id, to_id))
      OR EXISTS (SELECT FROM imported_record o JOIN bibliography_import i ON i.id = o.import_id
                 WHERE o.same_as_id = f.id AND o.choice = 'same' AND i.carried_out_at IS NOT NULL) AS touched
    FROM imported_record r JOIN finding f ON f.id = r.finding_id
    WHERE r.import_id = ${importId}::uuid ORDER BY f.id`;
}

const WHY = 'Its import was undone.';

/**
 * Their publication never happened for readers. Works that nothing else rests on go too, and in files that wait to be
 * imported they are new again.
 */
export async function takeBackFindings(
  tx: Db,
  findings: ImportedFinding[],
  { by, now }: { by: string; now: Date },
): Promise<void> {
  const findingIds = findings.map(({ findingId }) => findingId);
  const ofThem = { findingId: { in: findingIds } };
  await tx.release.updateMany({
    where: { noun: 'finding', nounId: { in: findingIds }, withdrawnAt: null },
    data: { withdrawnAt: now, withdrawnById: by, withdrawnReason: WHY },
  });
  await tx.findingVersion.updateMany({ where: ofThem, data: { publishedAt: null, publishedById: null } });
  await tx.findingVersion.updateMany({ where: ofThem, data: { declinedAt: now, declinedReason: WHY } });
  await tx.finding.updateMany({
    where: { id: { in: findingIds } },
    data: { publishedAt: null, releasedAt: null, currentNumber: 0, workId: null },
  });
  const workIds = findings.flatMap(({ workId }) => workId ?? []);
  const unused = await tx.work.findMany({
    where: {
      id: { in: workIds },
      findings: { none: {} },
      authors: { none: { personId: { not: null } } },
      expertWorks: { none: {} },
    },
    select: { id: true },
  });
  const gone = unused.map(({ id }) => id);
  await tx.importedRecord.updateMany({
    where: { sameAsId: { in: findingIds }, import: { carriedOutAt: null } },
    data: { sameAsId: null, match: null, choice: 'take' },
  });
  await tx.workAuthor.deleteMany({ where: { workId: { in: gone } } });
  await tx.work.deleteMany({ where: { id: { in: gone } } });
}
