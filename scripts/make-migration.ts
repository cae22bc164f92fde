// npm run migration -- --tables     squash: all tables, from nothing to the schema
// npm run migration -- some_name    what is missing between the migrations and the schema
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '~/platform/embedded-postgres/start.server';
import { applyMigrations, MIGRATIONS_FOLDER } from '~/platform/migrations/apply.server';
import { readSchema, sqlTowards } from '~/platform/migrations/diff.server';

const TABLES = '20261122000000_tables';
/** The schema language cannot say all that an index can, so the difference takes such ones for superfluous. */
const DROPPED_INDEX = /-- DropIndex\nDROP INDEX ("[^"]+");\n+/g;
const SCRATCH = { dataFolder: '.cache/migration-postgres', durable: false };

const argument = process.argv[2];
if (argument === '--tables') {
  write(TABLES, await onScratchDatabase((url) => sqlTowards(readSchema('prisma'), url, 'nothing')));
} else if (argument && /^[a-z][a-z0-9_]*$/.test(argument)) {
  const sql = await onScratchDatabase(difference);
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  if (/^(\s*(--.*)?\n?)*$/.test(sql)) console.log('The migrations already lead to this schema.');
  else write(`${stamp}_${argument}`, sql);
} else {
  console.error('Usage: npm run migration -- --tables | name_of_the_change');
  process.exitCode = 2;
}

async function difference(url: string): Promise<string> {
  await applyMigrations(url);
  const sql = await sqlTowards(readSchema('prisma'), url, 'database');
  return sql.replace(DROPPED_INDEX, (_, name: string) => {
    console.log(`Left out: DROP INDEX ${name}. Write it yourself if it is meant.`);
    return '';
  });
}

async function onScratchDatabase(work: (url: string) => Promise<string>): Promise<string> {
  const postgres = await startPostgres(SCRATCH);
  const name = `migration_${process.pid}`;
  const admin = new pg.Client({ connectionString: postgres.adminUrl });
  await admin.connect();
  try {
    await admin.query(`CREATE DATABASE ${name}`);
    return await work(postgres.adminUrl.replace(/[^/?]+(?=$|\?)/, name));
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.end();
    if (!postgres.adopted) await postgres.stop();
  }
}

function write(name: string, sql: string): void {
  const folder = join(MIGRATIONS_FOLDER, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), sql);
  writeFileSync(join(MIGRATIONS_FOLDER, 'migration_lock.toml'), 'provider = "postgresql"\n');
  console.log(`Wrote ${join(folder, 'migration.sql')}`);
}
