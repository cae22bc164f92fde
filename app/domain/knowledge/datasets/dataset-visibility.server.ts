import { Prisma } from '~/platform/generated/prisma/client';
import { hasRole, isMember, type Actor } from '../../actor';
import { readsPublished } from '../finding-policy';

/** The datasets that an actor may know of, as a condition on `d`. Says the same as `maySeeDataset`. */
export function datasetsVisibleSql(actor: Actor): Prisma.Sql {
  if (!isMember(actor)) return Prisma.sql`FALSE`;
  if (hasRole(actor, 'coordinator')) return Prisma.sql`TRUE`;
  const own = Prisma.sql`${actor.id}::uuid IN (d.owner_id, d.created_by_id)`;
  return readsPublished(actor)
    ? Prisma.sql`(d.confirmed_at IS NOT NULL OR ${own})`
    : Prisma.sql`(d.confirmed_at IS NULL AND ${own})`;
}
