// Installs the packages that package-lock.json names, when they are missing or another set is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamps = join(root, 'node_modules/.cache/soundings');

export function install() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (existsSync(installed) && (isFresh('install', ['package-lock.json']) || agrees(installed))) return;
  console.log('Installing packages…');
  // A lock file written where a registry lacks other platforms' packages is too short for `npm ci`.
  if (!npm('ci', 'pipe') && !npm('install', 'inherit'))
    throw new Error('The packages could not be installed.');
  remember('install', ['package-lock.json']);
}

function npm(command, output) {
  const options = ['--no-save', '--include=dev', '--no-audit', '--no-fund'];
  const shell = process.platform === 'win32';
  return (
    spawnSync('npm', [command, ...options], { cwd: root, stdio: ['ignore', output, output], shell })
      .status === 0
  );
}

/** npm's own record of what it installed, compared with what the lock file asks for on this platform. */
function agrees(installed) {
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const same = Object.entries(have).every(([path, { version }]) => want[path]?.version === version);
  const complete = Object.entries(want).every(
    ([path, entry]) => path === '' || entry.optional || entry.peer || have[path],
  );
  if (same && complete) remember('install', ['package-lock.json']);
  return same && complete;
}

export function isFresh(stamp, sources) {
  const file = join(stamps, stamp);
  return existsSync(file) && readFileSync(file, 'utf8') === hashOf(sources);
}

export function remember(stamp, sources) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, stamp), hashOf(sources));
}

function hashOf(sources) {
  const hash = createHash('sha256').update(process.version);
  for (const source of sources)
    for (const file of filesOf(join(root, source))) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function filesOf(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [path];
  return readdirSync(path)
    .filter((name) => name !== 'generated')
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}
