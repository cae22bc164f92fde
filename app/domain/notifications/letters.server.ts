import type { TaskList } from 'graphile-worker';
import type { PoolClient } from 'pg';
import { pool } from '~/platform/db.server';
import { mailIsConfigured, sendLetter } from '~/platform/mail.server';

const BATCH = 100;

/**
 * Hands waiting letters to jobs, one a letter, in one transaction; without SMTP settings they are kept.
 * Returns how many it took.
 */
export async function dispatchLetters(client: PoolClient): Promise<number> {
  const column = mailIsConfigured() ? 'enqueued_at' : 'kept_at';
  const { rows } = await client.query<{ id: string }>(
    `UPDATE mail SET ${column} = clock_timestamp() WHERE id IN (
       SELECT id FROM mail WHERE enqueued_at IS NULL AND kept_at IS NULL
       ORDER BY queued_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
     RETURNING id`,
  );
  if (column === 'enqueued_at')
    for (const { id } of rows)
      await client.query(
        `SELECT graphile_worker.add_job('send-letter', json_build_object('mailId', $1::text),
                                        job_key := 'letter:' || $1::text, max_attempts := 25)`,
        [id],
      );
  return rows.length;
}

interface Waiting {
  id: string;
  to_address: string;
  subject: string;
  text: string;
}

/** Sends one letter once: the row stays locked until the server has accepted it and that is recorded. */
async function sendOnce(mailId: string): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<Waiting>(
      'SELECT id, to_address, subject, text FROM mail WHERE id = $1 AND sent_at IS NULL FOR UPDATE SKIP LOCKED',
      [mailId],
    );
    const [letter] = rows;
    if (letter) {
      await sendLetter({ ...letter, toAddress: letter.to_address });
      await client.query(
        'UPDATE mail SET sent_at = clock_timestamp(), attempts = attempts + 1, last_error = NULL WHERE id = $1',
        [mailId],
      );
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    const reason = (error as Error).message.slice(0, 300);
    await client.query('UPDATE mail SET attempts = attempts + 1, last_error = $2 WHERE id = $1', [
      mailId,
      reason,
    ]);
    throw error;
  } finally {
    client.release();
  }
}

export const letterTasks: TaskList = {
  'send-letter': async (payload) => sendOnce((payload as { mailId: string }).mailId),
};
