import { spawnSync } from 'node:child_process';
import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { exportTrail } from '~/domain/audit/export-trail.server';
import { pool } from '~/platform/db.server';
import { signingPublicKey } from '~/platform/vault.server';

/** What an operator keeps apart from the database: the signed heads and the public key. */
export async function keepApart(folder: string): Promise<void> {
  const { rows } = await pool().query<{
    position: string;
    chain: Buffer;
    signed_at: Date;
    signature: Buffer;
    key_id: string;
  }>('SELECT * FROM audit_head ORDER BY position');
  const heads = rows.map((row) =>
    JSON.stringify({
      position: row.position,
      chain: row.chain.toString('hex'),
      signedAt: row.signed_at.toISOString(),
      signature: row.signature.toString('base64'),
      keyId: row.key_id,
    }),
  );
  writeFileSync(join(folder, 'heads.jsonl'), `${heads.join('\n')}\n`);
  writeFileSync(join(folder, 'key.pem'), signingPublicKey());
}

export interface Verdict {
  whole: boolean;
  words: string;
}

/** Exports the trail as it stands now and lets the verifier judge, which is one file and needs only Node. */
export async function verdictOf(folder: string, withhold = false): Promise<Verdict> {
  const file = join(folder, 'export.jsonl');
  await pipeline(Readable.from(withLineEnds(exportTrail({ withhold }))), createWriteStream(file));
  const args = [file, '--heads', join(folder, 'heads.jsonl'), '--key', join(folder, 'key.pem')];
  const run = spawnSync(process.execPath, ['scripts/verify-audit.mjs', ...args], { encoding: 'utf8' });
  return { whole: run.status === 0, words: run.stdout + run.stderr };
}

async function* withLineEnds(lines: AsyncGenerator<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

/** Somebody who rules the database: no trigger or foreign key stands in their way. */
export async function ruler(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('SET session_replication_role = replica');
  await client.query(
    'CREATE TABLE fact_as_it_was AS TABLE fact; CREATE TABLE head_as_it_was AS TABLE audit_head',
  );
  return client;
}

export async function putBack(client: Client): Promise<void> {
  await client.query('DELETE FROM fact; DELETE FROM audit_head');
  await client.query('INSERT INTO fact SELECT * FROM fact_as_it_was');
  await client.query('INSERT INTO audit_head SELECT * FROM head_as_it_was');
}
