import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { passwordFile, SUPERUSER } from './address.server';
import { NoPlaceForPostgres, type Home } from './home.server';
import { BARE_ENVIRONMENT } from './process.server';

/** Makes the data folder and, once, the database cluster in it; gives the password. */
export function prepareCluster(dataFolder: string, home: Home, durable: boolean): string {
  const password = ensurePassword(dataFolder);
  if (!existsSync(join(home.cluster, 'PG_VERSION'))) initialise(home, password, durable);
  return password;
}

export function makeDataFolder(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true });
    const probe = join(dataFolder, `.writable-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new NoPlaceForPostgres(
      `The data folder ${dataFolder} cannot be written: ${(error as Error).message}. Set SOUNDINGS_DATA to another.`,
    );
  }
}

function ensurePassword(dataFolder: string): string {
  const file = passwordFile(dataFolder);
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** A folder without PG_VERSION is what an interrupted initdb leaves: it holds nothing that was ever used. */
function initialise({ binaries, cluster, account }: Home, password: string, durable: boolean): void {
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(cluster)) rmSync(join(cluster, name), { recursive: true });
  const secret = `${cluster}.initial`;
  writeFileSync(secret, password, { mode: 0o600 });
  if (account) chownSync(secret, account.uid, account.gid);
  chmodSync(cluster, 0o700);
  const options = [
    `--pgdata=${cluster}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${secret}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    ...(durable ? [] : ['--no-sync']),
  ];
  const made = spawnSync(join(binaries, 'initdb'), options, {
    encoding: 'utf8',
    cwd: '/',
    env: BARE_ENVIRONMENT,
    ...(account && { uid: account.uid, gid: account.gid }),
  });
  rmSync(secret, { force: true });
  if (made.status === 0) return;
  const reason = made.error?.message ?? made.stderr;
  throw new NoPlaceForPostgres(`The database folder ${cluster} could not be made.\n${reason}`);
}
