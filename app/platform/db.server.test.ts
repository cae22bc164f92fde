import { describe, expect, it } from 'vitest';
import { moveClock, useDatabase } from '../../tests/support/database';
import { soundingsNow } from './clock.server';
import { countingQueries, database, pool } from './db.server';

const test = useDatabase();

describe('the database of a test file', () => {
  it('is what database() and pool() use', async () => {
    const { rows } = await pool().query<{ name: string }>('SELECT current_database() AS name');
    expect(new URL(test.url).pathname).toBe(`/${rows[0]?.name}`);
    expect(rows[0]?.name).toMatch(/^soundings_test_/);
  });

  it('lets the clock be moved', async () => {
    const before = await soundingsNow(test.db);
    await moveClock('3 days');
    const after = await soundingsNow(test.db);
    const days = (after.getTime() - before.getTime()) / 86_400_000;
    expect(days).toBeGreaterThan(2.99);
    expect(days).toBeLessThan(3.01);
  });
});

describe('countingQueries', () => {
  it('counts statements of its own work only, also when callers wait for a connection', async () => {
    const ask = () => database().$queryRaw`SELECT pg_sleep(0.01)::text`;
    const counted = Array.from({ length: 15 }, (_, index) =>
      countingQueries(async () => {
        for (let times = 0; times <= index % 3; times++) await ask();
      }),
    );
    const queries = (await Promise.all(counted)).map((one) => one.queries);
    expect(queries).toEqual(Array.from({ length: 15 }, (_, index) => (index % 3) + 1));
  });

  it('counts what a transaction sends, its begin and commit included', async () => {
    const { queries } = await countingQueries(() =>
      database().$transaction(async (tx) => {
        await tx.$queryRaw`SELECT 1`;
      }),
    );
    expect(queries).toBe(3);
  });
});
