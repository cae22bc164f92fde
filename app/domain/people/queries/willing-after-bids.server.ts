import type { Db } from '~/platform/db.server';
import { hasRole, isPerson, type Actor } from '../../actor';

/** For coordinators: the questions a person bid for in vain and agreed to be asked about. Behind a wall, nothing. */
export async function bidsThatMayBeAskedAbout(
  db: Db,
  actor: Actor,
  personId: string,
): Promise<{ reference: string; title: string }[]> {
  if (!isPerson(actor) || !hasRole(actor, 'coordinator')) return [];
  const walled = actor.walls.map(({ questionId }) => questionId);
  return db.$queryRaw`
    SELECT q.reference, q.title FROM bid_keeping k JOIN bid b ON b.id = k.bid_id JOIN question q ON q.id = b.question_id
    WHERE b.lead_id = ${personId}::uuid AND k.contact AND k.kept_at IS NOT NULL AND k.withdrawn_at IS NULL
      AND q.id <> ALL(${walled}::uuid[])
    ORDER BY k.kept_at DESC`;
}
