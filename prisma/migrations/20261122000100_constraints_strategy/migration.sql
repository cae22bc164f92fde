ALTER TABLE framework ADD CONSTRAINT framework_dates_check CHECK (ends_on >= starts_on);
ALTER TABLE priority_set ADD CONSTRAINT priority_set_dates_check CHECK (ends_on >= starts_on);
ALTER TABLE crosswalk ADD CONSTRAINT crosswalk_number_check CHECK (number > 0);

CREATE FUNCTION soundings.keep_strategy_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.refuse('VersionIsKept', 'VersionIsKept: A recorded version cannot be changed or deleted.');
  RETURN NULL;
END $$;

CREATE TRIGGER framework_version_kept BEFORE UPDATE OR DELETE ON framework_version
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_strategy_version();
CREATE TRIGGER priority_set_version_kept BEFORE UPDATE OR DELETE ON priority_set_version
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_strategy_version();

-- A crosswalk is redrawn under a new number; the ones before stay as they were.
CREATE TRIGGER crosswalk_kept BEFORE UPDATE OR DELETE ON crosswalk
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_strategy_version();
CREATE TRIGGER crosswalk_entry_kept BEFORE UPDATE OR DELETE ON crosswalk_entry
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_strategy_version();

-- A priority belongs to the crosswalk of its own set.
CREATE FUNCTION soundings.crosswalk_within_set() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM crosswalk c JOIN priority p ON p.priority_set_id = c.priority_set_id
                 WHERE c.id = NEW.crosswalk_id AND p.id = NEW.priority_id) THEN
    PERFORM soundings.refuse('PriorityIsOfAnotherSet', 'PriorityIsOfAnotherSet: This priority is of another set.');
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER crosswalk_entry_within_set BEFORE INSERT ON crosswalk_entry
  FOR EACH ROW EXECUTE FUNCTION soundings.crosswalk_within_set();
