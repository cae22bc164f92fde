import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Served {
  address: string;
  dataFolder: string;
  /** What the processes logged so far. */
  log: () => string;
  stop: () => Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const bound = probe.address();
      const port = typeof bound === 'object' && bound ? bound.port : 0;
      probe.close(() => done(port));
    });
  });

/** The built app on a port of its own against the given database, with or without the jobs process. */
export async function serve(
  databaseUrl: string,
  over: { jobs?: boolean; web?: string; env?: Record<string, string> } = {},
): Promise<Served> {
  const port = await freePort();
  const dataFolder = mkdtempSync(join(tmpdir(), 'soundings-journey-'));
  const address = `http://127.0.0.1:${port}`;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    SOUNDINGS_DATA: dataFolder,
    SOUNDINGS_BASE_URL: address,
    SOUNDINGS_DEMONSTRATION: '1',
    LOG_LEVEL: 'info',
    ...over.env,
  };
  let log = '';
  const start = (entry: string): ChildProcess => {
    const child = spawn(process.execPath, /\.tsx?$/.test(entry) ? ['--import', 'tsx', entry] : [entry], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (chunk: Buffer) => (log = (log + chunk.toString()).slice(-400_000));
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    return child;
  };
  const children = [
    start(over.web ?? 'build/processes/web.js'),
    ...(over.jobs === false ? [] : [start('build/processes/jobs.js')]),
  ];
  const stop = async () => {
    await Promise.all(children.map(ended));
    rmSync(dataFolder, { recursive: true, force: true });
  };
  try {
    await untilHealthy(address, () => log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, dataFolder, log: () => log, stop };
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    const force = setTimeout(() => child.kill('SIGKILL'), 5_000);
    child.once('exit', () => {
      clearTimeout(force);
      done();
    });
    child.kill('SIGTERM');
  });
}

async function untilHealthy(address: string, log: () => string): Promise<void> {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    const answer = await fetch(`${address}/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((wake) => setTimeout(wake, 150));
  }
  throw new Error(`the app did not become healthy:\n${log().slice(-4_000)}`);
}
