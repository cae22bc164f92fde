import type { Db } from '~/platform/db.server';
import type { Prisma } from '~/platform/generated/prisma/client';

export type LoadedTerm = Prisma.TermGetPayload<{ include: typeof NEEDED }>;

const NEEDED = {
  versions: { select: { number: true }, orderBy: { number: 'desc' }, take: 1 },
} satisfies Prisma.TermInclude;

/** The term, locked so that two coordinators cannot both write the next version. */
export async function lockedTerm(tx: Db, reference: string): Promise<LoadedTerm | null> {
  await tx.$queryRaw`SELECT id FROM term WHERE reference = ${reference} FOR UPDATE`;
  return tx.term.findUnique({ where: { reference }, include: NEEDED });
}
