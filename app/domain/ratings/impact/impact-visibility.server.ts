import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { readsPublished } from '../../knowledge/finding-policy';

/** The impact records that an actor may know of, as a Prisma filter. Says the same as `impactsVisibleSql`. */
export const impactsVisibleTo = (actor: Actor): Prisma.ImpactRecordWhereInput =>
  readsPublished(actor) ? {} : { releasedAt: { not: null }, finding: { releasedAt: { not: null } } };

/** The same as SQL, for a table of impact records under this alias. What leads to a hidden finding is hidden. */
export function impactsVisibleSql(actor: Actor, alias = 'i'): Prisma.Sql {
  if (readsPublished(actor)) return Prisma.sql`TRUE`;
  const i = Prisma.raw(alias);
  return Prisma.sql`(${i}.released_at IS NOT NULL AND EXISTS (
    SELECT FROM finding shown WHERE shown.id = ${i}.finding_id AND shown.released_at IS NOT NULL))`;
}
