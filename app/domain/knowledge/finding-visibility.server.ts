import { Prisma } from '~/platform/generated/prisma/client';
import { hasRole, isMember, type Actor } from '../actor';
import { readsPublished } from './finding-policy';

/** The findings that an actor may know of, as a Prisma filter. Says the same as `findingsVisibleSql`. */
export function findingsVisibleTo(actor: Actor): Prisma.FindingWhereInput {
  const ways: Prisma.FindingWhereInput[] = [{ releasedAt: { not: null } }];
  if (readsPublished(actor)) ways.push({ publishedAt: { not: null } });
  if (isMember(actor)) ways.push({ submittedById: actor.id });
  if (hasRole(actor, 'coordinator')) ways.push({ versions: { some: { submittedAt: { not: null } } } });
  return { OR: ways };
}

/** The same as SQL, for a table of findings under this alias. */
export function findingsVisibleSql(actor: Actor, alias = 'f'): Prisma.Sql {
  const f = Prisma.raw(alias);
  const ways = [Prisma.sql`${f}.released_at IS NOT NULL`];
  if (readsPublished(actor)) ways.push(Prisma.sql`${f}.published_at IS NOT NULL`);
  if (isMember(actor)) ways.push(Prisma.sql`${f}.submitted_by_id = ${actor.id}::uuid`);
  if (hasRole(actor, 'coordinator'))
    ways.push(
      Prisma.sql`EXISTS (SELECT FROM finding_version v WHERE v.finding_id = ${f}.id AND v.submitted_at IS NOT NULL)`,
    );
  return Prisma.sql`(${Prisma.join(ways, ' OR ')})`;
}
