-- What is kept counted is counted anew below.
TRUNCATE finding_tally, finding_lapse_tally, finding_tally_change, tallied_finding RESTART IDENTITY;

-- AlterTable
ALTER TABLE "finding_tally_change" ADD COLUMN "day" DATE NOT NULL;

-- AlterTable
ALTER TABLE "tallied_finding" ADD COLUMN "since" DATE NOT NULL;

-- CreateTable
CREATE TABLE "finding_period_tally" (
    "period" TEXT NOT NULL,
    "starts" DATE NOT NULL,
    "profile" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "released" BOOLEAN NOT NULL,
    "review" BOOLEAN NOT NULL,
    "shared" BOOLEAN NOT NULL,
    "change" INTEGER NOT NULL,

    CONSTRAINT "finding_period_tally_pkey" PRIMARY KEY ("period","starts","profile","mark","released","review","shared")
);

-- CreateTable
CREATE TABLE "finding_late_tally" (
    "holds_until" DATE NOT NULL,
    "month" DATE NOT NULL,
    "profile" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "released" BOOLEAN NOT NULL,
    "change" INTEGER NOT NULL,

    CONSTRAINT "finding_late_tally_pkey" PRIMARY KEY ("holds_until","month","profile","mark","released")
);

-- CreateTable
CREATE TABLE "finding_past" (
    "id" BIGSERIAL NOT NULL,
    "finding" UUID NOT NULL,
    "terms" UUID[],
    "mark" TEXT NOT NULL,
    "released" BOOLEAN NOT NULL,
    "review" BOOLEAN NOT NULL,
    "shared" BOOLEAN NOT NULL,
    "holds_until" DATE NOT NULL,
    "held_from" DATE NOT NULL,
    "held_until" DATE NOT NULL,

    CONSTRAINT "finding_past_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "finding_past_finding_idx" ON "finding_past"("finding");

-- CreateIndex
CREATE INDEX "finding_past_held_from_idx" ON "finding_past"("held_from");

-- CreateIndex
CREATE INDEX "finding_past_held_until_idx" ON "finding_past"("held_until");

-- CreateIndex
CREATE INDEX "tag_change_finding_id_idx" ON "tag_change"("finding_id");

-- CreateIndex
CREATE INDEX "tallied_finding_since_idx" ON "tallied_finding"("since");

ALTER TABLE finding_period_tally ADD CONSTRAINT finding_period_tally_period_check
  CHECK (period IN ('month', 'year') AND starts = date_trunc(period, starts::timestamp)::date);
ALTER TABLE finding_past ADD CONSTRAINT finding_past_days_check CHECK (held_until > held_from);

-- UK days on which a published finding may have come to be counted otherwise.
CREATE VIEW soundings.finding_day AS
  SELECT f.id AS finding, soundings.uk_day(greatest(e.at, f.published_at)) AS day
  FROM finding f CROSS JOIN LATERAL
    unnest(ARRAY[f.published_at, f.released_at, f.retracted_at, f.superseded_at, f.appraised_at]) e(at)
  WHERE f.published_at IS NOT NULL AND e.at IS NOT NULL
  UNION SELECT f.id, soundings.uk_day(greatest(b.held_until, f.published_at))
    FROM finding_before b JOIN finding f ON f.id = b.finding_id WHERE f.published_at IS NOT NULL
  UNION SELECT f.id, soundings.uk_day(greatest(c.changed_at, f.published_at))
    FROM tag_change c JOIN finding f ON f.id = c.finding_id WHERE f.published_at IS NOT NULL AND c.term_id IS NOT NULL
  UNION SELECT f.id, soundings.uk_day(v.published_at)
    FROM finding_version v JOIN finding f ON f.id = v.finding_id WHERE v.published_at > f.published_at
  UNION SELECT f.id, soundings.uk_day(greatest(p.agreed_at, f.published_at))
    FROM appraisal p JOIN finding f ON f.id = p.finding_id WHERE f.published_at IS NOT NULL AND p.agreed_at IS NOT NULL
  UNION SELECT f.id, soundings.uk_day(greatest(e.at, f.published_at))
    FROM record_merge m JOIN finding f ON f.id = m.from_id CROSS JOIN LATERAL unnest(ARRAY[m.merged_at, m.undone_at]) e(at)
    WHERE m.noun = 'finding' AND f.published_at IS NOT NULL AND e.at IS NOT NULL;

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
    coalesce((SELECT v.study_type = 'review' FROM finding_version v WHERE v.finding_id = f.id AND v.number = CASE WHEN d.last
      THEN f.current_number ELSE coalesce((SELECT max(n.number) FROM finding_version n WHERE n.finding_id = f.id
        AND n.published_at < d.until), f.current_number) END), false) AS review,
    f.question_id IS NULL AS shared,
    coalesce(CASE WHEN before.id IS NULL THEN f.review_by ELSE before.review_by END, '9999-12-31'::date) AS holds_until
  FROM (SELECT finding, day, (day + 1)::timestamp AT TIME ZONE 'Europe/London' AS until,
      lead(day) OVER (PARTITION BY finding ORDER BY day) IS NULL AS last FROM soundings.finding_day) d
    JOIN finding f ON f.id = d.finding
    LEFT JOIN LATERAL (SELECT b.id, b.confidence, b.review_by FROM finding_before b
      WHERE NOT d.last AND b.finding_id = f.id AND b.held_until >= d.until ORDER BY b.held_until, b.id LIMIT 1) before ON true;

-- From which day to before which other one each stood as it did; without an end, it still does.
CREATE VIEW soundings.finding_history AS
  SELECT finding, terms, mark, released, review, shared, holds_until, held_from, held_until
  FROM (SELECT s.*, s.day AS held_from, lead(s.day) OVER (PARTITION BY s.finding ORDER BY s.day) AS held_until
    FROM (SELECT t.*, lag(t.said) OVER (PARTITION BY t.finding ORDER BY t.day) IS DISTINCT FROM t.said AS changed
      FROM (SELECT *, CASE WHEN stood THEN ROW(terms, mark, released, review, shared, holds_until)::text END AS said
        FROM soundings.finding_then) t) s
    WHERE s.changed) spans
  WHERE stood;

-- The same, as it is counted.
CREATE VIEW soundings.finding_span AS
  SELECT finding, terms, mark, released, review, shared, holds_until, since AS held_from, NULL::date AS held_until
  FROM tallied_finding
  UNION ALL SELECT finding, terms, mark, released, review, shared, holds_until, held_from, held_until FROM finding_past;

-- What came to be counted and ceased to be, by its day.
CREATE VIEW soundings.finding_day_change AS
  SELECT s.finding, s.terms::text AS profile, s.mark, s.released, s.review, s.shared, s.holds_until, c.day, c.change
  FROM soundings.finding_span s CROSS JOIN LATERAL (VALUES (s.held_from, 1), (s.held_until, -1)) c(day, change)
  WHERE c.day IS NOT NULL;

DROP TRIGGER finding_tallied ON finding;
DROP TRIGGER finding_term_tallied ON finding_term;
DROP TRIGGER finding_review_tallied ON finding_version;
DROP FUNCTION soundings.finding_stood_otherwise();
DROP FUNCTION soundings.finding_was_tagged();
DROP FUNCTION soundings.version_stood_otherwise();
DROP FUNCTION soundings.tally_finding(uuid);
DROP VIEW soundings.standing_finding;

-- Takes findings out of where they were counted and counts them where they belong now; nothing where nothing changed.
-- To plan it anew each time would take ten times as long as it takes.
CREATE FUNCTION soundings.tally_changed(of_findings uuid[]) RETURNS void LANGUAGE plpgsql
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
  INSERT INTO finding_tally_change (profile, mark, released, review, shared, holds_until, day, change)
    SELECT profile, mark, released, review, shared, holds_until, day, -change FROM soundings.finding_day_change
    WHERE finding = ANY(changed);
  DELETE FROM tallied_finding WHERE finding = ANY(changed);
  DELETE FROM finding_past WHERE finding = ANY(changed);
  INSERT INTO tallied_finding (finding, terms, mark, released, review, shared, holds_until, since)
    SELECT finding, terms, mark, released, review, shared, holds_until, held_from FROM unnest(history)
    WHERE finding = ANY(changed) AND held_until IS NULL;
  INSERT INTO finding_past (finding, terms, mark, released, review, shared, holds_until, held_from, held_until)
    SELECT finding, terms, mark, released, review, shared, holds_until, held_from, held_until FROM unnest(history)
    WHERE finding = ANY(changed) AND held_until IS NOT NULL;
  INSERT INTO finding_tally_change (profile, mark, released, review, shared, holds_until, day, change)
    SELECT profile, mark, released, review, shared, holds_until, day, change FROM soundings.finding_day_change
    WHERE finding = ANY(changed);
END $$;

CREATE FUNCTION soundings.finding_stood_otherwise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.tally_changed(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
CREATE FUNCTION soundings.finding_has_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.tally_changed(ARRAY[NEW.finding_id]);
  RETURN NULL;
END $$;
CREATE FUNCTION soundings.findings_were_tagged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.tally_changed(ARRAY(SELECT DISTINCT c.finding_id FROM changed c JOIN finding f ON f.id = c.finding_id
    WHERE f.published_at IS NOT NULL));
  RETURN NULL;
END $$;

CREATE FUNCTION soundings.finding_was_retagged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.tally_changed(ARRAY[OLD.finding_id, NEW.finding_id]);
  RETURN NULL;
END $$;

-- Triggers fire in the order of their names: these after those whose name begins with "note", which keep what was before.
CREATE TRIGGER tally_finding AFTER INSERT OR UPDATE OF confidence, published_at, released_at, retracted_at, superseded_at,
    merged_into_id, review_by, current_number, question_id, appraised_at ON finding
  FOR EACH ROW WHEN (NEW.published_at IS NOT NULL) EXECUTE FUNCTION soundings.finding_stood_otherwise();
-- An import that is undone takes back that they were published.
CREATE TRIGGER tally_finding_taken_back AFTER UPDATE OF published_at ON finding
  FOR EACH ROW WHEN (OLD.published_at IS NOT NULL AND NEW.published_at IS NULL)
  EXECUTE FUNCTION soundings.finding_stood_otherwise();
CREATE TRIGGER tally_gained AFTER INSERT ON finding_term REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION soundings.findings_were_tagged();
CREATE TRIGGER tally_lost AFTER DELETE ON finding_term REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION soundings.findings_were_tagged();
CREATE TRIGGER tally_retagged AFTER UPDATE ON finding_term
  FOR EACH ROW EXECUTE FUNCTION soundings.finding_was_retagged();
CREATE TRIGGER tally_version AFTER INSERT OR UPDATE OF published_at ON finding_version
  FOR EACH ROW WHEN (NEW.published_at IS NOT NULL) EXECUTE FUNCTION soundings.finding_has_history();
CREATE TRIGGER tally_appraisal AFTER INSERT OR UPDATE OF agreed_at, confidence ON appraisal
  FOR EACH ROW WHEN (NEW.agreed_at IS NOT NULL) EXECUTE FUNCTION soundings.finding_has_history();

CREATE FUNCTION soundings.finding_was_merged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.tally_changed(ARRAY[NEW.from_id]);
  RETURN NULL;
END $$;
CREATE TRIGGER tally_merge AFTER INSERT OR UPDATE OF merged_at, undone_at ON record_merge
  FOR EACH ROW WHEN (NEW.noun = 'finding') EXECUTE FUNCTION soundings.finding_was_merged();

-- A key of an index has a largest size: of a finding with more terms than fit, the change itself is what is counted.
CREATE OR REPLACE FUNCTION soundings.fold_finding_tallies() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH taken AS (DELETE FROM finding_tally_change WHERE octet_length(profile) <= 2000 RETURNING *), lapses AS (
    INSERT INTO finding_lapse_tally (holds_until, profile, mark, released, findings)
      SELECT holds_until, profile, mark, released, sum(change) FROM taken WHERE holds_until <> '9999-12-31'
      GROUP BY 1, 2, 3, 4 HAVING sum(change) <> 0 ORDER BY 1, 2, 3, 4
    ON CONFLICT (holds_until, profile, mark, released)
      DO UPDATE SET findings = finding_lapse_tally.findings + EXCLUDED.findings
  ), periods AS (
    INSERT INTO finding_period_tally (period, starts, profile, mark, released, review, shared, change)
      SELECT p.period, date_trunc(p.period, t.day::timestamp)::date, t.profile, t.mark, t.released, t.review, t.shared, sum(t.change)
      FROM taken t CROSS JOIN (VALUES ('month'), ('year')) p(period)
      GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(t.change) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7
    ON CONFLICT (period, starts, profile, mark, released, review, shared)
      DO UPDATE SET change = finding_period_tally.change + EXCLUDED.change
  ), late AS (
    INSERT INTO finding_late_tally (holds_until, month, profile, mark, released, change)
      SELECT t.holds_until, m.month, t.profile, t.mark, t.released, sum(t.change)
      FROM taken t CROSS JOIN LATERAL (SELECT date_trunc('month', t.day::timestamp)::date AS month) m WHERE t.holds_until < m.month
      GROUP BY 1, 2, 3, 4, 5 HAVING sum(t.change) <> 0 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (holds_until, month, profile, mark, released)
      DO UPDATE SET change = finding_late_tally.change + EXCLUDED.change
  )
  INSERT INTO finding_tally (profile, mark, released, review, shared, findings)
    SELECT profile, mark, released, review, shared, sum(change) FROM taken
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(change) <> 0 ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT (profile, mark, released, review, shared)
    DO UPDATE SET findings = finding_tally.findings + EXCLUDED.findings;
  DELETE FROM finding_tally WHERE findings = 0;
  DELETE FROM finding_lapse_tally WHERE findings = 0;
END $$;

CREATE OR REPLACE PROCEDURE soundings.tally_findings() LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE finding_tally, finding_lapse_tally, finding_period_tally, finding_late_tally, finding_tally_change, tallied_finding,
    finding_past RESTART IDENTITY;
  WITH history AS MATERIALIZED (SELECT * FROM soundings.finding_history), standing AS (
    INSERT INTO tallied_finding (finding, terms, mark, released, review, shared, holds_until, since)
      SELECT finding, terms, mark, released, review, shared, holds_until, held_from FROM history WHERE held_until IS NULL)
  INSERT INTO finding_past (finding, terms, mark, released, review, shared, holds_until, held_from, held_until)
    SELECT finding, terms, mark, released, review, shared, holds_until, held_from, held_until FROM history
    WHERE held_until IS NOT NULL;
  INSERT INTO finding_tally (profile, mark, released, review, shared, findings)
    SELECT terms::text, mark, released, review, shared, count(*) FROM tallied_finding
    WHERE octet_length(terms::text) <= 2000 GROUP BY 1, 2, 3, 4, 5;
  INSERT INTO finding_lapse_tally (holds_until, profile, mark, released, findings)
    SELECT holds_until, terms::text, mark, released, count(*) FROM tallied_finding
    WHERE holds_until <> '9999-12-31' AND octet_length(terms::text) <= 2000 GROUP BY 1, 2, 3, 4;
  INSERT INTO finding_period_tally (period, starts, profile, mark, released, review, shared, change)
    SELECT p.period, date_trunc(p.period, c.day::timestamp)::date, c.profile, c.mark, c.released, c.review, c.shared, sum(c.change)
    FROM soundings.finding_day_change c CROSS JOIN (VALUES ('month'), ('year')) p(period)
    WHERE octet_length(c.profile) <= 2000 GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(c.change) <> 0;
  INSERT INTO finding_late_tally (holds_until, month, profile, mark, released, change)
    SELECT c.holds_until, date_trunc('month', c.day::timestamp)::date, c.profile, c.mark, c.released, sum(c.change)
    FROM soundings.finding_day_change c
    WHERE c.holds_until < date_trunc('month', c.day::timestamp)::date AND octet_length(c.profile) <= 2000
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(c.change) <> 0;
  INSERT INTO finding_tally_change (profile, mark, released, review, shared, holds_until, day, change)
    SELECT profile, mark, released, review, shared, holds_until, day, change FROM soundings.finding_day_change
    WHERE octet_length(profile) > 2000;
  ANALYZE finding_tally, finding_lapse_tally, finding_period_tally, finding_late_tally, finding_tally_change, tallied_finding,
    finding_past;
END $$;

CALL soundings.tally_findings();
