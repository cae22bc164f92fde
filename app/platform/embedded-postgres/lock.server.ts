import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './process.server';

/** Runs `work` while no other process of this machine runs under the same lock file. */
export async function underLock<T>(file: string, work: () => Promise<T>, patienceMs = 120_000): Promise<T> {
  const deadline = performance.now() + patienceMs;
  while (!take(file)) {
    if (performance.now() > deadline) throw new Error(`Another process has held ${file} for too long.`);
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    removeIfAbandoned(file);
    return false;
  }
}

/** Renaming first makes sure that of several waiting processes only one removes the dead one's lock. */
function removeIfAbandoned(file: string): void {
  const holder = Number(readOrEmpty(file));
  if (!holder || isAlive(holder)) return;
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = Number(readOrEmpty(aside));
  if (moved === holder) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
