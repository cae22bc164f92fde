import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';

/** Every process of the product starts in its folder. */
export const MIGRATIONS_FOLDER = resolve('prisma/migrations');

/** Any number will do, as long as every process that migrates uses the same. */
const LOCK = 7_246_853_901;

export type Migration = { name: string; sql: string; checksum: string };

export class MigrationsDisagree extends Error {}

export function readMigrations(folder = MIGRATIONS_FOLDER): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Brings a database up to date and gives the names of what was applied. Each migration is one
 * transaction together with its record, so an interrupted one leaves nothing behind. The record is
 * Prisma's own table. Its engine is not used here because its adapter cuts scripts at every semicolon,
 * inside function bodies too.
 */
export async function applyMigrations(url: string, migrations = readMigrations()): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query('SET search_path TO public');
    await refuseConfusingRole(client);
    await client.query(RECORD_TABLE);
    const pending = await unapplied(client, migrations);
    for (const migration of pending) await applyOne(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** The first place PostgreSQL looks for a table is the schema named as the role. */
async function refuseConfusingRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ role: string }>('SELECT current_user AS role');
  if (rows[0]?.role !== 'soundings') return;
  throw new MigrationsDisagree(
    'The database role may not be called soundings, as a schema is. Use another in DATABASE_URL.',
  );
}

/** True when the database holds every migration this code knows of. */
export async function isMigrated(client: pg.ClientBase | pg.Pool, migrations: Migration[]): Promise<boolean> {
  const { rows } = await client.query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const applied = new Set(rows.map((row) => row.migration_name));
  return migrations.every(({ name }) => applied.has(name));
}

type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

async function unapplied(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<Applied>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of rows) {
    const migration = known.get(row.migration_name);
    if (!migration)
      throw new MigrationsDisagree(`The database is newer than this code: it has ${row.migration_name}.`);
    if (!row.finished_at) throw new MigrationsDisagree(`The migration ${row.migration_name} failed halfway.`);
    if (row.checksum !== migration.checksum) {
      throw new MigrationsDisagree(
        `The migration ${row.migration_name} was changed after it had been applied.`,
      );
    }
  }
  const applied = new Set(rows.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !applied.has(name));
}

async function applyOne(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    const { message, position } = error as Error & { position?: string };
    const line = position ? ` at line ${sql.slice(0, Number(position)).split('\n').length}` : '';
    throw new Error(`The migration ${name} failed${line}: ${message}`, { cause: error });
  }
}

const RECORD_TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id varchar(36) PRIMARY KEY,
    checksum varchar(64) NOT NULL,
    finished_at timestamptz,
    migration_name varchar(255) NOT NULL,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0
  )`;
