import { withParts } from '../scale/with-parts';

/**
 * Entered lines of the ledger over eight years: of any organisation, each with one or two threat areas, and with strand,
 * level and intervention unless nobody said. Two in a hundred correct the line before. The same count always gives the
 * same lines.
 */
export const makeMoney = (count: number): Promise<void> =>
  withParts(['ledger_line', 'ledger_line_area'], async (client) => {
    await client.query(
      `CREATE TEMPORARY TABLE paid ON COMMIT DROP AS
      SELECT uuidv7() AS id, g::bigint, date '2018-04-01' + (g % 2900)::int AS day FROM generate_series(1, ${Math.floor(count)}) g`,
    );
    const drawnTerm = (scheme: string, seed: number, said: number) =>
      `(SELECT t.id FROM (SELECT id, row_number() OVER (ORDER BY slug) - 1 AS n, count(*) OVER () AS held FROM term
          WHERE scheme = '${scheme}') t WHERE t.n = floor(t.held * pg_temp.drawn(m.g, ${seed}) / ${said}))`;
    await client.query(`INSERT INTO ledger_line (id, reference, organisation_id, purpose, planned, actual, certainty, condition,
        ring_fenced, secure_from, secure_until, starts_on, ends_on, base, stated_on, estimate, source, activities,
        strand_id, level_id, intervention_id, overseas, supersedes_id, recorded_by_id, recorded_at, invented)
      SELECT m.id, 'L' || lpad(to_hex(m.g), 7, '0'), o.id, u.title, 100000 + 100 * (m.g % 90000), CASE WHEN m.g % 3 > 0 THEN 90000 + 100 * (m.g % 90000) END,
        CASE WHEN m.g % 5 > 0 THEN 'firm' ELSE 'conditional' END, CASE WHEN m.g % 5 > 0 THEN '' ELSE 'If it is approved' END,
        m.g % 4 = 0, CASE WHEN m.g % 7 = 0 THEN 2024 END, CASE WHEN m.g % 7 = 0 THEN 2026 END, m.day, m.day + 364,
        ('{Front-line spend,All spend}'::text[])[1 + m.g % 2], m.day, m.g % 6 = 0, 'Return ' || m.g % 50,
        CASE WHEN m.g % 2 = 0 THEN (m.g % 40)::int END,
        ${drawnTerm('strand', 1, 0.83)}, ${drawnTerm('level', 2, 0.9)}, ${drawnTerm('interventionType', 3, 0.5)},
        CASE WHEN m.g % 10 < 7 THEN m.g % 10 < 2 END, CASE WHEN m.g % 50 = 0 THEN b.id END,
        (SELECT id FROM person ORDER BY id LIMIT 1), m.day + interval '12 hours', true
      FROM paid m LEFT JOIN paid b ON b.g = m.g - 1
        JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n, count(*) OVER () AS held FROM organisation) o
          ON o.n = floor(o.held * pg_temp.drawn(m.g, 4) ^ 2)
        JOIN subject u ON u.n = floor((SELECT count(*) FROM subject) * pg_temp.drawn(m.g, 5))`);
    await client.query(`INSERT INTO ledger_line_area (line_id, term_id)
      SELECT DISTINCT m.id, t.id FROM paid m CROSS JOIN generate_series(1, 2) w
        JOIN (SELECT id, row_number() OVER (ORDER BY slug) - 1 AS n, count(*) OVER () AS held FROM term
              WHERE scheme = 'threatArea') t ON t.n = floor(t.held * pg_temp.drawn(m.g, 10 + w))`);
  });
