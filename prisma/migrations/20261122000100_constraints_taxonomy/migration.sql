ALTER TABLE term
  ADD CONSTRAINT term_name_check CHECK (btrim(name) <> ''),
  ADD CONSTRAINT term_slug_check CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT term_retired_check CHECK ((retired_at IS NULL) = (retired_reason IS NULL)),
  ADD CONSTRAINT term_tree_check CHECK (parent_id <> id AND merged_into_id <> id);

ALTER TABLE term_version ADD CONSTRAINT term_version_number_check CHECK (number > 0);

-- What was said once stays readable: a version is neither changed nor taken away.
CREATE FUNCTION soundings.keep_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.refuse('VersionIsKept', 'VersionIsKept: A recorded version cannot be changed or deleted.');
  RETURN NULL;
END $$;

CREATE TRIGGER term_version_kept BEFORE UPDATE OR DELETE ON term_version
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_version();

-- A term is retired, never deleted: what was tagged with it stays citable.
CREATE FUNCTION soundings.keep_term() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.refuse('TermIsKept', 'TermIsKept: A term can be retired but not deleted.');
  RETURN NULL;
END $$;

CREATE TRIGGER term_kept BEFORE DELETE ON term FOR EACH ROW EXECUTE FUNCTION soundings.keep_term();
