import type { AskedText } from '~/domain/matching/experts/near-experts.server';
import { learnMeanings } from '~/domain/matching/ranking/meaning/learn-meanings.server';
import { pool } from '~/platform/db.server';

export interface Paper {
  id: string;
  title: string;
  abstract: string;
}

export const asked = (paper: Paper | undefined): AskedText => ({
  title: paper?.title ?? '',
  body: paper?.abstract ?? '',
});

/** Listed experts with these works, as if each had taken them for theirs. Gives what each row's id was given as. */
export async function haveWorks(
  ofExperts: ReadonlyMap<string, readonly Paper[]>,
): Promise<{ people: ReadonlyMap<string, string>; works: ReadonlyMap<string, string> }> {
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query('SET LOCAL statement_timeout = 0');
    const { rows } = await client.query<{ id: string; given: string }>(
      `WITH made AS (SELECT uuidv7() AS id, given FROM unnest($1::text[]) given), person AS (
         INSERT INTO person (id, reference, name, created_at, verified_at, invented)
         SELECT id, left(md5(given), 8), given, now(), now(), true FROM made
       ), profile AS (
         INSERT INTO expert_profile (person_id, confirmed_at) SELECT id, now() FROM made
       ) SELECT id, given FROM made`,
      [[...ofExperts.keys()]],
    );
    const people = new Map(rows.map(({ id, given }) => [given, id]));
    for (const [given, papers] of ofExperts)
      await client.query(
        `INSERT INTO expert_work (id, person_id, work_id, source, source_id, title, description, authors, state, offered_at, decided_at)
         SELECT uuidv7(), $1, uuidv7(), 'bench', t.id, t.title, t.body, '{}', 'taken', now(), now()
         FROM unnest($2::text[], $3::text[], $4::text[]) AS t(id, title, body)`,
        [
          people.get(given),
          papers.map(({ id }) => id),
          papers.map(({ title }) => title),
          papers.map(({ abstract }) => abstract),
        ],
      );
    await client.query('COMMIT');
    await client.query('SET statement_timeout = 0');
    await client.query('CALL soundings.rank_everything()');
    await learnMeanings();
    const { rows: works } = await client.query<{ id: string; given: string }>(
      'SELECT id, source_id AS given FROM expert_work',
    );
    const givenOf = (made: typeof rows) => new Map(made.map(({ id, given }) => [id, given]));
    return { people: givenOf(rows), works: givenOf(works) };
  } finally {
    client.release(true);
  }
}
