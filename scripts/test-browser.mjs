// Finds a Chromium for the journeys: one without windows first, which takes a third less time, else any that is there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const HEADLESS = ['chromium-headless-shell'];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const INSTALL_MS = 120_000;

/** Gives the path of a browser that answers, or ends with what to do. */
export async function findBrowser() {
  return (
    works(process.env.SOUNDINGS_CHROMIUM) ??
    inSystem(HEADLESS) ??
    fromDebian() ??
    inSystem(NAMES) ??
    (await playwrights()) ??
    (await downloaded()) ??
    fail()
  );
}

function works(path) {
  if (!path || !existsSync(path)) return undefined;
  return spawnSync(path, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0 ? path : undefined;
}

function inSystem(names) {
  for (const name of names) {
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
  console.log('Installing the package chromium-headless-shell…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quietly = { stdio: 'ignore', timeout: INSTALL_MS, env };
  spawnSync('apt-get', ['update', '-qq'], quietly);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...HEADLESS], quietly);
  return inSystem(HEADLESS);
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
