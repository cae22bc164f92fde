import { sealAll } from '~/domain/audit/sealer.server';
import { jobs } from '~/domain/notifications/jobs.server';
import type { SealedFact } from '~/domain/reactions.server';
import { pool } from '~/platform/db.server';

const CURSOR = 'reactions';

/**
 * Does what the jobs process would have done by the evening: chains the facts of the day and tells people. What
 * is long past is told to nobody: inboxes would only fill with what was read.
 */
export async function catchUp({ tells }: { tells: boolean }): Promise<void> {
  await sealAll();
  const { rows: cursor } = await pool().query<{ number: string }>(
    `INSERT INTO dispatcher_cursor (name, number) VALUES ($1, 0)
     ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING number`,
    [CURSOR],
  );
  const { rows: facts } = await pool().query<SealedFact>(
    `SELECT id, position, name, actor_id AS "actorId", noun, noun_id AS "nounId", at, data FROM fact
     WHERE position > $1 ORDER BY position`,
    [cursor[0]?.number ?? 0],
  );
  for (const fact of tells ? facts : [])
    for (const reaction of jobs.reactions) if (reaction.to.has(fact.name)) await reaction.react(fact);
  const last = facts.at(-1);
  if (last)
    await pool().query('UPDATE dispatcher_cursor SET number = $1 WHERE name = $2', [last.position, CURSOR]);
}

/** People have read what is old; letters of the past were written when their notice was, and stay here. */
export async function settleNotices(): Promise<void> {
  await pool().query(
    `UPDATE notice SET read_at = created_at + interval '5 hours' WHERE created_at < soundings.now() - interval '12 days'`,
  );
  await pool().query(
    'UPDATE mail SET queued_at = n.created_at, kept_at = n.created_at FROM notice n WHERE mail.notice_id = n.id',
  );
}
