// Builds the pages for the browser and the server, and the processes, unless nothing they are made of has changed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isFresh, remember } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = [
  'app',
  'server',
  'public',
  'prisma/schema.prisma',
  'prisma/models',
  'vite.config.ts',
  'package-lock.json',
];

export async function build() {
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
  await bundleProcesses();
  remember('build', SOURCES);
}

/** One file each instead of two thousand to translate at every start: they answer in a second, not in five. */
async function bundleProcesses() {
  const { build: bundle } = await import('esbuild');
  await bundle({
    absWorkingDir: root,
    entryPoints: ['server/web.ts', 'server/jobs.ts'],
    outdir: 'build/processes',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    alias: { '~': resolve(root, 'app') },
    sourcemap: true,
    logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
