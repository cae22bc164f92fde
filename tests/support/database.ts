import { afterAll, beforeAll } from 'vitest';
import { connectTo, database, disconnect, pool } from '~/platform/db.server';
import { createTestDatabase, type TestDatabase } from './database-server';

/**
 * Gives the test file a database of its own; call it at the top of the file. Everything that asks
 * `database()` or `pool()` in this file gets the same one.
 */
export function useDatabase(): { readonly db: ReturnType<typeof database>; readonly url: string } {
  let made: TestDatabase | undefined;
  beforeAll(async () => {
    made = await createTestDatabase();
    await connectTo(made.url);
  }, 120_000);
  afterAll(async () => {
    await disconnect();
    await made?.drop();
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
