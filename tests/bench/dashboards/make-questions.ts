import type { PoolClient } from 'pg';
import { withParts } from '../scale/with-parts';

/** As many bids as a call for bids gets here; the first of them wins. */
const BIDS = 3;

/**
 * Questions of the teams there are, published over seven years and moved on as far as their age allows: closed after 30
 * days, decided after 75, answered after 270. Every tenth is withdrawn. What takes bids gets three, and an award with
 * two funders and a tranche each. The same count always gives the same questions, but for the day it is.
 */
export const makeQuestions = (count: number): Promise<void> =>
  withParts(
    [
      'question',
      'question_term',
      'question_priority',
      'bid',
      'bid_submission',
      'award',
      'funding',
      'tranche',
    ],
    async (client) => {
      await writeQuestions(client, count);
      await writeTerms(client);
      await writeBids(client);
      await writeAwards(client);
    },
  );

async function writeQuestions(client: PoolClient, count: number): Promise<void> {
  await client.query(
    `CREATE TEMPORARY TABLE asked ON COMMIT DROP AS
    SELECT uuidv7() AS id, g::bigint, r.id AS route, r.takes_bids, r.takes_bids OR r.takes_advice AS closes,
      k.team, k.author, k.owner, at, pg_temp.drawn(g, 9) < 0.1 AS withdrawn,
      at + interval '30 days' AS closing, at + interval '75 days' AS decision, at + interval '270 days' AS answer
    FROM generate_series(1, ${Math.floor(count)}) g
      CROSS JOIN LATERAL (SELECT now() - (${Math.floor(count)} - g) * interval '2500 days' / ${Math.floor(count)} AS at) stamp
      JOIN (SELECT id, takes_bids, takes_advice, row_number() OVER (ORDER BY position) - 1 AS n, count(*) OVER () AS held
            FROM route WHERE retired_at IS NULL) r ON r.n = floor(r.held * pg_temp.drawn(g, 1))
      JOIN (SELECT team_id AS team, min(person_id::text)::uuid AS author, max(person_id::text)::uuid AS owner,
              row_number() OVER (ORDER BY team_id) - 1 AS n, count(*) OVER () AS held
            FROM team_membership GROUP BY team_id HAVING count(DISTINCT person_id) > 1) k
        ON k.n = floor(k.held * pg_temp.drawn(g, 2))`,
  );
  await client.query(`INSERT INTO question (id, reference, team_id, route_id, author_id, senior_responsible_owner_id,
      title, summary, decision, decision_date, needed_by, quality_weight, price_weight, budget_minimum, budget_maximum,
      created_at, updated_at, submitted_at, approved_at, approved_by_id, published_at, released_at, clarifications_close_at,
      answers_due_at, closes_at, opened_at, evaluation_started_at, decided_at, outcome, delivery_started_at, answered_at,
      withdrawn_at, withdrawn_reason, invented)
    SELECT a.id, 'Q' || lpad(to_hex(g), 7, '0'), team, route, author, owner, u.title, one.words, two.words,
      (at + interval '300 days')::date, (at + interval '250 days')::date, 100, 0,
      CASE WHEN takes_bids THEN 4000000 END, CASE WHEN takes_bids THEN 12000000 END,
      at - interval '20 days', at, at - interval '10 days', at - interval '2 days', owner, at,
      CASE WHEN pg_temp.drawn(g, 8) < 0.6 THEN at END,
      CASE WHEN closes THEN at + interval '20 days' END, CASE WHEN closes THEN at + interval '29 days' END,
      CASE WHEN closes THEN closing END,
      CASE WHEN takes_bids AND lived AND closing < now() THEN closing END,
      CASE WHEN takes_bids AND lived AND closing < now() THEN closing + interval '1 day' END,
      CASE WHEN takes_bids AND lived AND decision < now() THEN decision END,
      CASE WHEN lived AND answer < now() THEN 'answered'
        WHEN takes_bids AND lived AND decision < now() THEN 'awarded' END::"QuestionOutcome",
      CASE WHEN takes_bids AND lived AND decision + interval '20 days' < now() THEN decision + interval '20 days' END,
      CASE WHEN lived AND answer < now() THEN answer END,
      CASE WHEN withdrawn THEN at + interval '5 days' END, CASE WHEN withdrawn THEN 'No longer needed.' END, true
    FROM asked a CROSS JOIN LATERAL (SELECT NOT withdrawn AS lived) l
      JOIN subject u ON u.n = floor((SELECT count(*) FROM subject) * pg_temp.drawn(g, 3))
      JOIN sentence one ON one.n = floor((SELECT count(*) FROM sentence) * pg_temp.drawn(g, 4))
      JOIN sentence two ON two.n = floor((SELECT count(*) FROM sentence) * pg_temp.drawn(g, 5))`);
}

