CREATE TABLE "directory_entry" (
    "subject" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "directory_entry_pkey" PRIMARY KEY ("subject")
);
CREATE INDEX directory_entry_words ON directory_entry USING gin (words);

-- Experts by name, by what they say of their work and by the terms they name; organisations by name, kind and teams.
CREATE VIEW soundings.directory AS
  SELECT p.id AS subject, p.name, concat_ws(' ', e.summary, e.interests, named.terms) AS text
  FROM expert_profile e JOIN person p ON p.id = e.person_id CROSS JOIN LATERAL (
    SELECT string_agg(t.name || ' ' || array_to_string(t.aliases, ' '), ' ' ORDER BY t.id) AS terms
    FROM expert_term x JOIN term t ON t.id = x.term_id WHERE x.person_id = p.id) named
  WHERE e.listed AND p.erased_at IS NULL
  UNION ALL
  SELECT o.id, o.name, concat_ws(' ', o.kind, held.teams)
  FROM organisation o CROSS JOIN LATERAL (
    SELECT string_agg(t.name, ' ' ORDER BY t.id) AS teams
    FROM team t WHERE t.organisation_id = o.id AND t.closed_at IS NULL) held;

-- Writes the entry anew, takes it away where there is none any more, leaves it where nothing changed.
CREATE FUNCTION soundings.enter_again(of_subject uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  entry record;
BEGIN
  SELECT d.text, soundings.analyse(d.name, d.text) AS words INTO entry
    FROM soundings.directory d WHERE d.subject = of_subject;
  IF NOT FOUND THEN
    DELETE FROM directory_entry WHERE subject = of_subject;
    RETURN;
  END IF;
  INSERT INTO directory_entry (subject, text, words) VALUES (of_subject, entry.text, entry.words)
    ON CONFLICT (subject) DO UPDATE SET text = EXCLUDED.text, words = EXCLUDED.words
    WHERE (directory_entry.text, directory_entry.words) IS DISTINCT FROM (EXCLUDED.text, EXCLUDED.words);
END $$;

CREATE FUNCTION soundings.directory_was_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.enter_again(coalesce(NEW.id, OLD.id));
  RETURN NULL;
END $$;

CREATE FUNCTION soundings.directory_of_person_was_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM soundings.enter_again(OLD.person_id); END IF;
  IF TG_OP = 'INSERT' OR (TG_OP = 'UPDATE' AND NEW.person_id <> OLD.person_id) THEN
    PERFORM soundings.enter_again(NEW.person_id);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION soundings.directory_of_team_was_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM soundings.enter_again(OLD.organisation_id); END IF;
  IF TG_OP = 'INSERT' OR (TG_OP = 'UPDATE' AND NEW.organisation_id <> OLD.organisation_id) THEN
    PERFORM soundings.enter_again(NEW.organisation_id);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION soundings.directory_of_term_was_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.enter_again(person_id) FROM expert_term WHERE term_id = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER person_directory AFTER UPDATE OF name, erased_at ON person
  FOR EACH ROW EXECUTE FUNCTION soundings.directory_was_written();
CREATE TRIGGER organisation_directory AFTER INSERT OR DELETE OR UPDATE OF name, kind ON organisation
  FOR EACH ROW EXECUTE FUNCTION soundings.directory_was_written();
CREATE TRIGGER expert_profile_directory AFTER INSERT OR DELETE OR UPDATE OF summary, interests, listed, person_id
  ON expert_profile FOR EACH ROW EXECUTE FUNCTION soundings.directory_of_person_was_written();
CREATE TRIGGER expert_term_directory AFTER INSERT OR DELETE OR UPDATE ON expert_term
  FOR EACH ROW EXECUTE FUNCTION soundings.directory_of_person_was_written();
CREATE TRIGGER team_directory AFTER INSERT OR DELETE OR UPDATE OF name, closed_at, organisation_id ON team
  FOR EACH ROW EXECUTE FUNCTION soundings.directory_of_team_was_written();
CREATE TRIGGER term_directory AFTER UPDATE OF name, aliases ON term
  FOR EACH ROW EXECUTE FUNCTION soundings.directory_of_term_was_written();

SELECT count(soundings.enter_again(subject)) FROM soundings.directory;
