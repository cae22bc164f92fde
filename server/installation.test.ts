import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMigrations } from '~/platform/migrations/apply.server';
import { createEmptyDatabase, type TestDatabase } from '../tests/support/database-server';
import { DemonstrationIsPublic, prepareInstallation } from './installation';

let made: TestDatabase;

beforeEach(async () => {
  made = await createEmptyDatabase();
  await ask(`ALTER DATABASE ${new URL(made.url).pathname.slice(1)} RESET soundings.kind`);
}, 60_000);

afterEach(() => made.drop());

async function ask(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: made.url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}

describe('an empty installation', { timeout: 60_000 }, () => {
  it('stays one, whatever later starts ask for', async () => {
    const empty = await prepareInstallation(made.url, { empty: true, loopback: false });
    const later = await prepareInstallation(made.url, { empty: false, loopback: false });
    expect([empty, later]).toEqual(Array(2).fill({ demonstration: false, accounts: [] }));
    expect(await ask('SELECT kind, loaded_at IS NOT NULL AS loaded FROM soundings.installation')).toEqual([
      { kind: 'installation', loaded: true },
    ]);
    expect(await ask('SELECT count(*)::int AS people FROM person')).toEqual([{ people: 0 }]);
  });

  it('is given what a new version starts with, and only then', async () => {
    const wish = { empty: true, loopback: false };
    const held = async () =>
      (await ask("SELECT count(*)::int AS days FROM bank_holiday WHERE nation <> 'england-and-wales'"))[0]?.[
        'days'
      ];
    await prepareInstallation(made.url, wish);
    const all = await held();
    expect(all).toBeGreaterThan(20);
    await ask("DELETE FROM bank_holiday WHERE nation <> 'england-and-wales'");
    await prepareInstallation(made.url, wish);
    expect(await held()).toBe(0);
    await prepareInstallation(made.url, wish, [
      ...readMigrations(),
      { name: '99999999999999_more', sql: 'SELECT 1', checksum: 'more' },
    ]);
    expect(await held()).toBe(all);
  });

  it('has a clock that nobody can move', async () => {
    await prepareInstallation(made.url, { empty: true, loopback: true });
    await ask("UPDATE soundings.clock SET shift = '1 day'");
    expect(await ask("SELECT soundings.now() - clock_timestamp() < '1 minute' AS real")).toEqual([
      { real: true },
    ]);
  });
});

describe('a demonstration', () => {
  it('is not made for, nor opened to, the world', async () => {
    const open = prepareInstallation(made.url, { empty: false, loopback: false });
    await expect(open).rejects.toThrow(DemonstrationIsPublic);
    await expect(open).rejects.toThrow('--empty');
    expect(await ask("SELECT to_regclass('person') AS person")).toEqual([{ person: null }]);
  });
});
