-- What a published question is tagged with stays, save where one term of a merged pair stands for the other.
CREATE FUNCTION soundings.keep_published_term() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  owner_id uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW.question_id ELSE OLD.question_id END;
  changed uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW.term_id ELSE OLD.term_id END;
BEGIN
  IF TG_OP <> 'UPDATE' AND EXISTS (
    SELECT FROM question_term qt JOIN term one ON one.id = qt.term_id JOIN term other ON other.id = changed
    WHERE qt.question_id = owner_id AND qt.term_id <> changed
      AND (one.merged_into_id = other.id OR other.merged_into_id = one.id)) THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF EXISTS (SELECT FROM question q WHERE q.id = owner_id AND q.published_at IS NOT NULL)
     OR (TG_OP = 'UPDATE' AND NEW.question_id <> OLD.question_id) THEN
    PERFORM soundings.refuse('PublishedTextIsFrozen',
      'PublishedTextIsFrozen: Criteria, threat areas and priorities of a published question cannot be changed.');
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
DROP TRIGGER keep_published_term ON question_term;
CREATE TRIGGER keep_published_term BEFORE INSERT OR UPDATE OR DELETE ON question_term
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_published_term();

ALTER TABLE record_merge DROP CONSTRAINT record_merge_noun_check;
ALTER TABLE record_merge
  ADD CONSTRAINT record_merge_noun_check CHECK (noun IN ('finding', 'question', 'organisation', 'term'));
