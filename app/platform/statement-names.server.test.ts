import { expect, test as check } from 'vitest';
import { useDatabase } from '../../tests/support/database';
import { statementName } from './statement-names.server';

const test = useDatabase();

check('the same text has the same name, and another text another', () => {
  const first = statementName({ sql: 'SELECT 1' });
  expect(first).toMatch(/^s[\w-]{27}$/);
  expect(statementName({ sql: 'SELECT 1' })).toBe(first);
  expect(statementName({ sql: 'SELECT 2' })).not.toBe(first);
});

check('a connection keeps the plan of a statement that comes again', async () => {
  const kept = await test.db.$transaction(async (tx) => {
    for (const kind of ['university', 'company']) await tx.organisation.count({ where: { kind } });
    return tx.$queryRaw<{ runs: number }[]>`
      SELECT (generic_plans + custom_plans)::int AS runs FROM pg_prepared_statements
      WHERE statement LIKE '%"organisation"%' AND statement LIKE '%COUNT%' AND statement NOT LIKE '%pg_prepared%'`;
  });
  expect(kept).toEqual([{ runs: 2 }]);
});

check('past four hundred texts the others are planned each time', () => {
  const many = Array.from({ length: 500 }, (_, index) => statementName({ sql: `SELECT ${index + 10}` }));
  expect(many.at(-1)).toBe('');
  expect(new Set(many).size).toBeLessThanOrEqual(401);
});
