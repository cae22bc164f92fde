import { pool } from '~/platform/db.server';

/** The ranking index and the tallies, made anew from what the tables hold. */
export async function rankEverything(): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query('SET statement_timeout = 0');
    await client.query("SET maintenance_work_mem = '512MB'");
    await client.query('CALL soundings.rank_everything()');
    await client.query('CALL soundings.tally_everything()');
    await client.query('VACUUM (ANALYZE) ranked_document, posting, term_frequency');
  } finally {
    client.release(true);
  }
}
