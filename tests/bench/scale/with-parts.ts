import type { PoolClient } from 'pg';
import { pool } from '~/platform/db.server';
import { distractors } from '../duplicates/distractors';

/** Sentences that texts are put together from; the words that tell them apart are drawn beside them. */
const SENTENCES = 600;
/** Names and places that no sentence holds: the n-th comes up about n^(−2/3) as often as the first. */
export const RARE_WORDS = 60_000;
const SYLLABLES =
  'ba de fo gu ka le mi no pa re si tu va we xo yu za che dra flo gri kro lan mer nor pil ros sta tre vin'.split(
    ' ',
  );

/** In one transaction without triggers: the tables `sentence` and `subject` and the functions that rows are drawn by. */
export async function withParts(
  filled: readonly string[],
  write: (client: PoolClient) => Promise<void>,
): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query('SET LOCAL statement_timeout = 0');
    await writeParts(client);
    await write(client);
    await client.query('COMMIT');
    await client.query(`VACUUM (ANALYZE) ${filled.join(', ')}`);
  } finally {
    client.release(true);
  }
}

async function writeParts(client: PoolClient): Promise<void> {
  const questions = distractors(SENTENCES / 2);
  const sentences = questions.flatMap(({ text }) => text.split(/(?<=\.)\s+/)).slice(0, SENTENCES);
  await client.query('CREATE TEMPORARY TABLE sentence (n int PRIMARY KEY, words text) ON COMMIT DROP');
  await client.query(
    'INSERT INTO sentence SELECT ordinality - 1, words FROM unnest($1::text[]) WITH ORDINALITY AS given(words)',
    [sentences],
  );
  await client.query('CREATE TEMPORARY TABLE subject (n int PRIMARY KEY, title text) ON COMMIT DROP');
  await client.query(
    'INSERT INTO subject SELECT ordinality - 1, title FROM unnest($1::text[]) WITH ORDINALITY AS given(title)',
    [questions.map(({ title }) => title)],
  );
  // Uniform in [0, 1), from two numbers and nothing else.
  await client.query(`CREATE FUNCTION pg_temp.drawn(g bigint, seed bigint) RETURNS float LANGUAGE sql IMMUTABLE AS $$
    SELECT (hashint8extended(g, seed) & 1073741823) / 1073741824.0 $$`);
  await client.query(`CREATE FUNCTION pg_temp.rare_word(n int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT s[1 + n % 30] || s[1 + n / 30 % 30] || s[1 + n / 900 % 30] || s[1 + n / 27000 % 30]
    FROM (SELECT '{${SYLLABLES.join(',')}}'::text[] AS s) syllable $$`);
}
