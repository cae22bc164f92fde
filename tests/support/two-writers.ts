import type { PoolClient } from 'pg';
import { expect, vi } from 'vitest';
import { pool } from '~/platform/db.server';

/** Two transactions at once, of which the second waits for what the first holds and goes on when it commits. */
export async function secondWaits(
  first: (client: PoolClient) => Promise<unknown>,
  second: (client: PoolClient) => Promise<unknown>,
): Promise<void> {
  const [one, two] = [await pool().connect(), await pool().connect()];
  try {
    await one.query('BEGIN');
    await two.query('BEGIN');
    await first(one);
    const waiting = second(two);
    await vi.waitFor(async () => {
      const { rowCount } = await pool().query('SELECT FROM pg_locks WHERE NOT granted');
      expect(rowCount).toBe(1);
    });
    await one.query('COMMIT');
    await waiting;
    await two.query('COMMIT');
  } finally {
    one.release();
    two.release();
  }
}
