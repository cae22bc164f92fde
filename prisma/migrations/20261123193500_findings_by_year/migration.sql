-- What is kept counted is counted anew below.
TRUNCATE finding_tally, finding_lapse_tally, finding_period_tally, finding_late_tally, finding_tally_change, tallied_finding,
  finding_past RESTART IDENTITY;

DROP VIEW soundings.finding_day_change, soundings.finding_span, soundings.finding_history, soundings.finding_then;

ALTER TABLE "finding_past" ADD COLUMN "year" INTEGER;

ALTER TABLE "finding_tally_change" DROP COLUMN "holds_until", ADD COLUMN "year" INTEGER;

ALTER TABLE "tallied_finding" ADD COLUMN "year" INTEGER;

DROP TABLE "finding_lapse_tally", "finding_late_tally";

CREATE TABLE "finding_year_tally" (
    "year" INTEGER NOT NULL,
    "changed_in" INTEGER NOT NULL,
    "profile" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "released" BOOLEAN NOT NULL,
    "review" BOOLEAN NOT NULL,
    "shared" BOOLEAN NOT NULL,
    "change" INTEGER NOT NULL,

    CONSTRAINT "finding_year_tally_pkey" PRIMARY KEY ("year","changed_in","profile","mark","released","review","shared")
);

-- What has to be looked at again comes one by one: people set its day.
CREATE INDEX tallied_finding_holds_until ON tallied_finding (holds_until) WHERE holds_until < '9999-12-31';
CREATE INDEX finding_past_holds_until ON finding_past (holds_until) WHERE holds_until < '9999-12-31';

-- How each stood at the end of such a day: after the last of them as it stands. What findings show of a past day says
-- the same (app/domain/insight/on-day/items-by-then.server.ts).
-- Numbered, so that none of it is worked out twice where it is compared.
CREATE VIEW soundings.finding_then AS
  SELECT d.finding, d.day, row_number() OVER (PARTITION BY d.finding) AS number,
    coalesce(f.retracted_at >= d.until, true) AND coalesce(f.superseded_at >= d.until, true) AND CASE WHEN d.last
      THEN f.merged_into_id IS NULL
      ELSE NOT EXISTS (SELECT FROM record_merge m WHERE m.noun = 'finding' AND m.from_id = f.id AND m.merged_at < d.until
          AND coalesce(m.undone_at >= d.until, true))
        AND (f.merged_into_id IS NULL OR EXISTS (SELECT FROM record_merge m WHERE m.noun = 'finding' AND m.from_id = f.id
          AND m.merged_at >= d.until AND m.undone_at IS NULL)) END AS stood,
    CASE WHEN d.last THEN ARRAY(SELECT x.term_id FROM finding_term x WHERE x.finding_id = f.id ORDER BY 1)
      ELSE ARRAY(SELECT x.term_id FROM finding_term x WHERE x.finding_id = f.id AND NOT EXISTS (SELECT FROM tag_change c
          WHERE c.finding_id = f.id AND c.term_id = x.term_id AND c.changed_at >= d.until)
        UNION ALL SELECT t.term_id FROM (SELECT DISTINCT ON (c.term_id) c.term_id, c.added FROM tag_change c
          WHERE c.finding_id = f.id AND c.term_id IS NOT NULL AND c.changed_at >= d.until
          ORDER BY c.term_id, c.changed_at, c.id) t WHERE NOT t.added
        ORDER BY 1) END AS terms,
    coalesce('finding-' || (CASE WHEN before.id IS NOT NULL THEN before.confidence
      WHEN f.confidence IS NULL OR coalesce(f.appraised_at < d.until, true) THEN f.confidence
      ELSE (SELECT p.confidence FROM appraisal p WHERE p.finding_id = f.id AND p.agreed_at < d.until
        ORDER BY p.agreed_at DESC LIMIT 1) END)::text, 'not-appraised') AS mark,
    coalesce(f.released_at < d.until, false) AS released,
    coalesce(version.study_type = 'review', false) AS review,
    f.question_id IS NULL AS shared,
    coalesce(CASE WHEN before.id IS NULL THEN f.review_by ELSE before.review_by END, '9999-12-31'::date) AS holds_until,
    version.year
  FROM (SELECT finding, day, (day + 1)::timestamp AT TIME ZONE 'Europe/London' AS until,
      lead(day) OVER (PARTITION BY finding ORDER BY day) IS NULL AS last FROM soundings.finding_day) d
    JOIN finding f ON f.id = d.finding
    LEFT JOIN LATERAL (SELECT b.id, b.confidence, b.review_by FROM finding_before b
      WHERE NOT d.last AND b.finding_id = f.id AND b.held_until >= d.until ORDER BY b.held_until, b.id LIMIT 1) before ON true
    LEFT JOIN finding_version version ON version.finding_id = f.id AND version.number = CASE WHEN d.last THEN f.current_number
      ELSE coalesce((SELECT max(n.number) FROM finding_version n WHERE n.finding_id = f.id AND n.published_at < d.until),
        f.current_number) END;

