import { database } from '~/platform/db.server';

/** A job: what was added to the frequencies of terms since the last time is counted in. */
export async function foldTermFrequencies(): Promise<void> {
  await database().$executeRaw`SELECT soundings.fold_term_frequencies()`;
}
