import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { isAlive, startedAt } from '~/platform/embedded-postgres/process.server';

const recorded = z.object({
  role: z.string(),
  pid: z.number().int().positive(),
  startedAt: z.string().min(1),
});
type Recorded = z.output<typeof recorded>;

/** Who runs in a data folder, so that a start after a crash ends what the crash left, and nothing else. */
export type RunRecord = {
  add: (role: string, pid: number) => void;
  remove: (pid: number) => void;
  clear: () => void;
};

export class AlreadyRunning extends Error {}

/** Ends the children of a supervisor that died. A number and a start time together belong to one process only. */
export async function endLeftovers(dataFolder: string): Promise<number> {
  const living = read(dataFolder).filter((one) => isAlive(one.pid) && startedAt(one.pid) === one.startedAt);
  const supervisor = living.find((one) => one.role === 'supervisor');
  if (supervisor) {
    throw new AlreadyRunning(
      `Soundings is already running with this data folder (process ${supervisor.pid}).`,
    );
  }
  for (const { pid } of living) process.kill(pid, 'SIGTERM');
  const deadline = performance.now() + 10_000;
  while (living.some(({ pid }) => isAlive(pid)) && performance.now() < deadline) await sleep(50);
  for (const { pid } of living) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  return living.length;
}

export function recordRun(dataFolder: string): RunRecord {
  let running: Recorded[] = [];
  const file = fileIn(dataFolder);
  const save = () => {
    writeFileSync(`${file}.new`, JSON.stringify(running), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  return {
    add(role, pid) {
      running.push({ role, pid, startedAt: startedAt(pid) });
      save();
    },
    remove(pid) {
      running = running.filter((one) => one.pid !== pid);
      save();
    },
    clear: () => rmSync(file, { force: true }),
  };
}

function read(dataFolder: string): Recorded[] {
  if (!existsSync(fileIn(dataFolder))) return [];
  try {
    return z.array(recorded).parse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')));
  } catch {
    return [];
  }
}

function fileIn(dataFolder: string): string {
  return join(dataFolder, 'run.json');
}