-- From which day to before which other one each stood as it did; without an end, it still does.
CREATE VIEW soundings.finding_history AS
  SELECT finding, terms, mark, released, review, shared, holds_until, year, held_from, held_until
  FROM (SELECT s.*, s.day AS held_from, lead(s.day) OVER (PARTITION BY s.finding ORDER BY s.day) AS held_until
    FROM (SELECT t.*, lag(t.said) OVER (PARTITION BY t.finding ORDER BY t.day) IS DISTINCT FROM t.said AS changed
      FROM (SELECT *, CASE WHEN stood THEN ROW(terms, mark, released, review, shared, holds_until, year)::text END AS said
        FROM soundings.finding_then) t) s
    WHERE s.changed) spans
  WHERE stood;

-- The same, as it is counted.
CREATE VIEW soundings.finding_span AS
  SELECT finding, terms, mark, released, review, shared, holds_until, year, since AS held_from, NULL::date AS held_until
  FROM tallied_finding
  UNION ALL SELECT finding, terms, mark, released, review, shared, holds_until, year, held_from, held_until FROM finding_past;

-- What came to be counted and ceased to be, by its day.
CREATE VIEW soundings.finding_day_change AS
  SELECT s.finding, s.terms::text AS profile, s.mark, s.released, s.review, s.shared, s.year, c.day, c.change
  FROM soundings.finding_span s CROSS JOIN LATERAL (VALUES (s.held_from, 1), (s.held_until, -1)) c(day, change)
  WHERE c.day IS NOT NULL;

-- Takes findings out of where they were counted and counts them where they belong now; nothing where nothing changed.
-- To plan it anew each time would take ten times as long as it takes.
CREATE OR REPLACE FUNCTION soundings.tally_changed(of_findings uuid[]) RETURNS void LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  history soundings.finding_history[];
  changed uuid[];
BEGIN
  IF cardinality(of_findings) = 0 THEN RETURN; END IF;
  -- Two who tag one finding at once wait for each other here, and the second counts what both left.
  PERFORM FROM finding WHERE id = ANY(of_findings) ORDER BY id FOR NO KEY UPDATE;
  SELECT array_agg(h) INTO history FROM soundings.finding_history h WHERE h.finding = ANY(of_findings);
  SELECT array_agg(finding) INTO changed
    FROM (SELECT h.finding, array_agg(h::text ORDER BY h.held_from) AS said FROM unnest(history) h GROUP BY 1) became
    FULL JOIN (SELECT s.finding, array_agg(s::text ORDER BY s.held_from) AS said FROM soundings.finding_span s
      WHERE s.finding = ANY(of_findings) GROUP BY 1) held USING (finding)
    WHERE became.said IS DISTINCT FROM held.said;
  IF changed IS NULL THEN RETURN; END IF;
  INSERT INTO finding_tally_change (profile, mark, released, review, shared, year, day, change)
    SELECT profile, mark, released, review, shared, year, day, -change FROM soundings.finding_day_change
    WHERE finding = ANY(changed);
  DELETE FROM tallied_finding WHERE finding = ANY(changed);
  DELETE FROM finding_past WHERE finding = ANY(changed);
  INSERT INTO tallied_finding (finding, terms, mark, released, review, shared, holds_until, year, since)
    SELECT finding, terms, mark, released, review, shared, holds_until, year, held_from FROM unnest(history)
    WHERE finding = ANY(changed) AND held_until IS NULL;
  INSERT INTO finding_past (finding, terms, mark, released, review, shared, holds_until, year, held_from, held_until)
    SELECT finding, terms, mark, released, review, shared, holds_until, year, held_from, held_until FROM unnest(history)
    WHERE finding = ANY(changed) AND held_until IS NOT NULL;
  INSERT INTO finding_tally_change (profile, mark, released, review, shared, year, day, change)
    SELECT profile, mark, released, review, shared, year, day, change FROM soundings.finding_day_change
    WHERE finding = ANY(changed);
