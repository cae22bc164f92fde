import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmptyDatabase, type TestDatabase } from '../../../tests/support/database-server';
import {
  applyMigrations,
  isMigrated,
  MigrationsDisagree,
  readMigrations,
  type Migration,
} from './apply.server';

const migration = (name: string, sql: string): Migration => ({
  name,
  sql,
  checksum: `${sql.length} of ${name}`,
});
const SHELF = migration('1_shelf', 'CREATE TABLE shelf (id int); SELECT pg_sleep(0.2)');
const FUNCTION = migration(
  '2_function',
  'CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END; $$',
);
const BROKEN = migration('3_broken', 'CREATE TABLE half (id int);\nSELECT nonsense()');

let made: TestDatabase;
let client: pg.Client;

beforeEach(async () => {
  made = await createEmptyDatabase();
  client = new pg.Client({ connectionString: made.url });
  await client.connect();
}, 60_000);

afterEach(async () => {
  await client.end();
  await made.drop();
});

describe('applyMigrations', () => {
  it('applies each once when several processes start together', async () => {
    const applied = await Promise.all(
      Array.from({ length: 5 }, () => applyMigrations(made.url, [SHELF, FUNCTION])),
    );
    expect(applied.flat().sort()).toEqual(['1_shelf', '2_function']);
    const { rows } = await client.query('SELECT migration_name FROM _prisma_migrations ORDER BY 1');
    expect(rows).toEqual([{ migration_name: '1_shelf' }, { migration_name: '2_function' }]);
  });

  it('leaves nothing of a migration that fails, and takes its mended form later', async () => {
    await expect(applyMigrations(made.url, [SHELF, BROKEN])).rejects.toThrow(
      '3_broken failed at line 2: function nonsense()',
    );
    const { rows } = await client.query("SELECT to_regclass('half') AS half, to_regclass('shelf') AS shelf");
    expect(rows).toEqual([{ half: null, shelf: 'shelf' }]);
    const mended = migration('3_broken', 'CREATE TABLE half (id int)');
    expect(await applyMigrations(made.url, [SHELF, mended])).toEqual(['3_broken']);
  });

  it('refuses a migration that was changed after it had been applied', async () => {
    await applyMigrations(made.url, [SHELF]);
    const changed = { ...SHELF, checksum: 'another' };
    await expect(applyMigrations(made.url, [changed, FUNCTION])).rejects.toThrow(MigrationsDisagree);
    await expect(applyMigrations(made.url, [changed, FUNCTION])).rejects.toThrow('1_shelf was changed');
  });

  it('refuses a database that is newer than the code', async () => {
    await applyMigrations(made.url, [SHELF, FUNCTION]);
    await expect(applyMigrations(made.url, [SHELF])).rejects.toThrow('it has 2_function');
  });

  it('refuses a database in which another tool left a migration half done', async () => {
    await applyMigrations(made.url, [SHELF]);
    await client.query("UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '1_shelf'");
    await expect(applyMigrations(made.url, [SHELF])).rejects.toThrow('1_shelf failed halfway');
  });

  it('makes tables in public even where a schema is called as the role', async () => {
    await client.query('CREATE SCHEMA postgres');
    await applyMigrations(made.url, [SHELF]);
    const { rows } = await client.query("SELECT schemaname FROM pg_tables WHERE tablename = 'shelf'");
    expect(rows).toEqual([{ schemaname: 'public' }]);
  });

  it('applies all of the product to an empty database', async () => {
    const all = readMigrations();
    await applyMigrations(made.url, all);
    expect(await isMigrated(client, all)).toBe(true);
    expect(await isMigrated(client, [...all, BROKEN])).toBe(false);
  });
});
