import { pool } from '~/platform/db.server';
import { signingPublicKey } from '~/platform/vault.server';

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
}

const BATCH = 2000;

/** The trail as JSON lines: a header, then every chained fact in order. `scripts/verify-audit.mjs` reads it. */
export async function* exportTrail(): AsyncGenerator<string> {
  const unsealed = await pool().query<{ count: string }>('SELECT count(*) FROM fact WHERE position IS NULL');
  const header = {
    format: 'soundings-audit-1',
    publicKey: signingPublicKey(),
    unsealed: Number(unsealed.rows[0]?.count),
  };
  yield JSON.stringify(header);
  for (let after = '0'; ;) {
    const { rows } = await pool().query<Row>(
      'SELECT * FROM fact WHERE position > $1 ORDER BY position LIMIT $2',
      [after, BATCH],
    );
    for (const row of rows) yield JSON.stringify(asLine(row));
    const last = rows.at(-1);
    if (!last) return;
    after = last.position;
  }
}

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
