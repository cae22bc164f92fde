import { Prisma } from '~/platform/generated/prisma/client';

/** A collection shows what stands or was superseded; what was retracted or folded into another is not in it. */
export function isShownInCollections(alias: string): Prisma.Sql {
  const f = Prisma.raw(alias);
  return Prisma.sql`(${f}.published_at IS NOT NULL AND ${f}.retracted_at IS NULL AND ${f}.merged_into_id IS NULL)`;
}
