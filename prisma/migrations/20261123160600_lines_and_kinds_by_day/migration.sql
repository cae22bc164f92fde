-- AlterTable
ALTER TABLE "money_change" ADD COLUMN     "award_id" UUID,
ADD COLUMN     "line_id" UUID;

-- AlterTable
ALTER TABLE "organisation_before" ADD COLUMN     "kind" TEXT;

-- An entered line is its own; of other changes from before only whose money it was is known, so that they count as one line.
ALTER TABLE money_change DISABLE TRIGGER money_change_kept;
UPDATE money_change m SET
  line_id = CASE WHEN m.source = 'line' THEN m.owner_id ELSE coalesce(
    (SELECT c.id FROM counted_money c WHERE c.owner_id = m.owner_id AND c.source = m.source
      AND c.organisation_id = m.organisation_id ORDER BY c.id LIMIT 1),
    md5(concat(m.owner_id, m.source, m.organisation_id))::uuid) END,
  award_id = CASE WHEN m.source = 'award' THEN coalesce(
    (SELECT c.award_id FROM counted_money c WHERE c.owner_id = m.owner_id AND c.source = m.source
      AND c.organisation_id = m.organisation_id ORDER BY c.id LIMIT 1),
    (SELECT a.id FROM award a WHERE a.question_id = m.owner_id ORDER BY a.notice_at NULLS LAST, a.id LIMIT 1)) END;
ALTER TABLE money_change ENABLE TRIGGER money_change_kept;
ALTER TABLE "money_change" ALTER COLUMN "line_id" SET NOT NULL;

-- As before, and which line it is that changes.
CREATE OR REPLACE FUNCTION soundings.count_money(owners uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  kept boolean := soundings.keeps_changes();
BEGIN
  PERFORM FROM question WHERE id = ANY(owners) ORDER BY id FOR NO KEY UPDATE;
  PERFORM FROM ledger_line WHERE id = ANY(owners) ORDER BY id FOR NO KEY UPDATE;
  WITH standing AS MATERIALIZED (SELECT * FROM soundings.standing_money WHERE owner_id = ANY(owners)),
    gone AS (DELETE FROM counted_money c WHERE c.owner_id = ANY(owners)
      AND NOT EXISTS (SELECT FROM standing s WHERE s.id = c.id AND s IS NOT DISTINCT FROM c) RETURNING c.*),
    changed AS MATERIALIZED (
      SELECT -1 AS change, gone.* FROM gone
      UNION ALL SELECT 1, s.* FROM standing s
        WHERE NOT EXISTS (SELECT FROM counted_money c WHERE c.id = s.id AND c IS NOT DISTINCT FROM s)),
    summed AS (INSERT INTO money_tally_change (change, source, organisation_id, amount, planned, actual, firm, ring_fenced,
        secure, starts_on, base, stated_on, estimate, strand_id, level_id, intervention_id, overseas, areas, activities)
      SELECT change, source, organisation_id, amount, planned, actual, firm, ring_fenced, secure, starts_on, base, stated_on,
        estimate, strand_id, level_id, intervention_id, overseas, areas, activities FROM changed WHERE shared)
  INSERT INTO money_change (change, line_id, owner_id, award_id, source, organisation_id, amount, planned, actual, firm, ring_fenced,
      secure, starts_on, base, stated_on, estimate, strand_id, level_id, intervention_id, overseas, areas, activities, shared,
      changed_at)
    SELECT change, id, owner_id, award_id, source, organisation_id, amount, planned, actual, firm, ring_fenced, secure, starts_on,
      base, stated_on, estimate, strand_id, level_id, intervention_id, overseas, areas, activities, shared, soundings.now()
    FROM changed WHERE kept ORDER BY change;
  INSERT INTO counted_money SELECT * FROM soundings.standing_money s WHERE owner_id = ANY(owners)
    AND NOT EXISTS (SELECT FROM counted_money c WHERE c.id = s.id);
END $$;

CREATE OR REPLACE FUNCTION soundings.note_holder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT soundings.keeps_changes() THEN RETURN NULL; END IF;
  CASE TG_TABLE_NAME
    WHEN 'organisation' THEN
      INSERT INTO organisation_before (organisation_id, name, kind, held_until)
        VALUES (OLD.id, OLD.name, OLD.kind, soundings.now());
    WHEN 'team' THEN
      INSERT INTO organisation_before (team_id, name, of_id, held_until)
        VALUES (OLD.id, OLD.name, OLD.organisation_id, soundings.now());
    WHEN 'priority_set' THEN
      INSERT INTO organisation_before (priority_set_id, of_id, held_until)
        VALUES (OLD.id, OLD.owner_organisation_id, soundings.now());
  END CASE;
  RETURN NULL;
END $$;
DROP TRIGGER note_holder ON organisation;
CREATE TRIGGER note_holder AFTER UPDATE OF name, kind ON organisation FOR EACH ROW
  WHEN ((OLD.name, OLD.kind) IS DISTINCT FROM (NEW.name, NEW.kind)) EXECUTE FUNCTION soundings.note_holder();
