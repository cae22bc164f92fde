import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { embeddedAddress } from './embedded-postgres/address.server';
import { env } from './env.server';
import { PrismaClient, type Prisma } from './generated/prisma/client';
import { log } from './log.server';
import { statementName } from './statement-names.server';

export type Db = PrismaClient | Prisma.TransactionClient;

type Connection = { pool: pg.Pool; prisma: PrismaClient };

let connection: Connection | undefined;
let chosenUrl: string | undefined;

export function database(): PrismaClient {
  return connected().prisma;
}

export function pool(): pg.Pool {
  return connected().pool;
}

export function databaseUrl(): string {
  const url = chosenUrl ?? env.DATABASE_URL ?? embeddedAddress(env.SOUNDINGS_DATA);
  if (url) return url;
  throw new Error('There is no database yet: run `npm start` once, or set DATABASE_URL.');
}

/** Points this process at another database; what was open to the former one is closed. */
export async function connectTo(url: string): Promise<void> {
  await disconnect();
  chosenUrl = url;
}

export async function disconnect(): Promise<void> {
  const former = connection;
  connection = undefined;
  await former?.prisma.$disconnect();
  await former?.pool.end();
}

/**
 * What the database holds, as a text: the transactions that a statement begun now would see. It stays the same
 * only as long as nothing is committed.
 */
export async function dataVersion(): Promise<string> {
  const { rows } = await pool().query<{ version: string }>({
    name: 'data-version',
    text: 'SELECT pg_current_snapshot()::text AS version',
  });
  return rows[0]?.version ?? '';
}

const counts = new AsyncLocalStorage<{ queries: number }>();

/** How many statements `work` sent to the database, transaction control included. */
export async function countingQueries<T>(work: () => Promise<T>): Promise<{ result: T; queries: number }> {
  const count = { queries: 0 };
  const result = await counts.run(count, work);
  return { result, queries: count.queries };
}

class CountedClient extends pg.Client {
  override query(...args: unknown[]): never {
    const count = counts.getStore();
    if (count) count.queries += 1;
    return (super.query as (...given: unknown[]) => never)(...args);
  }
}

/** A caller that waits for a free connection would otherwise wake up in the context of whoever freed it. */
class ContextKeepingPool extends pg.Pool {
  override connect(callback?: unknown): never {
    const bound = typeof callback === 'function' ? AsyncResource.bind(callback as () => void) : undefined;
    return (super.connect as (given?: unknown) => never)(bound);
  }
}

function connected(): Connection {
  if (connection) return connection;
  const opened = new ContextKeepingPool({
    Client: CountedClient,
    connectionString: databaseUrl(),
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'soundings',
  });
  opened.on('error', (error) => log.warn('database-connection-lost', { error }));
  const adapter = new PrismaPg(opened, {
    onPoolError: () => undefined,
    statementNameGenerator: statementName,
  });
  connection = { pool: opened, prisma: new PrismaClient({ adapter }) };
  return connection;
}
