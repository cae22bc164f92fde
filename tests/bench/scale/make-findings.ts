import type { PoolClient } from 'pg';
import { RARE_WORDS, withParts } from './with-parts';

/**
 * Published findings with text, year, kind of study and terms, in one statement a table and without triggers, as a
 * restored backup would bring them: nothing is ranked yet. Nine in ten are released, and every fiftieth has to be
 * looked at again after five years. The same count always gives the same findings.
 */
export const makeFindings = (count: number): Promise<void> =>
  withParts(['finding', 'finding_version', 'finding_term'], (client) => writeFindings(client, count));

async function writeFindings(client: PoolClient, count: number): Promise<void> {
  await client.query(
    `CREATE TEMPORARY TABLE made ON COMMIT DROP AS
    SELECT uuidv7() AS id, g::bigint, timestamptz '2020-01-01' + g * interval '2 minutes' AS at
    FROM generate_series(1, ${Math.floor(count)}) g`,
  );
  await client.query(`INSERT INTO finding (id, reference, bibliographic, current_number, created_at, published_at, released_at, review_by)
    SELECT id, 'S' || lpad(to_hex(g), 7, '0'), true, 1, at, at, CASE WHEN pg_temp.drawn(g, 1) < 0.9 THEN at END,
      CASE WHEN g % 50 = 0 THEN (at + interval '5 years')::date END FROM made`);
  await client.query(
    `INSERT INTO finding_version (id, finding_id, number, title, key_messages, summary, limits, study_type, year,
       created_at, submitted_at, published_at)
     SELECT uuidv7(), m.id, 1, u.title || ' in ' || initcap(pg_temp.rare_word((${RARE_WORDS} * pg_temp.drawn(g, 9) ^ 3)::int)),
       one.words || ' ' || two.words, three.words || ' ' || drawn.words, 'Small samples.',
       ('{impact,review,qualitative,process,notStated}'::text[])[1 + floor(5 * pg_temp.drawn(g, 8))]::"StudyType",
       1995 + floor(30 * pg_temp.drawn(g, 7))::int, m.at, m.at, m.at
     FROM made m
       JOIN subject u ON u.n = floor((SELECT count(*) FROM subject) * pg_temp.drawn(g, 2))
       JOIN sentence one ON one.n = floor((SELECT count(*) FROM sentence) * pg_temp.drawn(g, 3))
       JOIN sentence two ON two.n = floor((SELECT count(*) FROM sentence) * pg_temp.drawn(g, 4))
       JOIN sentence three ON three.n = floor((SELECT count(*) FROM sentence) * pg_temp.drawn(g, 5))
       CROSS JOIN LATERAL (SELECT string_agg(pg_temp.rare_word((${RARE_WORDS} * pg_temp.drawn(g, 10 + w) ^ 3)::int), ' ') AS words
         FROM generate_series(1, 15) w) drawn`,
  );
  await client.query(
    `INSERT INTO finding_term (finding_id, term_id)
     SELECT DISTINCT m.id, t.id FROM made m CROSS JOIN generate_series(1, 3) w
       JOIN (SELECT id, scheme, row_number() OVER (PARTITION BY scheme ORDER BY slug) - 1 AS n, count(*) OVER (PARTITION BY scheme) AS held
             FROM term WHERE scheme IN ('threatArea', 'strand')) t
         ON t.scheme = CASE WHEN w = 3 THEN 'strand' ELSE 'threatArea' END::"TermScheme"
         AND t.n = floor(t.held * pg_temp.drawn(g, 30 + w) ^ 2)`,
  );
}
