// Finds a Chromium for the journeys: the system's, Playwright's, else Debian's package, else Playwright's download.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Gives the path of a browser that answers, or ends with what to do. */
export async function findBrowser() {
  return (
    works(process.env.SOUNDINGS_CHROMIUM) ??
    inSystem() ??
    (await playwrights()) ??
    fromDebian() ??
    (await downloaded()) ??
    fail()
  );
}

function works(path) {
  if (!path || !existsSync(path)) return undefined;
  return spawnSync(path, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0 ? path : undefined;
}

function inSystem() {
  for (const name of NAMES) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout?.trim();
    if (works(found)) return found;
  }
  return undefined;
}

async function playwrights() {
  const { chromium } = await import('playwright');
  return works(chromium.executablePath());
}

function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('No browser found; installing the chromium package…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    stdio: 'inherit',
    env,
  });
  return inSystem();
}

async function downloaded() {
  console.log('No browser found; asking Playwright for its own…');
  spawnSync(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'], {
    stdio: 'inherit',
    timeout: 300_000,
  });
  return playwrights();
}

function fail() {
  throw new Error(
    'The journeys need a Chromium and none could be found or installed. Install one, or set SOUNDINGS_CHROMIUM to its path.',
  );
}
