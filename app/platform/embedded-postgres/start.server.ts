import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { addressOf, DATABASE, portFile, recordedPort, ROLE, SUPERUSER } from './address.server';
import { makeDataFolder, prepareCluster } from './cluster.server';
import { findHome, type Home } from './home.server';
import { underLock } from './lock.server';
import { BARE_ENVIRONMENT, commandLine, isAlive } from './process.server';

export type PostgresSettings = {
  dataFolder: string;
  /** Without it the usual port is taken, or any free one where that is busy. */
  port?: number | undefined;
  /** False only for tests: a crash of the machine may then lose the cluster. */
  durable?: boolean;
};

export type RunningPostgres = {
  url: string;
  /** The `postgres` database as superuser, for making and dropping databases. */
  adminUrl: string;
  cluster: string;
  pid: number;
  adopted: boolean;
  stop: () => Promise<void>;
};

/** Of the path of a Unix socket, in bytes, on the strictest system. */
const LONGEST_SOCKET = 103;

export class PostgresDidNotStart extends Error {}

/** Adopts the live server of this data folder, or starts one; safe to call from several processes at once. */
export async function startPostgres(settings: PostgresSettings): Promise<RunningPostgres> {
  const dataFolder = resolve(settings.dataFolder);
  makeDataFolder(dataFolder);
  return underLock(join(dataFolder, 'postgres.lock'), async () => {
    const home = findHome(dataFolder);
    const password = prepareCluster(dataFolder, home, settings.durable ?? true);
    const live = await liveServer(home.cluster);
    const server = live ?? (await launch(dataFolder, home, settings));
    const adminUrl = adminAddress(server, password);
    await untilReady(adminUrl, server.pid, dataFolder);
    await ensureDatabase(adminUrl, password);
    writeFileSync(portFile(dataFolder), String(server.port));
    return {
      url: addressOf({ port: server.port, password }, DATABASE),
      adminUrl,
      cluster: home.cluster,
      pid: server.pid,
      adopted: live !== undefined,
      stop: () => stopPostgres(server.pid),
    };
  });
}

type Server = { pid: number; port: number; socketFolder?: string | undefined };

/** By a socket where there is one: less work than by a port. */
function adminAddress({ port, socketFolder }: Server, password: string): string {
  const address = addressOf({ port, password }, 'postgres', SUPERUSER);
  return socketFolder ? `${address}?host=${encodeURIComponent(socketFolder)}` : address;
}

/** Only what is thrown away after a run has one: the address of an installation should say its port. */
function socketFolderFor({ cluster }: Home, { durable }: PostgresSettings): string | undefined {
  const fits = join(cluster, '.s.PGSQL.00000').length <= LONGEST_SOCKET;
  return durable === false && process.platform !== 'win32' && fits ? cluster : undefined;
}

/** A pid file that outlived its server (or whose number went to a stranger) is removed. */
async function liveServer(cluster: string): Promise<Server | undefined> {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const [pid, , , port] = lines.map(Number);
  if (pid && port && isAlive(pid) && commandLine(pid).includes(cluster))
    return { pid, port, socketFolder: lines[4] };
  rmSync(file, { force: true });
  return undefined;
}

async function launch(dataFolder: string, home: Home, settings: PostgresSettings): Promise<Server> {
  const port = await choosePort(settings.port, recordedPort(dataFolder));
  for (let attempt = 1; ; attempt++) {
    const socketFolder = socketFolderFor(home, settings);
    const pid = spawnServer(dataFolder, home, { port, durable: settings.durable ?? true, socketFolder });
    await sleep(150);
    if (isAlive(pid)) return { pid, port, socketFolder };
    // Sessions of a postmaster that was killed hold its shared memory until they notice.
    if (attempt === 40) throw new PostgresDidNotStart(`PostgreSQL stopped at once.\n${logTail(dataFolder)}`);
    await sleep(250);
  }
}

/** For what is thrown away after a run: nothing is kept through a crash, and nothing is tidied meanwhile. */
const SHORT_LIVED = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  autovacuum: 'off',
};

type Start = { port: number; durable: boolean; socketFolder: string | undefined };

function spawnServer(dataFolder: string, home: Home, { port, durable, socketFolder }: Start): number {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: socketFolder ?? '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    max_connections: 200,
    ...(!durable && SHORT_LIVED),
  };
  const options = Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = openSync(logFile(dataFolder), 'a');
  // Its own process group, so that Ctrl-C reaches the supervisor first and the database last.
  const child = spawn(join(home.binaries, 'postgres'), ['-D', home.cluster, ...options], {
    detached: true,
    cwd: home.cluster,
    env: BARE_ENVIRONMENT,
    stdio: ['ignore', output, output],
    ...(home.account && { uid: home.account.uid, gid: home.account.gid }),
  });
  closeSync(output);
  child.on('error', () => undefined);
  child.unref();
  if (!child.pid) throw new PostgresDidNotStart(`${join(home.binaries, 'postgres')} cannot be run.`);
  return child.pid;
}

async function choosePort(wanted: number | undefined, usual: number): Promise<number> {
  if (await isFree(wanted ?? usual)) return wanted ?? usual;
  if (wanted === undefined) return freePort();
  throw new PostgresDidNotStart(
    `Port ${wanted} is taken by another program. Set SOUNDINGS_DATABASE_PORT to a free port.`,
  );
}

async function isFree(port: number): Promise<boolean> {
  return (await bind(port)) !== undefined;
}

async function freePort(): Promise<number> {
  const port = await bind(0);
  if (port === undefined) throw new PostgresDidNotStart('No free port was found on 127.0.0.1.');
  return port;
}

function bind(port: number): Promise<number | undefined> {
  return new Promise((settle) => {
    const server = createServer();
    server.once('error', () => settle(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => settle(typeof address === 'object' ? address?.port : undefined));
    });
  });
}

/** Recovery after a crash may take a while; a server that ended will never answer. */
async function untilReady(adminUrl: string, pid: number, dataFolder: string): Promise<void> {
  const deadline = performance.now() + 120_000;
  for (;;) {
    const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 2000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (!isAlive(pid) || performance.now() > deadline || (error as { code?: string }).code === '28P01') {
        throw new PostgresDidNotStart(
          `PostgreSQL does not answer (${(error as Error).message}).\n${logTail(dataFolder)}`,
        );
      }
      await sleep(50);
    }
  }
}

async function ensureDatabase(adminUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [ROLE]);
    const literal = client.escapeLiteral(password);
    if (!role.rowCount) await client.query(`CREATE ROLE ${ROLE} LOGIN CREATEDB PASSWORD ${literal}`);
    // Without the grant only a superuser may write the flag that marks a demonstration or a test.
    await client.query(`GRANT SET ON PARAMETER "soundings.kind" TO ${ROLE}`);
    const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (!database.rowCount) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${ROLE}`);
  } finally {
    await client.end();
  }
}

/** SIGINT is PostgreSQL's fast shutdown: sessions end, everything is written, nothing is left to recover. */
export async function stopPostgres(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  const deadline = performance.now() + 30_000;
  while (isAlive(pid) && performance.now() < deadline) await sleep(25);
}

function logFile(dataFolder: string): string {
  return join(dataFolder, 'postgres.log');
}

function logTail(dataFolder: string): string {
  const lines = existsSync(logFile(dataFolder))
    ? readFileSync(logFile(dataFolder), 'utf8').trim().split('\n')
    : [];
  return [...lines.slice(-8), `The whole log is in ${logFile(dataFolder)}`].join('\n');
}
