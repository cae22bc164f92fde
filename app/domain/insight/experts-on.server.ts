import type { Db } from '~/platform/db.server';
import { isMember, type Actor } from '../actor';
import { heldAtSql } from './on-day/held-then.server';

/** How many listed experts work on a term, now or just before an instant; null for those outside the network. */
export async function countExpertsOn(
  db: Db,
  actor: Actor,
  { id, until }: { id: string; until: Date | null },
): Promise<number | null> {
  if (!isMember(actor)) return null;
  const [row] = await db.$queryRaw<{ experts: number }[]>`
    SELECT count(*)::int AS experts FROM expert_span s
    WHERE s.term_ids && ARRAY(SELECT t.id FROM term t WHERE t.id = ${id}::uuid OR t.parent_id = ${id}::uuid)
      AND ${heldAtSql('s', until)}`;
  return row?.experts ?? 0;
}
