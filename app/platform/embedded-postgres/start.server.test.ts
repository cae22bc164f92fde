import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddedAddress } from './address.server';
import { isAlive } from './process.server';
import { startPostgres, type RunningPostgres } from './start.server';

let dataFolder: string;
let server: RunningPostgres;

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'soundings-postgres-'));
  server = await startPostgres({ dataFolder, port: await freePort() });
}, 60_000);

afterAll(async () => {
  await server.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

const again = () => startPostgres({ dataFolder });

describe('the built-in PostgreSQL', () => {
  it('is found by those who know only the data folder', () => {
    expect(embeddedAddress(dataFolder)).toBe(server.url);
  });

  it('lets the product in as somebody who is no superuser, and nobody without the password', async () => {
    expect(await ask(server.url, "SELECT current_setting('is_superuser') AS answer")).toBe('off');
    const withoutPassword = server.url.replace(/:[^:@/]+@/, ':guess@');
    await expect(ask(withoutPassword, 'SELECT 1 AS answer')).rejects.toThrow(
      /password authentication failed/,
    );
  });

  it('sorts by code point unless asked for a language', async () => {
    const sorted = `SELECT string_agg(name, '' ORDER BY name COLLATE "en-x-icu") AS answer
                    FROM (VALUES ('b'), ('É'), ('e'), ('Z')) AS names (name)`;
    expect(await ask(server.url, sorted)).toBe('beÉZ');
    expect(await ask(server.url, sorted.replace('COLLATE "en-x-icu"', ''))).toBe('ZbeÉ');
  });

  it('is adopted, not started twice, also when two ask at once', async () => {
    const [one, two] = await Promise.all([again(), again()]);
    expect([one.adopted, two.adopted]).toEqual([true, true]);
    expect([one.pid, two.pid]).toEqual([server.pid, server.pid]);
  });

  it('comes back with its rows after kill -9', async () => {
    await ask(server.url, 'CREATE TABLE kept AS SELECT 1 AS answer');
    process.kill(server.pid, 'SIGKILL');
    while (isAlive(server.pid)) await new Promise((settle) => setTimeout(settle, 10));
    const former = server;
    server = await again();
    expect(server.adopted).toBe(false);
    expect(server.url).toBe(former.url);
    expect(await ask(server.url, 'SELECT answer FROM kept')).toBe(1);
  }, 60_000);

  it('takes a pid file whose number now belongs to somebody else as stale', async () => {
    await server.stop();
    const pidFile = [process.pid, server.cluster, 0, new URL(server.url).port, '', '127.0.0.1', ''].join(
      '\n',
    );
    writeFileSync(join(server.cluster, 'postmaster.pid'), pidFile);
    server = await again();
    expect(server.adopted).toBe(false);
    expect(server.pid).not.toBe(process.pid);
  }, 60_000);

  it('says which port is taken when it was told to use that one', async () => {
    await server.stop();
    const stranger = createServer();
    const port = await new Promise<number>((settle) => {
      stranger.listen(0, '127.0.0.1', () => settle(portOf(stranger)));
    });
    await expect(startPostgres({ dataFolder, port })).rejects.toThrow(
      `Port ${port} is taken by another program. Set SOUNDINGS_DATABASE_PORT`,
    );
    stranger.close();
    server = await again();
  }, 60_000);

  it('says when its folder cannot be written', async () => {
    const file = join(dataFolder, 'a-file');
    writeFileSync(file, '');
    await expect(startPostgres({ dataFolder: join(file, 'inside') })).rejects.toThrow(
      /cannot be written: .*SOUNDINGS_DATA/,
    );
  });
});

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: unknown }>(sql);
    return rows[0]?.answer;
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((settle) => {
    probe.listen(0, '127.0.0.1', () => {
      const port = portOf(probe);
      probe.close(() => settle(port));
    });
  });
}

function portOf(listening: ReturnType<typeof createServer>): number {
  const address = listening.address();
  return typeof address === 'object' && address ? address.port : 0;
}
