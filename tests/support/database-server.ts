import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { connectTo, database, disconnect } from '~/platform/db.server';
import { underLock } from '~/platform/embedded-postgres/lock.server';
import { isAlive } from '~/platform/embedded-postgres/process.server';
import { startPostgres, type RunningPostgres } from '~/platform/embedded-postgres/start.server';
import { applyMigrations, readMigrations } from '~/platform/migrations/apply.server';

const FOLDER = resolve('.cache/test-postgres');
const LEASES = join(FOLDER, 'leases');
const HOUR_MS = 3_600_000;

export type TestDatabase = { url: string; drop: () => Promise<void> };

/** While a process holds a lease the test server is not stopped under it. */
export function holdTestServer(): () => Promise<void> {
  mkdirSync(LEASES, { recursive: true });
  const lease = join(LEASES, String(process.pid));
  writeFileSync(lease, '');
  return async () => {
    await underLock(join(FOLDER, 'leases.lock'), async () => {
      rmSync(lease, { force: true });
      const holders = readdirSync(LEASES).filter((pid) => isAlive(Number(pid)));
      if (holders.length === 0 && existsSync(join(FOLDER, 'postgres'))) await (await testServer()).stop();
    });
  };
}

export function testServer(): Promise<RunningPostgres> {
  return startPostgres({ dataFolder: FOLDER, port: testPort(), durable: false });
}

/** A database of its own, copied from one that holds all migrations and the reference data. */
export function createTestDatabase(): Promise<TestDatabase> {
  return create((client, adminUrl) => ensureTemplate(client, adminUrl));
}

export function createEmptyDatabase(): Promise<TestDatabase> {
  return create(() => Promise.resolve('template1'));
}

type ChooseTemplate = (client: pg.Client, adminUrl: string) => Promise<string>;

async function create(choose: ChooseTemplate): Promise<TestDatabase> {
  const { adminUrl } = await testServer();
  const name = `soundings_test_${Date.now().toString(36)}_${randomBytes(4).toString('hex')}`;
  await asAdmin(adminUrl, async (client) => {
    await client.query(
      `CREATE DATABASE ${name} TEMPLATE ${await choose(client, adminUrl)} STRATEGY file_copy`,
    );
    await client.query(`ALTER DATABASE ${name} SET soundings.kind = 'test'`);
  });
  return {
    url: databaseAt(adminUrl, name),
    drop: () =>
      asAdmin(adminUrl, async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  };
}

function testPort(): number {
  return Number(process.env['SOUNDINGS_TEST_PORT'] ?? 5498);
}

async function ensureTemplate(client: pg.Client, adminUrl: string): Promise<string> {
  const template = `soundings_template_${templateHash()}`;
  if (await exists(client, template)) return template;
  await client.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
  if (!(await exists(client, template))) await buildTemplate(client, adminUrl, template);
  await client.query('SELECT pg_advisory_unlock(hashtext($1))', [template]);
  return template;
}

/** Built under another name first, so that a template that exists is a template that is complete. */
async function buildTemplate(client: pg.Client, adminUrl: string, template: string): Promise<void> {
  await dropOld(client);
  const draft = `${template}_draft`;
  await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${draft}`);
  await client.query(`ALTER DATABASE ${draft} SET soundings.kind = 'test'`);
  const url = databaseAt(adminUrl, draft);
  await applyMigrations(url);
  await loadReference(url);
  await client.query(`COMMENT ON DATABASE ${draft} IS '${Date.now()}'`);
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
}

type ReferenceSeed = { loadReferenceData: (db: ReturnType<typeof database>) => Promise<unknown> };

async function loadReference(url: string): Promise<void> {
  const file = resolve('prisma/seed/reference.ts');
  if (!existsSync(file)) return;
  await connectTo(url);
  const { loadReferenceData } = (await import(/* @vite-ignore */ file)) as ReferenceSeed;
  await loadReferenceData(database());
  await disconnect();
}

async function dropOld(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; made: string | null }>(
    `SELECT datname AS name, shobj_description(oid, 'pg_database') AS made
     FROM pg_database WHERE datname LIKE 'soundings\\_te%'`,
  );
  for (const { name, made } of rows) {
    const [, stamp] = /^soundings_test_([0-9a-z]+)_/.exec(name) ?? [];
    const born = stamp ? parseInt(stamp, 36) : Number(made);
    if (born && Date.now() - born > HOUR_MS)
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }
}

function templateHash(): string {
  const hash = createHash('sha256');
  for (const { name, checksum } of readMigrations()) hash.update(`${name} ${checksum}\n`);
  for (const file of referenceFiles(resolve('prisma/seed'))) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** The demonstration is not part of the template; everything else under the seed folder may be. */
function referenceFiles(path: string): string[] {
  if (!existsSync(path) || path.includes('demonstration')) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => referenceFiles(join(path, name)));
}

async function exists(client: pg.Client, name: string): Promise<boolean> {
  return Boolean((await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).rowCount);
}

async function asAdmin<T>(adminUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function databaseAt(adminUrl: string, name: string): string {
  return adminUrl.replace(/[^/?]+(?=$|\?)/, name);
}
