import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { underLock } from './lock.server';
import { startedAt } from './process.server';

const folder = mkdtempSync(join(tmpdir(), 'soundings-lock-'));
const file = join(folder, 'lock');
afterAll(() => rmSync(folder, { recursive: true }));

it('lets one in at a time', async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await sleep(20);
    inside--;
  };
  await Promise.all(Array.from({ length: 6 }, () => underLock(file, work)));
  expect(most).toBe(1);
  expect(existsSync(file)).toBe(false);
});

it('takes over from a holder that died', async () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  writeFileSync(file, String(dead));
  expect(await underLock(file, () => Promise.resolve('in'))).toBe('in');
});

it('opens again after work that failed', async () => {
  const failing = underLock(file, () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(await underLock(file, () => Promise.resolve('in'))).toBe('in');
});

it('gives up on a holder that lives and does not let go', async () => {
  writeFileSync(file, String(process.pid));
  await expect(underLock(file, () => Promise.resolve('in'), 120)).rejects.toThrow('for too long');
  rmSync(file);
});

it('knows when a process started, and that a dead one did not', () => {
  expect(startedAt(process.pid)).not.toBe('');
  expect(startedAt(process.pid)).toBe(startedAt(process.pid));
  expect(startedAt(2 ** 22 + 1)).toBe('');
});
