import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from './env.server';

const folder = (): string => join(env.SOUNDINGS_DATA, 'files');
const NAME = /^[0-9a-f]{32}$/;

function placeOf(storedAs: string): string {
  if (!NAME.test(storedAs)) throw new Error('not a name that the file store gave');
  return join(folder(), storedAs);
}

/**
 * Keeps bytes under a random name: written apart, flushed, renamed, and the folder flushed, so that a row
 * that names the file never commits before the file is whole. A row that fails leaves an orphan to sweep.
 */
export async function keepFile(
  bytes: Uint8Array,
): Promise<{ storedAs: string; sha256: Uint8Array<ArrayBuffer> }> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const storedAs = randomBytes(16).toString('hex');
  const partial = `${placeOf(storedAs)}.partial`;
  const handle = await open(partial, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(partial, placeOf(storedAs));
  const directory = await open(folder(), 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
  return { storedAs, sha256: new Uint8Array(createHash('sha256').update(bytes).digest()) };
}

export const readKeptFile = (storedAs: string): Promise<Buffer> => readFile(placeOf(storedAs));

/** Removes files older than an hour that no row names; returns how many. */
export async function sweepFiles(named: ReadonlySet<string>, now: number): Promise<number> {
  const HOUR_MS = 60 * 60 * 1000;
  const names = await readdir(folder()).catch(() => []);
  let removed = 0;
  for (const name of names) {
    if (named.has(name)) continue;
    const { mtimeMs } = await stat(join(folder(), name));
    if (now - mtimeMs < HOUR_MS) continue;
    await rm(join(folder(), name), { force: true });
    removed += 1;
  }
  return removed;
}
