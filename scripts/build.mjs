// Builds the pages for the browser and the server, unless nothing they are made of has changed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isFresh, remember } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = [
  'app',
  'public',
  'prisma/schema.prisma',
  'prisma/models',
  'vite.config.ts',
  'package-lock.json',
];

export function build() {
  if (existsSync(join(root, 'build/server/index.js')) && isFresh('build', SOURCES)) return;
  console.log('Building…');
  const run = spawnSync(process.execPath, ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (run.status !== 0) {
    process.stderr.write(`${run.stdout}${run.stderr}`);
    throw new Error('The build failed.');
  }
  remember('build', SOURCES);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build();
