import { pool } from '~/platform/db.server';

/** From now on the product's clock of this test database stands where it is told to. */
export async function stopClock(): Promise<void> {
  await pool().query(`
    CREATE TABLE soundings.standing_clock AS
      SELECT soundings.now() AS began, soundings.now() AS shown;
    CREATE OR REPLACE FUNCTION soundings.now() RETURNS timestamptz LANGUAGE sql VOLATILE AS
      'SELECT shown FROM soundings.standing_clock'`);
}

/** So many minutes after it was stopped. */
export async function setMinute(minute: number): Promise<void> {
  await pool().query(`UPDATE soundings.standing_clock SET shown = began + $1 * interval '1 minute'`, [
    minute,
  ]);
}

export async function setInstant(instant: number): Promise<void> {
  await pool().query('UPDATE soundings.standing_clock SET shown = $1::timestamptz', [new Date(instant)]);
}
