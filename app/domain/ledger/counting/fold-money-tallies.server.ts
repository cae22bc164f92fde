import { database } from '~/platform/db.server';

/** A job: what was counted since the last time is added to the sums that the money pages read. */
export async function foldMoneyTallies(): Promise<void> {
  await database().$executeRaw`SELECT soundings.fold_money_tallies()`;
}
