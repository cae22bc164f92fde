import { Prisma } from '~/platform/generated/prisma/client';
import type { Db } from '~/platform/db.server';
import { BODIES } from '../bodies.server';
import type { Found } from './evidence-words';
import { STATE_SQL } from './state-sql.server';

/**
 * Everybody who can influence the outcome, everybody who stands in a bid, and what is known of both, for one opened
 * question; without rows while its bids are sealed.
 */
const parties = (questionId: string): Prisma.Sql => Prisma.sql`
  asked AS (
    SELECT q.id, ARRAY[q.author_id, q.senior_responsible_owner_id, q.budget_holder_id] AS named,
      soundings.now()::date AS today, (soundings.now() - make_interval(years => r.conflict_years))::date AS first_day
    FROM question q JOIN route r ON r.id = q.route_id
    WHERE q.id = ${questionId}::uuid AND q.opened_at IS NOT NULL AND q.withdrawn_at IS NULL
  ), influential AS (
    SELECT unnest(named) AS person_id FROM asked
    UNION SELECT m.person_id FROM panel_membership m JOIN asked a ON a.id = m.question_id WHERE m.ended_at IS NULL
    UNION SELECT d.person_id FROM declaration d JOIN asked a ON a.id = d.question_id WHERE d.capacity = 'coordinator'
  ), standing AS (
    SELECT b.id, b.organisation_id FROM bid b JOIN asked a ON a.id = b.question_id
    WHERE b.withdrawn_at IS NULL AND EXISTS (SELECT FROM bid_submission s
      WHERE s.bid_id = b.id AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL)
  ), member AS (
    SELECT m.bid_id, m.person_id, p.name FROM bid_member m JOIN standing s ON s.id = m.bid_id
    JOIN person p ON p.id = m.person_id WHERE m.declined_at IS NULL
  ), ${BODIES}, stands AS (
    SELECT s.id AS bid_id, o.id, o.one, o.name FROM standing s JOIN body o ON o.id = s.organisation_id
    UNION SELECT x.bid_id, o.id, o.one, o.name FROM bid_partner x JOIN standing s ON s.id = x.bid_id
      JOIN body o ON o.id = x.organisation_id
  ), known AS (
    SELECT person_id FROM influential WHERE person_id IS NOT NULL UNION SELECT person_id FROM member
  ), spell AS (
    SELECT f.person_id, o.one, o.name, f.starts_on, f.ends_on FROM known k JOIN affiliation f USING (person_id)
    JOIN body o ON o.id = f.organisation_id CROSS JOIN asked a
    WHERE f.starts_on <= a.today AND coalesce(f.ends_on, a.today) >= a.first_day
  ), address AS (
    SELECT DISTINCT e.person_id, o.one, o.name, d.domain FROM known k JOIN person_email e USING (person_id)
    JOIN organisation_domain d ON split_part(e.address, '@', 2) = d.domain
      OR split_part(e.address, '@', 2) LIKE '%.' || d.domain
    JOIN body o ON o.id = d.organisation_id WHERE e.verified_at IS NOT NULL AND NOT e.personal
  )`;

const fromPlaces = Prisma.sql`
  SELECT i.person_id, m.bid_id, 'personal' AS kind, 'self' AS source, m.bid_id::text AS source_id, '' AS other,
    '' AS title, NULL::int AS since, NULL::int AS until
  FROM influential i JOIN member m USING (person_id)
  UNION ALL
  SELECT f.person_id, s.bid_id, 'employer', 'affiliation', s.one::text, s.name, '',
    extract(year FROM f.starts_on)::int, extract(year FROM f.ends_on)::int
  FROM influential i JOIN spell f USING (person_id) JOIN stands s ON s.one = f.one
  UNION ALL
  SELECT f.person_id, m.bid_id, 'employer', 'colleague', f.one || ':' || m.person_id, m.name, f.name, NULL, NULL
  FROM influential i JOIN spell f USING (person_id) JOIN spell g ON g.one = f.one AND g.person_id <> f.person_id
    AND g.starts_on <= coalesce(f.ends_on, 'infinity') AND f.starts_on <= coalesce(g.ends_on, 'infinity')
  JOIN member m ON m.person_id = g.person_id
  WHERE NOT EXISTS (SELECT FROM stands s WHERE s.bid_id = m.bid_id AND s.one = f.one)
  UNION ALL
  SELECT e.person_id, s.bid_id, 'employer', 'address', s.one::text, s.name, e.domain, NULL, NULL
  FROM influential i JOIN address e USING (person_id) JOIN (
    SELECT bid_id, one, name FROM stands
    UNION SELECT m.bid_id, x.one, x.name FROM member m JOIN address x USING (person_id)) s ON s.one = e.one`;

