import type { Db } from '~/platform/db.server';
import type { Request } from '~/platform/generated/prisma/client';
import { coordinators, leadsOfTeam } from './recipients.server';

/** Those who wrote or shared a finding and have an account. */
async function keepersOf(db: Db, findingId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT f.submitted_by_id AS id FROM finding f WHERE f.id = ${findingId}::uuid AND f.submitted_by_id IS NOT NULL
    UNION SELECT a.person_id FROM finding_version v JOIN finding_author a ON a.version_id = v.id
      WHERE v.finding_id = ${findingId}::uuid AND v.published_at IS NOT NULL AND a.person_id IS NOT NULL`;
  return rows.map(({ id }) => id);
}

async function keepersOfAnnex(db: Db, annexId: string): Promise<string[]> {
  const annex = await db.annex.findUnique({
    where: { id: annexId },
    select: { findingId: true, question: { select: { teamId: true, seniorResponsibleOwnerId: true } } },
  });
  if (annex?.findingId) return keepersOf(db, annex.findingId);
  if (!annex?.question) return [];
  const { teamId, seniorResponsibleOwnerId } = annex.question;
  return [
    ...(await leadsOfTeam(db, teamId)),
    ...(seniorResponsibleOwnerId ? [seniorResponsibleOwnerId] : []),
  ];
}

/** Who is told of a request to answer: those nearest to the thing, and the coordinators where nobody else can. */
export async function answeringPeople(db: Db, request: Request): Promise<string[]> {
  const { kind, findingId, annexId, collectionId } = request;
  if (kind === 'deletion' || kind === 'merge') return coordinators(db);
  if (kind === 'inclusion') {
    const curators = await db.collectionCurator.findMany({
      where: { collectionId: collectionId ?? '', endedAt: null },
      select: { personId: true },
    });
    return curators.map(({ personId }) => personId);
  }
  const keepers = annexId ? await keepersOfAnnex(db, annexId) : await keepersOf(db, findingId ?? '');
  return keepers.length > 0 ? keepers : coordinators(db);
}
