import type { Db } from '~/platform/db.server';

/** A proposal, locked so that two coordinators decide one after the other. */
export async function lockedProposal(tx: Db, reference: string) {
  await tx.$queryRaw`SELECT id FROM term_proposal WHERE reference = ${reference} FOR UPDATE`;
  return tx.termProposal.findUnique({ where: { reference } });
}
