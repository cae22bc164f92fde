import { setTimeout as wait } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { pool } from '~/platform/db.server';
import { log } from '~/platform/log.server';
import { lastPublishedPosition, publishHead } from './published-heads.server';
import { sealFacts, type Head } from './seal-facts.server';

/** Names the lock that makes one process the sealer: "sound" in ASCII. */
const LEADER_LOCK = 0x73_6f_75_6e_64;
const IDLE_MS = 300;
const AFTER_FAULT_MS = 2000;

/** Seals for as long as it may. Any number of processes may call this; one of them leads. */
export async function startSealer(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await leadUntilLost(signal);
    } catch (error) {
      if (!signal.aborted) log.warn('sealer-lost-its-place', { error });
    }
    await wait(AFTER_FAULT_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function leadUntilLost(signal: AbortSignal): Promise<void> {
  const client = await pool().connect();
  try {
    const { rows } = await client.query<{ led: boolean }>('SELECT pg_try_advisory_lock($1) AS led', [
      LEADER_LOCK,
    ]);
    if (!rows[0]?.led) return;
    await publishMissed(client);
    while (!signal.aborted) {
      const head = await sealFacts(client);
      if (head) await publishHead(head);
      else await wait(IDLE_MS, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    // Ending the connection frees the lock, whatever state it is in.
    client.release(true);
  }
}

/** Chains everything that is committed now; for tests and for scripts that run alone. */
export async function sealAll(): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LEADER_LOCK]);
    for (let head = await sealFacts(client); head; head = await sealFacts(client)) await publishHead(head);
  } finally {
    client.release(true);
  }
}

async function publishMissed(client: PoolClient): Promise<void> {
  const published = await lastPublishedPosition();
  const { rows } = await client.query<{
    position: string;
    chain: Buffer;
    signed_at: Date;
    signature: Buffer;
    key_id: string;
  }>('SELECT * FROM audit_head WHERE position > $1 ORDER BY position', [published.toString()]);
  for (const row of rows) {
    const head: Head = { ...row, position: BigInt(row.position), signedAt: row.signed_at, keyId: row.key_id };
    await publishHead(head);
  }
}
