-- What tells the gaps of the map apart: whether a finding reviews others, answers no question, and until when it holds.
ALTER TABLE tallied_finding
  ADD COLUMN review boolean NOT NULL DEFAULT false,
  ADD COLUMN shared boolean NOT NULL DEFAULT false,
  ADD COLUMN holds_until date NOT NULL DEFAULT '9999-12-31';
ALTER TABLE finding_tally_change
  ADD COLUMN review boolean NOT NULL DEFAULT false,
  ADD COLUMN shared boolean NOT NULL DEFAULT false,
  ADD COLUMN holds_until date NOT NULL DEFAULT '9999-12-31';

CREATE TABLE finding_fact_tally (
  threat      uuid NOT NULL,
  strand      uuid NOT NULL,
  released    boolean NOT NULL,
  review      boolean NOT NULL,
  shared      boolean NOT NULL,
  holds_until date NOT NULL,
  findings    integer NOT NULL,
  PRIMARY KEY (threat, strand, released, review, shared, holds_until)
);

-- The last day of the calendar stands for a finding that nobody has to look at again.
CREATE OR REPLACE VIEW soundings.standing_finding AS
  SELECT f.id AS finding,
    CASE WHEN f.confidence IS NULL THEN 'not-appraised' ELSE 'finding-' || f.confidence END AS mark,
    f.released_at IS NOT NULL AS released,
    ARRAY(SELECT t.id FROM finding_term x JOIN term t ON t.id = x.term_id
      WHERE x.finding_id = f.id AND t.scheme = 'threatArea' ORDER BY t.id) AS threats,
    ARRAY(SELECT t.id FROM finding_term x JOIN term t ON t.id = x.term_id
      WHERE x.finding_id = f.id AND t.scheme = 'strand' ORDER BY t.id) AS strands,
    coalesce((SELECT v.study_type = 'review' FROM finding_version v
      WHERE v.finding_id = f.id AND v.number = f.current_number), false) AS review,
    f.question_id IS NULL AS shared,
    coalesce(f.review_by, '9999-12-31'::date) AS holds_until
  FROM finding f
  WHERE f.published_at IS NOT NULL AND f.retracted_at IS NULL AND f.superseded_at IS NULL AND f.merged_into_id IS NULL;

CREATE OR REPLACE FUNCTION soundings.tally_finding(of_finding uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  held tallied_finding;
  standing soundings.standing_finding;
BEGIN
  SELECT * INTO standing FROM soundings.standing_finding WHERE finding = of_finding;
  SELECT * INTO held FROM tallied_finding WHERE finding = of_finding;
  IF standing IS NOT DISTINCT FROM held THEN RETURN; END IF;
  -- Two who tag one finding at once wait for each other here, and the second counts what both left.
  PERFORM FROM finding WHERE id = of_finding FOR NO KEY UPDATE;
  SELECT * INTO standing FROM soundings.standing_finding WHERE finding = of_finding;
  DELETE FROM tallied_finding WHERE finding = of_finding RETURNING * INTO held;
  IF held.finding IS NOT NULL THEN
    INSERT INTO finding_tally_change (level, threat, strand, mark, released, change, review, shared, holds_until)
      SELECT level, threat, strand, held.mark, held.released, -1, held.review, held.shared, held.holds_until
      FROM soundings.tallies(held.threats, held.strands);
  END IF;
  IF standing.finding IS NOT NULL THEN
    INSERT INTO tallied_finding (finding, mark, released, threats, strands, review, shared, holds_until)
      VALUES (standing.finding, standing.mark, standing.released, standing.threats, standing.strands,
        standing.review, standing.shared, standing.holds_until);
    INSERT INTO finding_tally_change (level, threat, strand, mark, released, change, review, shared, holds_until)
      SELECT level, threat, strand, standing.mark, standing.released, 1, standing.review, standing.shared,
        standing.holds_until
      FROM soundings.tallies(standing.threats, standing.strands);
  END IF;
END $$;

DROP TRIGGER finding_tallied ON finding;
CREATE TRIGGER finding_tallied AFTER INSERT OR UPDATE OF confidence, published_at, released_at, retracted_at, superseded_at,
    merged_into_id, review_by, current_number, question_id ON finding
  FOR EACH ROW WHEN (NEW.published_at IS NOT NULL) EXECUTE FUNCTION soundings.finding_stood_otherwise();

-- A published version is fixed, so that only a new one can tell something else.
CREATE FUNCTION soundings.version_stood_otherwise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.tally_finding(NEW.finding_id);
  RETURN NULL;
END $$;
CREATE TRIGGER finding_review_tallied AFTER INSERT ON finding_version
  FOR EACH ROW WHEN (NEW.published_at IS NOT NULL AND NEW.study_type = 'review')
  EXECUTE FUNCTION soundings.version_stood_otherwise();

CREATE OR REPLACE FUNCTION soundings.fold_finding_tallies() RETURNS void LANGUAGE sql AS $$
  WITH taken AS (
    DELETE FROM finding_tally_change
    RETURNING level, threat, strand, mark, released, change, review, shared, holds_until
  ), facts AS (
    INSERT INTO finding_fact_tally (threat, strand, released, review, shared, holds_until, findings)
      SELECT threat, strand, released, review, shared, holds_until, sum(change) FROM taken WHERE level = 0
      GROUP BY threat, strand, released, review, shared, holds_until HAVING sum(change) <> 0 ORDER BY 1, 2, 3, 4, 5, 6
    ON CONFLICT (threat, strand, released, review, shared, holds_until)
      DO UPDATE SET findings = finding_fact_tally.findings + EXCLUDED.findings
  )
  INSERT INTO finding_tally (level, threat, strand, mark, released, findings)
    SELECT level, threat, strand, mark, released, sum(change) FROM taken
    GROUP BY level, threat, strand, mark, released HAVING sum(change) <> 0 ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT (level, threat, strand, mark, released)
    DO UPDATE SET findings = finding_tally.findings + EXCLUDED.findings
$$;

CREATE OR REPLACE PROCEDURE soundings.tally_everything() LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE finding_tally, finding_fact_tally, finding_tally_change, tallied_finding RESTART IDENTITY;
  INSERT INTO tallied_finding (finding, mark, released, threats, strands, review, shared, holds_until)
    SELECT finding, mark, released, threats, strands, review, shared, holds_until FROM soundings.standing_finding;
  INSERT INTO finding_tally (level, threat, strand, mark, released, findings)
    SELECT t.level, t.threat, t.strand, f.mark, f.released, count(*)
    FROM tallied_finding f CROSS JOIN soundings.tallies(f.threats, f.strands) t GROUP BY 1, 2, 3, 4, 5;
  INSERT INTO finding_fact_tally (threat, strand, released, review, shared, holds_until, findings)
    SELECT t.threat, t.strand, f.released, f.review, f.shared, f.holds_until, count(*)
    FROM tallied_finding f CROSS JOIN soundings.tallies(f.threats, f.strands) t WHERE t.level = 0
    GROUP BY 1, 2, 3, 4, 5, 6;
  ANALYZE finding_tally, finding_fact_tally, tallied_finding;
END $$;

CALL soundings.tally_everything();
