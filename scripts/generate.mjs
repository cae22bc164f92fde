// Writes the database client from the schema, unless the schema has not changed since the last time.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { isFresh, remember } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const made = join(root, 'app/platform/generated/prisma/client.ts');

export function generate() {
  const sources = ['prisma/schema.prisma', 'prisma/models', 'package-lock.json'];
  if (existsSync(made) && isFresh('generate', sources)) return;
  const run = spawnSync(process.execPath, ['node_modules/prisma/build/index.js', 'generate', '--no-hints'], {
    cwd: root,
    encoding: 'utf8',
    // Generating needs no schema engine; naming one keeps Prisma from trying to download it.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
  });
  if (run.status !== 0) {
    process.stderr.write(`${run.stdout}${run.stderr}`);
    throw new Error('The database client could not be generated from prisma/.');
  }
  remember('generate', sources);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) generate();
