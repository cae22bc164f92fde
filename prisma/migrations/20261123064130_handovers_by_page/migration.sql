-- CreateIndex
CREATE INDEX "handover_path_idx" ON "handover"("path");

-- Who answers for what keeps the name it was written with: whoever accepted it last, or whoever is written there.
CREATE FUNCTION soundings.answers_for(the_kind text, the_item text, written uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT t.to_id FROM handover t WHERE t.kind = the_kind AND t.item = the_item AND t.answer = 'accepted'
    ORDER BY t.answered_at DESC, t.id DESC LIMIT 1), written)
$$;

-- What else an organisation is found by: what it was called, and what came to it and is closed.
CREATE FUNCTION soundings.former_names(the_organisation uuid) RETURNS text LANGUAGE sql STABLE AS $$
  WITH own AS (
    SELECT the_organisation AS id UNION SELECT h.id FROM soundings.organisation_heir h
      JOIN organisation o ON o.id = h.id AND o.closed_at IS NOT NULL WHERE h.heir_id = the_organisation)
  SELECT string_agg(n.name, ', ' ORDER BY n.name) FROM (
    SELECT o.name FROM own JOIN organisation o ON o.id = own.id WHERE own.id <> the_organisation
    UNION SELECT r.former_name FROM own JOIN reorganisation_part p ON p.organisation_id = own.id
      JOIN reorganisation r ON r.id = p.reorganisation_id AND r.kind = 'rename' AND r.completed_at IS NOT NULL) n
$$;
CREATE OR REPLACE VIEW soundings.directory AS
  SELECT p.id AS subject, p.name, concat_ws(' ', e.summary, e.interests, named.terms) AS text
  FROM expert_profile e JOIN person p ON p.id = e.person_id CROSS JOIN LATERAL (
    SELECT string_agg(t.name || ' ' || array_to_string(t.aliases, ' '), ' ' ORDER BY t.id) AS terms
    FROM expert_term x JOIN term t ON t.id = x.term_id WHERE x.person_id = p.id) named
  WHERE e.listed AND p.erased_at IS NULL
  UNION ALL
  SELECT o.id, o.name, concat_ws(' ', o.kind, held.teams, soundings.former_names(o.id))
  FROM organisation o CROSS JOIN LATERAL (
    SELECT string_agg(t.name, ' ' ORDER BY t.id) AS teams
    FROM team t WHERE t.organisation_id = o.id AND t.closed_at IS NULL) held;
CREATE FUNCTION soundings.directory_of_reorganisation_was_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.enter_again(p.organisation_id) FROM reorganisation_part p WHERE p.reorganisation_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER reorganisation_directory AFTER UPDATE OF completed_at ON reorganisation
  FOR EACH ROW EXECUTE FUNCTION soundings.directory_of_reorganisation_was_written();
