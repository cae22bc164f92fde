import type { PoolClient } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { pool } from '~/platform/db.server';
import { moveClock, useDatabase } from '../support/database';
import { type Pristine, pristineOf, resetTo } from '../support/database-reset';
import { makeAskingTeam, makeQuestion } from '../support/factories/questions';

useDatabase();

const onClient = async <Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> => {
  const client = await pool().connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
};
const all = async (sql: string) => (await pool().query<Record<string, unknown>>(sql)).rows;

describe('a database made as new', () => {
  let pristine: Pristine;
  let terms: unknown;
  beforeAll(async () => {
    pristine = await onClient(pristineOf);
    terms = await all('SELECT * FROM term');
  });

  test('holds what it held, in the order in which it lay, and counts from where it did', async () => {
    const question = await makeQuestion({ asking: await makeAskingTeam() });
    await moveClock('3 days');
    await pool().query("UPDATE term SET name = 'Changed' WHERE position = 1");
    await pool().query("DELETE FROM bank_holiday WHERE ctid = '(0,1)'");
    const [sequence] = await all(
      "SELECT nextval(pg_get_serial_sequence('finding_tally_change', 'id')) AS next",
    );
    expect(await onClient((client) => resetTo(pristine, client))).toBe(true);
    expect(await all('SELECT * FROM term')).toEqual(terms);
    expect(await all(`SELECT FROM question WHERE reference = '${question.reference}'`)).toEqual([]);
    expect(await onClient(pristineOf)).toEqual(pristine);
    expect(await all("SELECT nextval(pg_get_serial_sequence('finding_tally_change', 'id')) AS next")).toEqual(
      [sequence],
    );
    expect(await onClient((client) => resetTo(pristine, client))).toBe(true);
  });

  test.each([
    ['a trigger that is off', 'ALTER TABLE finding DISABLE TRIGGER ALL'],
    [
      'a function that is another',
      'CREATE OR REPLACE FUNCTION soundings.of_a_test() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
    ],
    ['a table that was not there', 'CREATE TABLE of_a_test (id int)'],
  ])('is refused with %s', async (_, change) => {
    const before = await onClient(pristineOf);
    await pool().query(change);
    expect(await onClient((client) => resetTo(before, client))).toBe(false);
  });
});
