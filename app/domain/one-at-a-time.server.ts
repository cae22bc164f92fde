import type { Db } from '~/platform/db.server';

/**
 * Waits, until the transaction ends, for every other that names the same: for what is judged by rows that are not
 * there yet, so that there is none to lock. What is judged is read after it, in a statement of its own.
 */
export async function oneAtATime(tx: Db, what: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${what}, 0))`;
}