/** Two threat areas, one strand and one level each, and a priority for a third of them; some findings answer them. */
async function writeTerms(client: PoolClient): Promise<void> {
  await client.query(`INSERT INTO question_term (question_id, term_id)
    SELECT DISTINCT a.id, t.id FROM asked a CROSS JOIN generate_series(1, 4) w
      JOIN (SELECT id, scheme, row_number() OVER (PARTITION BY scheme ORDER BY slug) - 1 AS n,
              count(*) OVER (PARTITION BY scheme) AS held
            FROM term WHERE scheme IN ('threatArea', 'strand', 'level')) t
        ON t.scheme = ('{threatArea,threatArea,strand,level}'::text[])[w]::"TermScheme"
        AND t.n = floor(t.held * pg_temp.drawn(g, 30 + w))`);
  await client.query(`INSERT INTO question_priority (question_id, priority_id)
    SELECT a.id, p.id FROM asked a
      JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n, count(*) OVER () AS held FROM priority) p
        ON p.n = floor(3 * p.held * pg_temp.drawn(g, 40))`);
  await client.query(`UPDATE finding f SET question_id = a.id FROM asked a
    WHERE f.reference = 'S' || lpad(to_hex(a.g), 7, '0') AND a.answer < now() AND NOT a.withdrawn`);
}

async function writeBids(client: PoolClient): Promise<void> {
  await client.query(
    `CREATE TEMPORARY TABLE offered ON COMMIT DROP AS
    SELECT uuidv7() AS id, uuidv7() AS award, a.id AS question, a.g, w, a.team, a.author, a.closing, a.decision, e.person, e.organisation,
      NOT a.withdrawn AND a.decision < now() AND w = 1 AS wins
    FROM asked a CROSS JOIN generate_series(1, $1::int) w
      JOIN (SELECT p.person_id AS person, x.organisation_id AS organisation, row_number() OVER (ORDER BY p.person_id) - 1 AS n,
              count(*) OVER () AS held
            FROM expert_profile p LEFT JOIN LATERAL (SELECT organisation_id FROM affiliation x
              WHERE x.person_id = p.person_id ORDER BY starts_on LIMIT 1) x ON true) e
        ON e.n = (floor(e.held * pg_temp.drawn(a.g, 50)) + w)::bigint % e.held
    WHERE a.takes_bids AND a.closing < now()`,
    [BIDS],
  );
  await client.query(`INSERT INTO bid (id, reference, question_id, lead_id, organisation_id, draft, draft_key, draft_key_id,
      created_at, updated_at)
    SELECT id, 'B' || lpad(to_hex(g * ${BIDS} + w), 7, '0'), question, person, organisation, '', '', 'bench',
      closing - interval '9 days', closing - interval '1 day' FROM offered`);
  await client.query(`INSERT INTO bid_submission (id, bid_id, number, sealed_quality, content_hash, receipt_nonce,
      receipt_signature, receipt_key_id, submitted_by_id, submitted_at)
    SELECT uuidv7(), id, 1, '', sha256(id::text::bytea), '', sha512(id::text::bytea), 'bench', person, closing - interval '1 day' FROM offered`);
}

async function writeAwards(client: PoolClient): Promise<void> {
  await client.query(`INSERT INTO award (id, reference, question_id, bid_id, amount, decided_at, decided_by_id, notice_at,
      standstill_ends_on, contracted_at, contract_reference, starts_on, ends_on, invented)
    SELECT award, 'A' || lpad(to_hex(g), 7, '0'), question, id, 4000000 + 80000 * (g % 100)::int, decision, author,
      decision + interval '2 days', (decision + interval '12 days')::date, decision + interval '20 days', 'C-' || g,
      (decision + interval '20 days')::date, (decision + interval '200 days')::date, true
    FROM offered WHERE wins`);
  await client.query(`CREATE TEMPORARY TABLE funded ON COMMIT DROP AS
    SELECT uuidv7() AS id, o.award, o.question, o.author, o.decision, f, n.id AS organisation FROM offered o CROSS JOIN generate_series(1, 2) f
      JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n, count(*) OVER () AS held FROM organisation) n
        ON n.n = (floor(n.held * pg_temp.drawn(o.g, 60)) + f)::bigint % n.held WHERE o.wins`);
  await client.query(`INSERT INTO funding (id, question_id, award_id, organisation_id, amount, certainty, condition,
      ring_fenced, secure_from, secure_until, recorded_at, recorded_by_id)
    SELECT id, question, award, organisation, 1500000, CASE f WHEN 1 THEN 'firm' ELSE 'conditional' END,
      CASE f WHEN 1 THEN '' ELSE 'If it is approved' END, f = 1, CASE f WHEN 1 THEN 2024 END, CASE f WHEN 1 THEN 2026 END,
      decision, author FROM funded`);
  await client.query(`INSERT INTO tranche (id, reference, funding_id, position, planned_on, planned_amount, actual_on, actual_amount)
    SELECT uuidv7(), 'T' || lpad(to_hex(row_number() OVER (ORDER BY id)), 7, '0'), id, 1, (decision + interval '30 days')::date,
      1500000, CASE WHEN decision + interval '45 days' < now() THEN (decision + interval '45 days')::date END,
      CASE WHEN decision + interval '45 days' < now() THEN 1500000 END FROM funded`);
}
