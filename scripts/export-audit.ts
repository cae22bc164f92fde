import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { exportTrail } from '~/domain/audit/export-trail.server';
import { sealAll } from '~/domain/audit/sealer.server';
import { disconnect } from '~/platform/db.server';
import { startPostgres } from '~/platform/embedded-postgres/start.server';
import { env } from '~/platform/env.server';
import { signingPublicKey } from '~/platform/vault.server';

const path = process.argv[2] ?? join(env.SOUNDINGS_DATA, 'audit', 'export.jsonl');
mkdirSync(dirname(path), { recursive: true });
const postgres = env.DATABASE_URL
  ? undefined
  : await startPostgres({ dataFolder: env.SOUNDINGS_DATA, port: env.SOUNDINGS_DATABASE_PORT });
if (process.argv.includes('--seal')) await sealAll();
const out = createWriteStream(path);
let facts = -1;
for await (const line of exportTrail()) {
  if (!out.write(`${line}\n`)) await once(out, 'drain');
  facts += 1;
}
out.end();
await finished(out);
writeFileSync(join(dirname(path), 'signing-key.pem'), signingPublicKey());
await disconnect();
if (postgres && !postgres.adopted) await postgres.stop();
console.log(`${facts} facts written to ${path}`);
