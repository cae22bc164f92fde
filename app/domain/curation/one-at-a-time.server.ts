import { pool } from '~/platform/db.server';

/** Does the work unless another process is at the same bulk action already; a lost connection frees the lock. */
export async function oneAtATime(reference: string, work: () => Promise<void>): Promise<void> {
  const client = await pool().connect();
  const lock = [`bulk action ${reference}`];
  try {
    const { rows } = await client.query<{ mine: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS mine',
      lock,
    );
    if (!rows[0]?.mine) return;
    try {
      await work();
    } finally {
      await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', lock);
    }
  } finally {
    client.release();
  }
}
