import type { Db } from '~/platform/db.server';
import { isPerson, type Actor } from '../../actor';
import { loadFinding, type LoadedFinding } from '../../knowledge/finding-standing.server';

/** Whether somebody of the actor's teams asked for the finding, rated it, or recorded what it changed. */
export async function usesFinding(db: Db, actor: Actor, finding: LoadedFinding): Promise<boolean> {
  if (!isPerson(actor)) return false;
  const teams = actor.teams.map(({ teamId }) => teamId);
  const [row] = await db.$queryRaw<{ uses: boolean }[]>`
    SELECT EXISTS (SELECT FROM question q WHERE q.id = ${finding.questionId}::uuid AND q.team_id = ANY(${teams}::uuid[]))
      OR EXISTS (SELECT FROM rating r WHERE r.finding_id = ${finding.id}::uuid AND (r.person_id = ${actor.id}::uuid
        OR EXISTS (SELECT FROM team_membership m WHERE m.person_id = r.person_id AND m.ends_at IS NULL
                   AND m.team_id = ANY(${teams}::uuid[]))))
      OR EXISTS (SELECT FROM impact_record i WHERE i.finding_id = ${finding.id}::uuid AND i.withdrawn_at IS NULL
        AND (i.recorded_by_id = ${actor.id}::uuid OR EXISTS (
          SELECT FROM team_membership m WHERE m.person_id = i.recorded_by_id AND m.ends_at IS NULL
            AND m.team_id = ANY(${teams}::uuid[])))) AS uses`;
  return row?.uses ?? false;
}

/** A finding with what its steps' policies ask. */
export async function loadForUptake(db: Db, reference: string, actor: Actor) {
  const finding = await loadFinding(db, reference);
  if (!finding) return null;
  return { finding, standing: { finding: finding.standing, uses: await usesFinding(db, actor, finding) } };
}

/** A step with its finding; its row stays as it is until the transaction ends. */
export async function lockedStep(tx: Db, reference: string, actor: Actor) {
  await tx.$queryRaw`SELECT id FROM uptake_step WHERE reference = ${reference} FOR UPDATE`;
  return loadStep(tx, reference, actor);
}

export async function loadStep(db: Db, reference: string, actor: Actor) {
  const row = await db.uptakeStep.findUnique({
    where: { reference },
    include: { finding: { select: { reference: true } } },
  });
  const loaded = row && (await loadForUptake(db, row.finding.reference, actor));
  if (!row || !loaded) return null;
  const standing = {
    ...loaded.standing,
    recordedById: row.recordedById,
    withdrawn: row.withdrawnAt !== null,
  };
  return { row, finding: loaded.finding, standing };
}
