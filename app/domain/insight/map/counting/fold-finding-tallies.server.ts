import { database } from '~/platform/db.server';

/** A job: what was counted since the last time is added to the tallies that the map reads. */
export async function foldFindingTallies(): Promise<void> {
  await database().$executeRaw`SELECT soundings.fold_finding_tallies()`;
}
