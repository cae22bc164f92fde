-- Who tags a finding waits for whoever publishes it meanwhile, and they for the tag: the second counts what both left.
CREATE OR REPLACE FUNCTION soundings.findings_were_tagged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM finding WHERE id IN (SELECT finding_id FROM changed) ORDER BY id FOR NO KEY UPDATE;
  PERFORM soundings.tally_changed(ARRAY(SELECT DISTINCT c.finding_id FROM changed c JOIN finding f ON f.id = c.finding_id
    WHERE f.published_at IS NOT NULL));
  RETURN NULL;
END $$;
