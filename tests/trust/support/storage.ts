import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { testServer } from '../../support/database-server';
import type { Canaries } from './canaries';

export interface Scan {
  places: number;
  found: string[];
}

/** Every column of every row of every table, as a logical backup would hold it, in one snapshot. */
export async function scanTables(url: string, canaries: Canaries): Promise<Scan & { rows: number }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const found: string[] = [];
    let rows = 0;
    for (const { name } of tables) {
      const { rows: texts } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      rows += texts.length;
      for (const { row } of texts) for (const word of canaries.in(row)) found.push(`${name}: ${word}`);
    }
    return { places: tables.length, rows, found };
  } finally {
    await client.end();
  }
}

/** The files of this database, the write-ahead log and the server's own log, as a copy of the disk would hold them. */
export async function scanFiles(url: string, canaries: Canaries): Promise<Scan & { bytes: number }> {
  const { adminUrl, cluster } = await testServer();
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const name = new URL(url).pathname.slice(1);
  await admin.query('CHECKPOINT');
  const { rows } = await admin.query<{ oid: string }>(
    'SELECT oid::text FROM pg_database WHERE datname = $1',
    [name],
  );
  await admin.end();
  const folders = [join(cluster, 'base', rows[0]?.oid ?? ''), join(cluster, 'pg_wal')];
  const serverLog = join(dirname(cluster), 'postgres.log');
  const files = [...folders.flatMap(filesIn), ...(existsSync(serverLog) ? [serverLog] : [])];
  const found: string[] = [];
  let bytes = 0;
  for (const file of files) {
    const content = readFileSync(file);
    bytes += content.length;
    for (const word of canaries.inBytes(content)) found.push(`${file}: ${word}`);
  }
  return { places: files.length, bytes, found };
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
