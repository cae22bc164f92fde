import { Prisma } from '~/platform/generated/prisma/client';
import { pool } from '~/platform/db.server';
import { signingPublicKey } from '~/platform/vault.server';
import { withheldSql } from './withheld.server';

interface Row {
  id: string;
  name: string;
  command: string;
  actor_id: string | null;
  noun: string;
  noun_id: string;
  at: Date;
  data: unknown;
  commitment: Buffer | null;
  hash: Buffer;
  position: string;
  chain: Buffer;
  withheld: boolean;
}

const BATCH = 2000;

/**
 * The trail as JSON lines: a header, then every chained fact in order. `scripts/verify-audit.mjs` reads it.
 * With `withhold`, facts of undecided competitions are there by their hash alone: the chain still verifies.
 */
export async function* exportTrail({ withhold = false } = {}): AsyncGenerator<string> {
  const unsealed = await pool().query<{ count: string }>('SELECT count(*) FROM fact WHERE position IS NULL');
  const header = {
    format: 'soundings-audit-1',
    publicKey: signingPublicKey(),
    unsealed: Number(unsealed.rows[0]?.count),
  };
  yield JSON.stringify(header);
  for (let after = '0'; ;) {
    const batch = Prisma.sql`SELECT f.*, ${withhold ? withheldSql : Prisma.sql`FALSE`} AS withheld
      FROM fact f WHERE f.position > ${after}::bigint ORDER BY f.position LIMIT ${BATCH}`;
    const { rows } = await pool().query<Row>(batch.text, batch.values);
    for (const row of rows) yield JSON.stringify(row.withheld ? asHash(row) : asLine(row));
    const last = rows.at(-1);
    if (!last) return;
    after = last.position;
  }
}

const asHash = (row: Row) => ({
  position: Number(row.position),
  withheld: true,
  hash: row.hash.toString('hex'),
  chain: row.chain.toString('hex'),
});

const asLine = (row: Row) => ({
  position: Number(row.position),
  id: row.id,
  name: row.name,
  command: row.command,
  actorId: row.actor_id,
  noun: row.noun,
  nounId: row.noun_id,
  at: row.at.toISOString(),
  data: row.data,
  commitment: row.commitment?.toString('hex') ?? null,
  hash: row.hash.toString('hex'),
  chain: row.chain.toString('hex'),
});