const fromWork = Prisma.sql`
  SELECT w.person_id, m.bid_id, 'coAuthor', 'work', w.work_id || ':' || m.person_id, m.name, w.title, w.year, NULL
  FROM influential i JOIN written w USING (person_id) JOIN written v ON v.work_id = w.work_id
    AND v.person_id <> w.person_id JOIN member m ON m.person_id = v.person_id
  UNION ALL
  SELECT j.person_id, m.bid_id, 'collaborator', CASE WHEN o.award IS NULL THEN 'bid' ELSE 'award' END,
    o.id || ':' || m.person_id, m.name, coalesce(o.award, ''), o.year, NULL
  FROM influential i JOIN bid_member j ON j.person_id = i.person_id AND j.accepted_at IS NOT NULL AND j.declined_at IS NULL
  JOIN bid_member k ON k.bid_id = j.bid_id AND k.person_id <> j.person_id
    AND k.accepted_at IS NOT NULL AND k.declined_at IS NULL
  JOIN member m ON m.person_id = k.person_id JOIN project o ON o.id = j.bid_id`;

/** Works, with the year in which they count; and bids for other questions, named where an award tells of them. */
const shared = Prisma.sql`
  written AS (
    SELECT w.person_id, w.work_id::text, t.title, t.year FROM known k JOIN work_author w USING (person_id)
    JOIN work t ON t.id = w.work_id CROSS JOIN asked a WHERE t.year >= extract(year FROM a.first_day)
    UNION SELECT x.person_id, x.work_id::text, t.title, t.year FROM known k JOIN expert_work x USING (person_id)
    JOIN work t ON t.id = x.work_id CROSS JOIN asked a
    WHERE x.state = 'taken' AND t.year >= extract(year FROM a.first_day)
    UNION SELECT x.person_id, coalesce(f.work_id, f.id)::text, v.title,
      coalesce(v.year, extract(year FROM v.published_at)::int)
    FROM known k JOIN finding_author x USING (person_id) JOIN finding_version v ON v.id = x.version_id
    JOIN finding f ON f.id = v.finding_id AND f.current_number = v.number CROSS JOIN asked a
    WHERE v.published_at IS NOT NULL AND f.merged_into_id IS NULL AND f.retracted_at IS NULL
      AND coalesce(v.year, extract(year FROM v.published_at)::int) >= extract(year FROM a.first_day)
  ), project AS (
    SELECT b.id, extract(year FROM max(s.submitted_at))::int AS year, (SELECT q.title FROM award w
      WHERE w.bid_id = b.id AND w.notice_at IS NOT NULL AND w.withdrawn_at IS NULL AND q.visibility = 'network') AS award
    FROM bid b JOIN question q ON q.id = b.question_id AND q.opened_at IS NOT NULL
    JOIN bid_submission s ON s.bid_id = b.id AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL CROSS JOIN asked a
    WHERE b.question_id <> a.id AND s.submitted_at >= a.first_day AND EXISTS (
      SELECT FROM bid_member j JOIN influential i ON i.person_id = j.person_id WHERE j.bid_id = b.id)
    GROUP BY b.id, q.id
  )`;

const fromRegister = Prisma.sql`
  SELECT r.person_id, s.bid_id, r.kind::text, 'register', concat_ws(':', r.kind, s.side), s.name, r.note,
    extract(year FROM r.from_on)::int, extract(year FROM r.until_on)::int
  FROM influential i JOIN registered_interest r USING (person_id) CROSS JOIN asked a JOIN (
    SELECT bid_id, person_id AS side, name FROM member UNION SELECT bid_id, one, name FROM stands) s
    ON s.side = coalesce((SELECT p.merged_into_id FROM person p WHERE p.id = r.about_person_id), r.about_person_id)
    OR s.side IN (SELECT o.one FROM body o WHERE o.id = r.about_organisation_id) OR lower(s.name) = lower(r.about_name)
  WHERE r.ended_at IS NULL AND (r.from_on IS NULL OR r.from_on <= a.today)
    AND (r.kind IN ('personal', 'family') OR r.until_on IS NULL OR r.until_on >= a.first_day)`;

/** What was declared or confirmed about a bid, and another bid of a body that is one with what stands in the first. */
const fromMergedBodies = Prisma.sql`
  SELECT x.person_id, t.bid_id, x.kind::text, 'body', concat_ws(':', s.id, t.id), t.name, s.name, NULL, NULL
  FROM influential i JOIN conflict x USING (person_id) JOIN asked a ON a.id = x.question_id
  JOIN stands s ON s.bid_id = x.bid_id JOIN stands t ON t.one = s.one AND t.id <> s.id AND t.bid_id <> s.bid_id
  WHERE ${STATE_SQL} IN ('declared', 'confirmed')`;

/** All that is known between those with influence and the bids of an opened question, in one statement. */
export const foundEvidence = (db: Db, questionId: string): Promise<Found[]> => db.$queryRaw<Found[]>`
  WITH RECURSIVE ${parties(questionId)}, ${shared}, found AS (
    ${fromPlaces} UNION ALL ${fromWork} UNION ALL ${fromRegister} UNION ALL ${fromMergedBodies})
  SELECT DISTINCT ON (person_id, bid_id, kind, source, source_id) person_id AS "personId", bid_id AS "bidId", kind,
    source, source_id AS "sourceId", other, title, since, until
  FROM found ORDER BY person_id, bid_id, kind, source, source_id, until DESC NULLS FIRST, since DESC NULLS LAST`;
