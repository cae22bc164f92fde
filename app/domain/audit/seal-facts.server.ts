import type { PoolClient } from 'pg';
import { signBytes } from '~/platform/vault.server';
import { CHAIN_START, chainAfter, headMessage } from './chain.server';

interface Unsealed {
  id: string;
  hash: Buffer;
}

export interface Head {
  position: bigint;
  chain: Uint8Array;
  signedAt: Date;
  signature: Uint8Array;
  keyId: string;
}

const BATCH = 1000;

/**
 * Chains the committed facts that are not in the chain yet, at most a batch, and signs the new head. The
 * caller holds the leader's lock, so nobody else chains meanwhile. Null when there was nothing to do.
 */
export async function sealFacts(client: PoolClient): Promise<Head | null> {
  await client.query('BEGIN');
  try {
    const { rows } = await client.query<Unsealed>(
      'SELECT id, hash FROM fact WHERE position IS NULL ORDER BY number LIMIT $1',
      [BATCH],
    );
    if (rows.length === 0) {
      await client.query('ROLLBACK');
      return null;
    }
    const head = await chainRows(client, rows);
    await client.query('COMMIT');
    return head;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function chainRows(client: PoolClient, rows: Unsealed[]): Promise<Head> {
  const last = await client.query<{ position: string; chain: Buffer }>(
    'SELECT position, chain FROM fact WHERE position IS NOT NULL ORDER BY position DESC LIMIT 1',
  );
  let position = BigInt(last.rows[0]?.position ?? 0);
  let chain: Uint8Array = last.rows[0]?.chain ?? CHAIN_START;
  const positions: string[] = [];
  const chains: Buffer[] = [];
  for (const row of rows) {
    position += 1n;
    chain = chainAfter(chain, row.hash);
    positions.push(position.toString());
    chains.push(Buffer.from(chain));
  }
  await client.query(
    `UPDATE fact SET position = sealed.position, chain = sealed.chain
     FROM unnest($1::uuid[], $2::bigint[], $3::bytea[]) AS sealed(id, position, chain) WHERE fact.id = sealed.id`,
    [rows.map(({ id }) => id), positions, chains],
  );
  const clock = await client.query<{ now: Date }>(
    "SELECT date_trunc('milliseconds', soundings.now()) AS now",
  );
  const signedAt = clock.rows[0]?.now ?? new Date(0);
  const { signature, keyId } = signBytes(headMessage(position, chain, signedAt));
  await client.query(
    'INSERT INTO audit_head (position, chain, signed_at, signature, key_id) VALUES ($1, $2, $3, $4, $5)',
    [position.toString(), Buffer.from(chain), signedAt, Buffer.from(signature), keyId],
  );
  return { position, chain, signedAt, signature, keyId };
}
