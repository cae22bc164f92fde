-- A key of an index has a largest size: of a finding with more terms than fit, the change itself is what is counted.
CREATE OR REPLACE FUNCTION soundings.fold_finding_tallies() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH taken AS (DELETE FROM finding_tally_change WHERE octet_length(profile) <= 2000 RETURNING *), lapses AS (
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

CREATE OR REPLACE PROCEDURE soundings.tally_everything() LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE finding_tally, finding_lapse_tally, finding_tally_change, tallied_finding RESTART IDENTITY;
  INSERT INTO tallied_finding (finding, terms, mark, released, review, shared, holds_until)
    SELECT finding, terms, mark, released, review, shared, holds_until FROM soundings.standing_finding;
  INSERT INTO finding_tally (profile, mark, released, review, shared, findings)
    SELECT terms::text, mark, released, review, shared, count(*) FROM tallied_finding
    WHERE octet_length(terms::text) <= 2000 GROUP BY 1, 2, 3, 4, 5;
  INSERT INTO finding_lapse_tally (holds_until, profile, mark, released, findings)
    SELECT holds_until, terms::text, mark, released, count(*) FROM tallied_finding
    WHERE holds_until <> '9999-12-31' AND octet_length(terms::text) <= 2000 GROUP BY 1, 2, 3, 4;
  INSERT INTO finding_tally_change (profile, mark, released, review, shared, holds_until, change)
    SELECT terms::text, mark, released, review, shared, holds_until, 1 FROM tallied_finding
    WHERE octet_length(terms::text) > 2000;
  ANALYZE finding_tally, finding_lapse_tally, tallied_finding;
END $$;