END $$;

-- A key of an index has a largest size: of a finding with more terms than fit, the change itself is what is counted.
CREATE OR REPLACE FUNCTION soundings.fold_finding_tallies() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH taken AS (DELETE FROM finding_tally_change WHERE octet_length(profile) <= 2000 RETURNING *), periods AS (
    INSERT INTO finding_period_tally (period, starts, profile, mark, released, review, shared, change)
      SELECT p.period, date_trunc(p.period, t.day::timestamp)::date, t.profile, t.mark, t.released, t.review, t.shared, sum(t.change)
      FROM taken t CROSS JOIN (VALUES ('month'), ('year')) p(period)
      GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(t.change) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7
    ON CONFLICT (period, starts, profile, mark, released, review, shared)
      DO UPDATE SET change = finding_period_tally.change + EXCLUDED.change
  ), years AS (
    INSERT INTO finding_year_tally (year, changed_in, profile, mark, released, review, shared, change)
      SELECT year, extract(year FROM day)::int, profile, mark, released, review, shared, sum(change) FROM taken WHERE year IS NOT NULL
      GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(change) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7
    ON CONFLICT (year, changed_in, profile, mark, released, review, shared)
      DO UPDATE SET change = finding_year_tally.change + EXCLUDED.change
  )
  INSERT INTO finding_tally (profile, mark, released, review, shared, findings)
    SELECT profile, mark, released, review, shared, sum(change) FROM taken
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(change) <> 0 ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT (profile, mark, released, review, shared)
    DO UPDATE SET findings = finding_tally.findings + EXCLUDED.findings;
  DELETE FROM finding_tally WHERE findings = 0;
END $$;

CREATE OR REPLACE PROCEDURE soundings.tally_findings() LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE finding_tally, finding_period_tally, finding_year_tally, finding_tally_change, tallied_finding,
    finding_past RESTART IDENTITY;
  WITH history AS MATERIALIZED (SELECT * FROM soundings.finding_history), standing AS (
    INSERT INTO tallied_finding (finding, terms, mark, released, review, shared, holds_until, year, since)
      SELECT finding, terms, mark, released, review, shared, holds_until, year, held_from FROM history WHERE held_until IS NULL)
  INSERT INTO finding_past (finding, terms, mark, released, review, shared, holds_until, year, held_from, held_until)
    SELECT finding, terms, mark, released, review, shared, holds_until, year, held_from, held_until FROM history
    WHERE held_until IS NOT NULL;
  INSERT INTO finding_tally (profile, mark, released, review, shared, findings)
    SELECT terms::text, mark, released, review, shared, count(*) FROM tallied_finding
    WHERE octet_length(terms::text) <= 2000 GROUP BY 1, 2, 3, 4, 5;
  INSERT INTO finding_period_tally (period, starts, profile, mark, released, review, shared, change)
    SELECT p.period, date_trunc(p.period, c.day::timestamp)::date, c.profile, c.mark, c.released, c.review, c.shared, sum(c.change)
    FROM soundings.finding_day_change c CROSS JOIN (VALUES ('month'), ('year')) p(period)
    WHERE octet_length(c.profile) <= 2000 GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(c.change) <> 0;
  INSERT INTO finding_year_tally (year, changed_in, profile, mark, released, review, shared, change)
    SELECT year, extract(year FROM day)::int, profile, mark, released, review, shared, sum(change) FROM soundings.finding_day_change
    WHERE year IS NOT NULL AND octet_length(profile) <= 2000 GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(change) <> 0;
  INSERT INTO finding_tally_change (profile, mark, released, review, shared, year, day, change)
    SELECT profile, mark, released, review, shared, year, day, change FROM soundings.finding_day_change
    WHERE octet_length(profile) > 2000;
  ANALYZE finding_tally, finding_period_tally, finding_year_tally, finding_tally_change, tallied_finding,
    finding_past;
END $$;

CALL soundings.tally_findings();
