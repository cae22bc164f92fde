import type { PoolClient } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { connectTo, database, databaseUrl, disconnect, pool } from '~/platform/db.server';
import { type Pristine, pristineOf, resetTo } from './database-reset';
import { createTestDatabase, type TestDatabase } from './database-server';

interface Kept extends TestDatabase {
  pristine: Pristine;
}

/** The database of the file before, as new again: files of one worker come one after another. */
let kept: Kept | undefined;

async function takeDatabase(): Promise<Kept> {
  const again = kept;
  kept = undefined;
  if (again) {
    if (databaseUrl() !== again.url) await connectTo(again.url);
    return again;
  }
  const made = await createTestDatabase();
  await connectTo(made.url);
  return { ...made, pristine: await onOneConnection((client) => pristineOf(client)) };
}

async function giveBack(used: Kept): Promise<void> {
  if (await isAsNew(used)) {
    kept = used;
    return;
  }
  await disconnect();
  void used.drop().catch(() => undefined);
}

/** A file that went over to another database, or left something at work in its own, spoils it for the next. */
async function isAsNew({ url, pristine }: Kept): Promise<boolean> {
  try {
    if (databaseUrl() !== url) return false;
    return await onOneConnection(async (client) => {
      const { rows } = await client.query<{ others: number }>(
        `SELECT count(*)::int AS others FROM pg_stat_activity
         WHERE datname = current_database() AND backend_type = 'client backend'`,
      );
      if ((rows[0]?.others ?? 0) > pool().totalCount) return false;
      return resetTo(pristine, client);
    });
  } catch {
    return false;
  }
}

async function onOneConnection<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool().connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

/**
 * Gives the test file a database of its own; call it at the top of the file. Everything that asks
 * `database()` or `pool()` in this file gets the same one.
 */
export function useDatabase(): { readonly db: ReturnType<typeof database>; readonly url: string } {
  let made: Kept | undefined;
  beforeAll(async () => {
    made = await takeDatabase();
  }, 120_000);
  afterAll(async () => {
    if (made) await giveBack(made);
  });
  return {
    get db() {
      return database();
    },
    get url() {
      if (!made) throw new Error('The database is there from beforeAll on.');
      return made.url;
    },
  };
}

/** Moves the product's clock forward by an SQL interval such as `3 days`. */
export async function moveClock(interval: string): Promise<void> {
  await pool().query('UPDATE soundings.clock SET shift = shift + $1::interval', [interval]);
}
