import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '~/platform/log.server';
import type { RunRecord } from './leftovers';

export type ChildPlan = { role: string; file: string; variables: Record<string, string> };
export type KeptChild = { readonly pid: number | undefined; stop: () => Promise<void> };

/** Prisma sends the statements of a transaction without waiting between them, which pg 8 queues and grumbles at. */
export const NODE_OPTIONS = ['--disable-warning=DeprecationWarning'];

const FIRST_PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 30_000;
/** A child that lived this long was well; the next pause starts short again. */
const WELL_AFTER_MS = 30_000;

/** Keeps one process running: when it dies another is started, after a pause that grows while it keeps dying. */
export function keepRunning(plan: ChildPlan, record: RunRecord): KeptChild {
  let child: ChildProcess | undefined;
  let stopping = false;
  let pause = FIRST_PAUSE_MS;

  const start = () => {
    const born = performance.now();
    child = startChild(plan);
    const { pid } = child;
    if (pid) record.add(plan.role, pid);
    child.once('exit', (code, signal) => {
      if (pid) record.remove(pid);
      if (stopping) return;
      log.warn('child-ended', { role: plan.role, code, signal, restartInMs: pause });
      if (performance.now() - born > WELL_AFTER_MS) pause = FIRST_PAUSE_MS;
      setTimeout(() => !stopping && start(), pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    });
  };
  start();
  return {
    get pid() {
      return child?.pid;
    },
    async stop() {
      stopping = true;
      await end(child);
    },
  };
}

/** The channel of a fork is what tells the child that its supervisor is gone. */
function startChild({ file, variables }: ChildPlan): ChildProcess {
  return fork(file, [], {
    execArgv: ['--enable-source-maps', ...NODE_OPTIONS],
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

async function end(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((settle) => child.once('exit', settle));
  child.kill('SIGTERM');
  const late = await Promise.race([ended, sleep(12_000, 'late', { ref: false })]);
  if (late === 'late') child.kill('SIGKILL');
  await ended;
}
