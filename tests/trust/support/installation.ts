import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findHome } from '~/platform/embedded-postgres/home.server';
import { isAlive } from '~/platform/embedded-postgres/process.server';
import { stopPostgres } from '~/platform/embedded-postgres/start.server';

const READY_MS = 120_000;

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const bound = probe.address();
      probe.close(() => done(typeof bound === 'object' && bound ? bound.port : 0));
    });
  });

/** A whole installation as `npm start -- --empty` makes it, in a data folder of its own, to be killed and started. */
export class Installation {
  private child: ChildProcess | undefined;
  private said = '';

  private constructor(
    readonly dataFolder: string,
    private readonly port: number,
    private readonly databasePort: number,
  ) {}

  static async in(dataFolder: string): Promise<Installation> {
    return new Installation(dataFolder, await freePort(), await freePort());
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it and waits until it answers; milliseconds that took. */
  async start(): Promise<number> {
    const began = performance.now();
    this.child = spawn(process.execPath, [resolve('scripts/start.mjs'), '--empty'], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PORT: String(this.port),
        SOUNDINGS_DATABASE_PORT: String(this.databasePort),
        SOUNDINGS_DATA: this.dataFolder,
        DATABASE_URL: '',
        LOG_LEVEL: 'warn',
      },
    });
    const keep = (chunk: Buffer) => (this.said = (this.said + chunk.toString()).slice(-20_000));
    this.child.stdout?.on('data', keep);
    this.child.stderr?.on('data', keep);
    while (!(await this.isHealthy())) {
      if (this.child.exitCode !== null || performance.now() - began > READY_MS)
        throw new Error(`the installation did not start:\n${this.said.slice(-4_000)}`);
      await sleep(50);
    }
    return performance.now() - began;
  }

  /** SIGKILL to every process of it at once: supervisor, web, jobs, PostgreSQL and its sessions. */
  async kill(): Promise<number> {
    const roots = [this.child?.pid, this.postmaster()].filter((pid) => pid !== undefined);
    const all = withDescendants(roots);
    for (const pid of all) killHard(pid);
    while (all.some(isAlive)) await sleep(10);
    return all.length;
  }

  async stop(): Promise<void> {
    const postmaster = this.postmaster();
    if (this.child?.pid && isAlive(this.child.pid)) {
      this.child.kill('SIGTERM');
      for (let waited = 0; isAlive(this.child.pid) && waited < 20_000; waited += 50) await sleep(50);
    }
    if (postmaster !== undefined && isAlive(postmaster)) await stopPostgres(postmaster);
    const left = withDescendants([this.child?.pid].filter((pid) => pid !== undefined));
    for (const pid of left) if (isAlive(pid)) killHard(pid);
  }

  private async isHealthy(): Promise<boolean> {
    const answer = await fetch(`${this.address}/health`).catch(() => null);
    return answer?.ok ?? false;
  }

  private postmaster(): number | undefined {
    try {
      const file = join(findHome(this.dataFolder).cluster, 'postmaster.pid');
      return Number(readFileSync(file, 'utf8').split('\n')[0]) || undefined;
    } catch {
      return undefined;
    }
  }
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}

/** These processes and all that they started, by the parents that the system's table names. */
function withDescendants(roots: number[]): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
      parents.set(Number(name), Number(fields?.[1]));
    } catch {
      // It ended while we looked.
    }
  }
  const found = new Set(roots);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const [pid, parent] of parents) if (found.has(parent)) found.add(pid);
  }
  return [...found];
}
