import type { Db } from '~/platform/db.server';

/** An import, held until the transaction ends; null when there is none of that reference. */
export async function lockedImport(tx: Db, reference: string) {
  await tx.$queryRaw`SELECT id FROM bibliography_import WHERE reference = ${reference} FOR UPDATE`;
  return tx.bibliographyImport.findUnique({ where: { reference } });
}
