import { expect, test } from 'vitest';
import { useDatabase } from '../../tests/support/database';
import { countAttempt, forgetAttempts, LIMITS, type Limit } from './rate-limits.server';

const base = useDatabase();

test.each(Object.keys(LIMITS) as Limit[])('%s fires at its documented count, for one subject only', async (limit) => {
  const { attempts, minutes } = LIMITS[limit];
  for (let attempt = 1; attempt <= attempts; attempt += 1)
    expect(await countAttempt(base.db, limit, 'somebody')).toBeNull();
  expect(await countAttempt(base.db, limit, 'somebody')).toBe(minutes);
  expect(await countAttempt(base.db, limit, 'somebody else')).toBeNull();
});

test('attempts at once are each counted', async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => countAttempt(base.db, 'signInToAccount', 'hurried')),
  );
  expect(answers.filter((wait) => wait === null)).toHaveLength(LIMITS.signInToAccount.attempts);
});

test('a window ends, and a success starts the count again', async () => {
  for (let attempt = 0; attempt < 12; attempt += 1) await countAttempt(base.db, 'signInToAccount', 'patient');
  await base.db.rateLimit.updateMany({ data: { windowEnd: new Date('2020-01-01') } });
  expect(await countAttempt(base.db, 'signInToAccount', 'patient')).toBeNull();
  for (let attempt = 0; attempt < 12; attempt += 1) await countAttempt(base.db, 'signInToAccount', 'patient');
  await forgetAttempts(base.db, 'signInToAccount', 'patient');
  expect(await countAttempt(base.db, 'signInToAccount', 'patient')).toBeNull();
});

test('rows name nobody', async () => {
  await countAttempt(base.db, 'mailToAddress', 'ada@example.org');
  const rows = await base.db.rateLimit.findMany();
  expect(JSON.stringify(rows)).not.toContain('ada');
});
