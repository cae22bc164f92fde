import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import pg from 'pg';
import { connectTo, database, disconnect } from '~/platform/db.server';
import { applyMigrations, readMigrations } from '~/platform/migrations/apply.server';
import { NODE_OPTIONS } from './children';

export type Installation = { demonstration: boolean; accounts: DemonstrationAccount[] };
export type DemonstrationAccount = { name: string; title: string; parts: string };
export type Wish = { empty: boolean; loopback: boolean };

export class DemonstrationIsPublic extends Error {
  override message =
    'The demonstration, which anybody may enter, answers on this machine only. Leave HOST at 127.0.0.1, ' +
    'or start an empty installation: npm start -- --empty, with a SOUNDINGS_DATA or DATABASE_URL of its own.';
}

const REFERENCE = resolve('prisma/seed/reference.ts');
const DEMONSTRATION = resolve('scripts/load-demonstration.ts');

/** Brings the database to where pages can be served from it, and says what kind of installation it is. */
export async function prepareInstallation(
  url: string,
  wish: Wish,
  migrations = readMigrations(),
): Promise<Installation> {
  const found = await withClient(url, readState);
  const kind = found.kind ?? (wish.empty ? 'installation' : 'demonstration');
  if (kind === 'demonstration' && !wish.loopback) throw new DemonstrationIsPublic();
  if (kind === 'demonstration' && found.kind && !found.loaded) await clear(url);
  const applied = await applyMigrations(url, migrations);
  if (!found.loaded) await fill(url, kind);
  // A new version may start with more than the one before.
  else if (applied.length > 0) await loadReference(url);
  const demonstration = kind === 'demonstration';
  return { demonstration, accounts: demonstration ? await withClient(url, accounts) : [] };
}

async function fill(url: string, kind: Kind): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(RECORD_KIND, [kind]);
    if (kind === 'demonstration') await markAsDemonstration(client);
  });
  await loadReference(url);
  if (kind === 'demonstration' && existsSync(DEMONSTRATION)) {
    console.log('Loading the demonstration…');
    await run(DEMONSTRATION, hurried(url));
  }
  await withClient(url, (client) =>
    client.query('UPDATE soundings.installation SET loaded_at = clock_timestamp()'),
  );
}

/** An interrupted load is repeated, so that its commits need not wait for the disk; the last one, made here, does. */
function hurried(url: string): string {
  const address = new URL(url);
  if (!address.searchParams.has('options')) address.searchParams.set('options', '-c synchronous_commit=off');
  return address.href;
}

const RECORD_KIND = `INSERT INTO soundings.installation (kind) VALUES ($1)
  ON CONFLICT (one) DO UPDATE SET kind = excluded.kind, loaded_at = NULL`;

/** This flag stands on the database itself, so that its rows restored elsewhere make no demonstration. */
async function markAsDemonstration(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>('SELECT quote_ident(current_database()) AS name');
  await client.query(`ALTER DATABASE ${rows[0]?.name} SET soundings.kind = 'demonstration'`);
  // Its history is played from there on; the reference data has to be older than that.
  await client.query("UPDATE soundings.clock SET shift = interval '-281 days'");
}

async function loadReference(url: string): Promise<void> {
  if (!existsSync(REFERENCE)) return;
  await connectTo(url);
  try {
    const { loadReferenceData } = (await import(REFERENCE)) as ReferenceSeed;
    await loadReferenceData(database());
  } finally {
    await disconnect();
  }
}

type ReferenceSeed = { loadReferenceData: (db: ReturnType<typeof database>) => Promise<unknown> };

/** Takes away what an interrupted load of the demonstration left; nobody has worked in it yet. */
async function clear(url: string): Promise<void> {
  await withClient(url, (client) =>
    client.query('DROP SCHEMA IF EXISTS public, soundings, graphile_worker CASCADE; CREATE SCHEMA public'),
  );
}

type Kind = 'installation' | 'demonstration';
type State = { kind: Kind | undefined; loaded: boolean };

async function readState(client: pg.Client): Promise<State> {
  const table = await client.query<{ there: boolean }>(
    "SELECT to_regclass('soundings.installation') IS NOT NULL AS there",
  );
  if (!table.rows[0]?.there) return { kind: undefined, loaded: false };
  const { rows } = await client.query<State>(
    'SELECT kind, loaded_at IS NOT NULL AS loaded FROM soundings.installation',
  );
  return rows[0] ?? { kind: undefined, loaded: false };
}

/** One account for each part people play, in the order in which the demonstration made them. */
async function accounts(client: pg.Client): Promise<DemonstrationAccount[]> {
  const { rows } = await client.query<DemonstrationAccount>(
    `SELECT p.name, p.title, lower(regexp_replace(concat_ws(', ',
       (SELECT string_agg(g.role::text, ', ') FROM installation_role_grant g
        WHERE g.person_id = p.id AND g.revoked_at IS NULL),
       (SELECT string_agg(array_to_string(m.roles, ', '), ', ') FROM team_membership m
        WHERE m.person_id = p.id AND m.ends_at IS NULL),
       (SELECT 'expert' FROM expert_profile e WHERE e.person_id = p.id),
       CASE WHEN p.verified_at IS NULL THEN 'not verified yet' END), '([A-Z])', ' \\1', 'g')) AS parts
     FROM person p WHERE p.demonstration ORDER BY p.created_at, p.name LIMIT 15`,
  );
  return rows;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function run(file: string, url: string): Promise<void> {
  return new Promise((settle, refuse) => {
    const variables = { ...process.env, DATABASE_URL: url, SOUNDINGS_DEMONSTRATION: '1' };
    const child = fork(file, [], { execArgv: [...NODE_OPTIONS, '--import', 'tsx'], env: variables });
    child.once('exit', (code) => {
      if (code === 0) settle();
      else refuse(new Error(`The demonstration could not be loaded (${file} ended with ${code}).`));
    });
  });
}
