-- Findings counted by all their terms at once, so that the map answers by any two lists, and whatever is asked of
-- threat areas, from the same rows. It took the place of counts by threat area and strand alone.
DROP FUNCTION soundings.fold_finding_tallies();
DROP FUNCTION soundings.tallies(uuid[], uuid[]);
DROP VIEW soundings.standing_finding;
DROP TABLE finding_tally, finding_fact_tally, finding_tally_change, tallied_finding;

CREATE TABLE "tallied_finding" (
  "finding" UUID NOT NULL,
  "terms" UUID[],
  "mark" TEXT NOT NULL,
  "released" BOOLEAN NOT NULL,
  "review" BOOLEAN NOT NULL,
  "shared" BOOLEAN NOT NULL,
  "holds_until" DATE NOT NULL,

  CONSTRAINT "tallied_finding_pkey" PRIMARY KEY ("finding")
);

CREATE TABLE "finding_tally" (
  "profile" TEXT NOT NULL,
  "mark" TEXT NOT NULL,
  "released" BOOLEAN NOT NULL,
  "review" BOOLEAN NOT NULL,
  "shared" BOOLEAN NOT NULL,
  "findings" INTEGER NOT NULL,

  CONSTRAINT "finding_tally_pkey" PRIMARY KEY ("profile", "mark", "released", "review", "shared")
);

CREATE TABLE "finding_lapse_tally" (
  "holds_until" DATE NOT NULL,
  "profile" TEXT NOT NULL,
  "mark" TEXT NOT NULL,
  "released" BOOLEAN NOT NULL,
  "findings" INTEGER NOT NULL,

  CONSTRAINT "finding_lapse_tally_pkey" PRIMARY KEY ("holds_until", "profile", "mark", "released")
);

CREATE TABLE "finding_tally_change" (
  "id" BIGSERIAL NOT NULL,
  "profile" TEXT NOT NULL,
  "mark" TEXT NOT NULL,
  "released" BOOLEAN NOT NULL,
  "review" BOOLEAN NOT NULL,
  "shared" BOOLEAN NOT NULL,
  "holds_until" DATE NOT NULL,
  "change" INTEGER NOT NULL,

  CONSTRAINT "finding_tally_change_pkey" PRIMARY KEY ("id")
);

-- What stands in the knowledge base, as the map counts it (app/domain/insight/chain/item-stage.server.ts says the
-- same). Sorted, so that equals are equal. The last day of the calendar: nobody has to look at it again.
CREATE VIEW soundings.standing_finding AS
  SELECT f.id AS finding,
    ARRAY(SELECT x.term_id FROM finding_term x WHERE x.finding_id = f.id ORDER BY x.term_id) AS terms,
    CASE WHEN f.confidence IS NULL THEN 'not-appraised' ELSE 'finding-' || f.confidence END AS mark,
    f.released_at IS NOT NULL AS released,
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
    INSERT INTO finding_tally_change (profile, mark, released, review, shared, holds_until, change)
      VALUES (held.terms::text, held.mark, held.released, held.review, held.shared, held.holds_until, -1);
  END IF;
  IF standing.finding IS NOT NULL THEN
    INSERT INTO tallied_finding (finding, terms, mark, released, review, shared, holds_until)
      VALUES (standing.finding, standing.terms, standing.mark, standing.released, standing.review, standing.shared,
        standing.holds_until);
    INSERT INTO finding_tally_change (profile, mark, released, review, shared, holds_until, change)
      VALUES (standing.terms::text, standing.mark, standing.released, standing.review, standing.shared,
        standing.holds_until, 1);
  END IF;
END $$;

-- Changes become counts; whatever is added meanwhile waits for the next time.
CREATE FUNCTION soundings.fold_finding_tallies() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH taken AS (DELETE FROM finding_tally_change RETURNING *), lapses AS (
    INSERT INTO finding_lapse_tally (holds_until, profile, mark, released, findings)
      SELECT holds_until, profile, mark, released, sum(change) FROM taken WHERE holds_until <> '9999-12-31'
      GROUP BY 1, 2, 3, 4 HAVING sum(change) <> 0 ORDER BY 1, 2, 3, 4
    ON CONFLICT (holds_until, profile, mark, released)
      DO UPDATE SET findings = finding_lapse_tally.findings + EXCLUDED.findings
  )
  INSERT INTO finding_tally (profile, mark, released, review, shared, findings)
    SELECT profile, mark, released, review, shared, sum(change) FROM taken
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(change) <> 0 ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT (profile, mark, released, review, shared)
    DO UPDATE SET findings = finding_tally.findings + EXCLUDED.findings;
  DELETE FROM finding_tally WHERE findings = 0;
  DELETE FROM finding_lapse_tally WHERE findings = 0;
END $$;

-- Everything counted anew, as after a restored backup without counts.
CREATE OR REPLACE PROCEDURE soundings.tally_everything() LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE finding_tally, finding_lapse_tally, finding_tally_change, tallied_finding RESTART IDENTITY;
  INSERT INTO tallied_finding (finding, terms, mark, released, review, shared, holds_until)
    SELECT finding, terms, mark, released, review, shared, holds_until FROM soundings.standing_finding;
  INSERT INTO finding_tally (profile, mark, released, review, shared, findings)
    SELECT terms::text, mark, released, review, shared, count(*) FROM tallied_finding GROUP BY 1, 2, 3, 4, 5;
  INSERT INTO finding_lapse_tally (holds_until, profile, mark, released, findings)
    SELECT holds_until, terms::text, mark, released, count(*) FROM tallied_finding
    WHERE holds_until <> '9999-12-31' GROUP BY 1, 2, 3, 4;
  ANALYZE finding_tally, finding_lapse_tally, tallied_finding;
END $$;

CALL soundings.tally_everything();

-- The best known first, for whatever much is known of.
CREATE INDEX finding_best ON finding (confidence DESC NULLS LAST, published_at DESC)
  WHERE published_at IS NOT NULL AND retracted_at IS NULL AND superseded_at IS NULL AND merged_into_id IS NULL;
