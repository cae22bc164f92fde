import { createHash } from 'node:crypto';
import pg from 'pg';
import { inParallel } from '../../support/http';
import type { Statement } from './statements';

const CONNECTIONS = 4;

/** Reads from one world what the product read, with no product in between. */
export class Reader {
  private readonly pool: pg.Pool;
  private readonly results = new Map<string, string>();

  constructor(url: string) {
    this.pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
    this.pool.on('error', () => undefined);
  }

  /** Of each statement what comes back, in short. */
  async resultsOf(all: ReadonlyMap<string, Statement>): Promise<ReadonlyMap<string, string>> {
    const missing = [...all].filter(([key]) => !this.results.has(key));
    await inParallel(missing, CONNECTIONS, async ([key, one]) => {
      this.results.set(key, await this.resultOf(one));
    });
    return this.results;
  }

  private async resultOf({ text, values }: Statement): Promise<string> {
    // What a connection may still see is of the cluster and of no world: it moves with every transaction.
    const query = {
      text: text.replace('pg_current_snapshot()::text', "''"),
      values,
      rowMode: 'array',
      types: RAW,
    };
    const rows = await this.pool.query(query).then(
      (result) => result.rows as unknown[],
      (error: pg.DatabaseError) => [`refused: ${error.code ?? error.message}`],
    );
    return createHash('sha1').update(JSON.stringify(rows)).digest('base64');
  }

  /** A digest of each table: its rows as they lie, so that an order nobody asked for counts too. */
  async tables(): Promise<Map<string, string>> {
    const { rows: names } = await this.pool.query<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const { rows } = await this.pool.query<{ name: string; digest: string | null }>(
      names
        .map(({ name }) => `SELECT '${name}' AS name, md5(string_agg(t::text, '|')) AS digest FROM ${name} t`)
        .join(' UNION ALL '),
    );
    return new Map(rows.map(({ name, digest }) => [name, digest ?? '']));
  }

  /** The tables that a statement reads, those of its views and functions with them. */
  async tablesOf({ text, values }: Statement): Promise<Set<string>> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query({ text, values });
      const { rows } = await client.query<{ name: string }>(
        `SELECT DISTINCT relation::regclass::text AS name FROM pg_locks
         WHERE pid = pg_backend_pid() AND locktype = 'relation'`,
      );
      return new Set(rows.map(({ name }) => name));
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  }

  end = (): Promise<void> => this.pool.end();
}

const RAW = { getTypeParser: () => (value: unknown) => value };
