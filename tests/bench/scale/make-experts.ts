import type { PoolClient } from 'pg';
import { RARE_WORDS, withParts } from './with-parts';

const FILLED = ['person', 'expert_profile', 'expert_term', 'expert_work', 'affiliation', 'expert_span'];
/** What each of them has taken for theirs. */
const WORKS = 5;

/**
 * Listed experts with an affiliation, a profile, three terms and five works each, without triggers: nothing is ranked
 * yet. The same count always gives the same experts.
 */
export const makeExperts = (count: number): Promise<void> =>
  withParts(FILLED, async (client) => {
    await client.query(`CREATE TEMPORARY TABLE made ON COMMIT DROP AS
      SELECT uuidv7() AS id, g::bigint FROM generate_series(1, ${Math.floor(count)}) g`);
    await writePeople(client);
    await writeWorks(client);
  });

async function writePeople(client: PoolClient): Promise<void> {
  await client.query(`INSERT INTO person (id, reference, name, created_at, verified_at, invented)
    SELECT id, 'X' || lpad(to_hex(g), 7, '0'), initcap(pg_temp.rare_word((${RARE_WORDS} * pg_temp.drawn(g, 1))::int)),
      now(), now(), true FROM made`);
  await client.query(`INSERT INTO expert_profile (person_id, confirmed_at, summary, interests)
    SELECT id, now(), one.words, u.title FROM made
      JOIN sentence one ON one.n = floor((SELECT count(*) FROM sentence) * pg_temp.drawn(g, 2))
      JOIN subject u ON u.n = floor((SELECT count(*) FROM subject) * pg_temp.drawn(g, 3))`);
  await client.query(`INSERT INTO expert_term (person_id, term_id)
    SELECT DISTINCT m.id, t.id FROM made m CROSS JOIN generate_series(1, 3) w
      JOIN (SELECT id, row_number() OVER (ORDER BY slug) - 1 AS n, count(*) OVER () AS held
            FROM term WHERE scheme IN ('threatArea', 'method')) t
        ON t.n = floor(t.held * pg_temp.drawn(g, 30 + w) ^ 2)`);
  // Kept by triggers otherwise.
  await client.query('SELECT soundings.note_experts(ARRAY(SELECT id FROM made))');
  await client.query(`INSERT INTO affiliation (id, person_id, organisation_id, starts_on)
    SELECT uuidv7(), m.id, o.id, date '2020-01-01' FROM made m
      JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n, count(*) OVER () AS held FROM organisation) o
        ON o.n = floor(o.held * pg_temp.drawn(g, 4))`);
}

/** The works of one person are about one subject, in other sentences and with other rare words. */
async function writeWorks(client: PoolClient): Promise<void> {
  await client.query(`INSERT INTO expert_work (id, person_id, work_id, source, source_id, title, description, year, authors,
      state, offered_at, decided_at)
    SELECT uuidv7(), m.id, uuidv7(), 'bench', w::text,
      u.title || ' in ' || initcap(pg_temp.rare_word((${RARE_WORDS} * pg_temp.drawn(g * 8 + w, 5) ^ 3)::int)),
      one.words || ' ' || two.words || ' ' || drawn.words, 2010 + w, '{}', 'taken', now(), now()
    FROM made m CROSS JOIN generate_series(1, ${WORKS}) w
      JOIN subject u ON u.n = floor((SELECT count(*) FROM subject) * pg_temp.drawn(g, 3))
      JOIN sentence one ON one.n = floor((SELECT count(*) FROM sentence) * pg_temp.drawn(g * 8 + w, 6))
      JOIN sentence two ON two.n = floor((SELECT count(*) FROM sentence) * pg_temp.drawn(g * 8 + w, 7))
      CROSS JOIN LATERAL (SELECT string_agg(pg_temp.rare_word((${RARE_WORDS} * pg_temp.drawn(g * 8 + w, 10 + d) ^ 3)::int), ' ') AS words
        FROM generate_series(1, 15) d) drawn`);
}
