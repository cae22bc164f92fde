import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeDataFolder } from '~/platform/embedded-postgres/cluster.server';
import { env, httpAddress } from '~/platform/env.server';
import { keepRunning, type KeptChild } from './children';
import { prepareInstallation, type Installation } from './installation';
import { keepPostgres, type KeptPostgres } from './kept-postgres';
import { endLeftovers, recordRun, type RunRecord } from './leftovers';

export class CannotStart extends Error {}

/** `npm start` after everything is installed and built: runs until it is told to stop. */
export async function supervise(wish: { empty: boolean }): Promise<void> {
  const stop = untilSignalled();
  makeDataFolder(env.SOUNDINGS_DATA);
  await endLeftovers(env.SOUNDINGS_DATA);
  const record = recordRun(env.SOUNDINGS_DATA);
  record.add('supervisor', process.pid);
  let postgres: KeptPostgres | undefined;
  let children: KeptChild[] = [];
  try {
    if (!(await portIsFree()))
      throw new CannotStart(`Port ${env.PORT} is taken by another program. Set PORT to a free one.`);
    if (!env.DATABASE_URL) postgres = await keepPostgres(env.SOUNDINGS_DATA, env.SOUNDINGS_DATABASE_PORT);
    const url = env.DATABASE_URL ?? postgres?.url ?? '';
    const installation = await prepareInstallation(url, { ...wish, loopback: isLoopback(env.HOST) });
    children = startChildren(url, installation, record);
    if (await Promise.race([untilHealthy(), stop.then(() => false)])) announce(installation);
    await stop;
    console.log('Stopping…');
  } finally {
    await Promise.all(children.map((child) => child.stop()));
    await postgres?.stop();
    record.clear();
  }
}

function startChildren(url: string, { demonstration }: Installation, record: RunRecord): KeptChild[] {
  const variables = {
    DATABASE_URL: url,
    NODE_ENV: 'production',
    SOUNDINGS_DEMONSTRATION: demonstration ? '1' : '0',
  };
  return [
    keepRunning({ role: 'web', file: 'build/processes/web.js', variables }, record),
    keepRunning({ role: 'jobs', file: 'build/processes/jobs.js', variables }, record),
  ];
}

async function untilHealthy(): Promise<boolean> {
  const host = env.HOST === '0.0.0.0' || env.HOST === '::' ? '127.0.0.1' : env.HOST;
  const headers = { host: new URL(env.SOUNDINGS_BASE_URL).host };
  for (;;) {
    try {
      const answer = await fetch(`${httpAddress(host, env.PORT)}/health`, { headers });
      if (answer.ok) return true;
    } catch {
      // Not listening yet.
    }
    await sleep(50);
  }
}

function announce({ demonstration, accounts }: Installation): void {
  console.log(`\nSoundings is ready: ${env.SOUNDINGS_BASE_URL}\n`);
  if (!demonstration) return;
  console.log(
    'This is a demonstration: its people and figures are invented, and anybody on this machine may enter it.',
  );
  if (accounts.length === 0) return;
  console.log(`Enter by one click at ${env.SOUNDINGS_BASE_URL}/sign-in, for example as:`);
  for (const { name, title, parts } of accounts)
    console.log(`  ${name.padEnd(22)} ${title.padEnd(52)} ${parts}`);
  console.log('');
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function portIsFree(): Promise<boolean> {
  return new Promise((settle) => {
    const server = createServer();
    server.once('error', () => settle(false));
    server.listen(env.PORT, env.HOST, () => server.close(() => settle(true)));
  });
}

/** A terminal and npm may both deliver the same Ctrl-C: repeats are heard and ignored. */
function untilSignalled(): Promise<void> {
  return new Promise((settle) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => settle());
  });
}
