import { afterAll, beforeAll } from 'vitest';
import { connectTo, database, disconnect, pool } from '~/platform/db.server';
import { createTestDatabase, type TestDatabase } from './database-server';

/** Made while the file before is at work; one that nobody takes goes with the server's next clearing. */
let next: Promise<TestDatabase> | undefined;
let taken = 0;

async function takeNext(): Promise<TestDatabase> {
  const made = await (next ?? createTestDatabase());
  taken += 1;
  // A worker that serves one file only never comes here again.
  if (taken > 1) {
    next = createTestDatabase();
    next.catch(() => undefined); // Whoever takes it is told.
  }
  return made;
}

/**
 * Gives the test file a database of its own; call it at the top of the file. Everything that asks
 * `database()` or `pool()` in this file gets the same one.
 */
export function useDatabase(): { readonly db: ReturnType<typeof database>; readonly url: string } {
  let made: TestDatabase | undefined;
  beforeAll(async () => {
    made = await takeNext();
    await connectTo(made.url);
  }, 120_000);
  afterAll(async () => {
    await disconnect();
    void made?.drop().catch(() => undefined);
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
