import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive } from '~/platform/embedded-postgres/process.server';
import { AlreadyRunning, endLeftovers, recordRun } from './leftovers';

let folder: string;
let stray: ChildProcess;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'soundings-run-'));
  stray = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
});

afterEach(() => {
  stray.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const strayPid = () => stray.pid ?? 0;

describe('endLeftovers', () => {
  it('ends what a dead supervisor left', async () => {
    recordRun(folder).add('web', strayPid());
    expect(await endLeftovers(folder)).toBe(1);
    expect(isAlive(strayPid())).toBe(false);
  });

  it('spares a stranger who was given the same number later', async () => {
    recordRun(folder).add('web', strayPid());
    const file = join(folder, 'run.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"startedAt":"[^"]*"/, '"startedAt":"1"'));
    expect(await endLeftovers(folder)).toBe(0);
    expect(isAlive(strayPid())).toBe(true);
  });

  it('refuses beside a supervisor that lives, and ends nothing of its', async () => {
    const record = recordRun(folder);
    record.add('supervisor', process.pid);
    record.add('web', strayPid());
    await expect(endLeftovers(folder)).rejects.toThrow(AlreadyRunning);
    expect(isAlive(strayPid())).toBe(true);
  });

  it.each(['', '{', 'null', '{"role":"web"}'])('takes an unreadable record (%s) as none', async (text) => {
    writeFileSync(join(folder, 'run.json'), text);
    expect(await endLeftovers(folder)).toBe(0);
  });
});

it('forgets a child that ended, and everything in the end', () => {
  const record = recordRun(folder);
  record.add('web', strayPid());
  record.remove(strayPid());
  expect(readFileSync(join(folder, 'run.json'), 'utf8')).toBe('[]');
  record.clear();
  expect(existsSync(join(folder, 'run.json'))).toBe(false);
});
