import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { useDatabase } from '../support/database';

const data = useDatabase();

const moveClock = (wish: string) => {
  const env = { ...process.env, DATABASE_URL: data.url };
  return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/move-clock.ts', wish], { env, encoding: 'utf8' });
};

const shift = async () =>
  (await data.db.$queryRaw<{ days: number }[]>`
    SELECT (extract(epoch FROM shift) / 86400)::int AS days FROM soundings.clock`)[0]?.days;

test.each(['3 fortnights', '-3 days', "1 day'; DROP TABLE person"])('refuses %s', (wish) => {
  expect(moveClock(wish)).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage') });
});

test('moves the clock of a demonstration, and no other', async () => {
  const refused = moveClock('3 days');
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('Only the clock of a demonstration can be moved');
  expect(await shift()).toBe(0);
  const name = new URL(data.url).pathname.slice(1);
  await data.db.$executeRawUnsafe(`ALTER DATABASE ${name} SET soundings.kind = 'demonstration'`);
  const moved = moveClock('3 days');
  expect(moved.stderr).toBe('');
  expect(moved.stdout).toContain('in this demonstration');
  expect(await shift()).toBe(3);
}, 120_000);
