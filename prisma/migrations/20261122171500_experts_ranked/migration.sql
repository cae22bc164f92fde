-- Experts are matched by their works and by what they say of themselves: 31 works taken by listed experts, 32 their
-- profiles (app/domain/matching/ranking/shelves.ts says the same).
ALTER TABLE ranked_document DROP CONSTRAINT ranked_document_shelf_check;
ALTER TABLE ranked_document ADD CONSTRAINT ranked_document_shelf_check CHECK (shelf IN (11, 12, 13, 21, 22, 31, 32));

CREATE OR REPLACE VIEW soundings.rankable AS
  SELECT q.id AS subject,
    CASE WHEN q.released_at IS NOT NULL THEN 11 WHEN q.visibility = 'network' THEN 12 ELSE 13 END AS shelf,
    q.title, concat_ws(' ', q.summary, q.questions_asked, q.background, q.decision, q.outputs) AS body
  FROM question q WHERE q.published_at IS NOT NULL AND q.merged_into_id IS NULL
  UNION ALL
  SELECT f.id, CASE WHEN f.released_at IS NOT NULL THEN 21 ELSE 22 END,
    v.title, concat_ws(' ', v.key_messages, v.summary, v.methods, v.limits, v.venue)
  FROM finding f JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
  WHERE v.published_at IS NOT NULL AND f.published_at IS NOT NULL
    AND f.merged_into_id IS NULL AND f.retracted_at IS NULL
  UNION ALL
  SELECT w.id, 31, w.title, w.description
  FROM expert_work w JOIN expert_profile e ON e.person_id = w.person_id WHERE w.state = 'taken' AND e.listed
  UNION ALL
  SELECT e.person_id, 32, '', concat_ws(' ', e.summary, e.interests) FROM expert_profile e WHERE e.listed;

CREATE FUNCTION soundings.work_was_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.rank_document(OLD.id, NULL, NULL, NULL);
  RETURN NULL;
END $$;

CREATE FUNCTION soundings.profile_was_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.rank_again(NEW.person_id);
  IF TG_OP = 'INSERT' OR NEW.listed <> OLD.listed THEN
    PERFORM soundings.rank_again(id) FROM expert_work WHERE person_id = NEW.person_id AND state = 'taken';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION soundings.profile_was_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.rank_document(OLD.person_id, NULL, NULL, NULL);
  PERFORM soundings.rank_document(id, NULL, NULL, NULL) FROM expert_work WHERE person_id = OLD.person_id;
  RETURN NULL;
END $$;

CREATE TRIGGER expert_work_ranked AFTER INSERT OR UPDATE OF title, description, state, person_id ON expert_work
  FOR EACH ROW EXECUTE FUNCTION soundings.rankable_was_written();
CREATE TRIGGER expert_work_unranked AFTER DELETE ON expert_work
  FOR EACH ROW EXECUTE FUNCTION soundings.work_was_removed();
CREATE TRIGGER expert_profile_ranked AFTER INSERT OR UPDATE OF summary, interests, listed ON expert_profile
  FOR EACH ROW EXECUTE FUNCTION soundings.profile_was_written();
CREATE TRIGGER expert_profile_unranked AFTER DELETE ON expert_profile
  FOR EACH ROW EXECUTE FUNCTION soundings.profile_was_removed();

SELECT count(soundings.rank_again(person_id)) FROM expert_profile WHERE listed;
SELECT count(soundings.rank_again(id)) FROM expert_work WHERE state = 'taken';
