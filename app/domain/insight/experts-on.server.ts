import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
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
    SELECT (${expertsOnSql(Prisma.sql`${id}::uuid`, until)}) AS experts`;
  return row?.experts ?? 0;
}

/** As one figure in a statement. */
export const expertsOnSql = (term: Prisma.Sql, until: Date | Prisma.Sql | null): Prisma.Sql => Prisma.sql`
  SELECT count(*)::int FROM expert_span s
  WHERE s.term_ids && ARRAY(SELECT t.id FROM term t WHERE t.id = ${term} OR t.parent_id = ${term})
    AND ${heldAtSql('s', until)}`;
