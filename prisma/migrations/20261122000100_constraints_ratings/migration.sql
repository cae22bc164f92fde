-- One rating per person, finding and priority stands in the tables; here is what it may say.
ALTER TABLE rating
  ADD CONSTRAINT rating_value_check CHECK (value IS NULL OR value BETWEEN 1 AND 5),
  ADD CONSTRAINT rating_certainty_check CHECK (certainty BETWEEN 1 AND 3),
  ADD CONSTRAINT rating_changed_check CHECK (changed_at >= rated_at);

ALTER TABLE rating_history
  ADD CONSTRAINT rating_history_value_check CHECK (value IS NULL OR value BETWEEN 1 AND 5),
  ADD CONSTRAINT rating_history_certainty_check CHECK (certainty BETWEEN 1 AND 3),
  ADD CONSTRAINT rating_history_held_check CHECK (held_until >= held_from);

-- What somebody thought before stays: history is written once.
CREATE FUNCTION soundings.keep_rating_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.refuse('RatingHistoryIsKept', 'RatingHistoryIsKept: What a rating said before cannot be changed.');
  RETURN NULL;
END $$;
CREATE TRIGGER rating_history_kept BEFORE UPDATE OR DELETE ON rating_history
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_rating_history();

ALTER TABLE impact_record
  ADD CONSTRAINT impact_record_withdrawn_check CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)),
  ADD CONSTRAINT impact_record_statement_check CHECK (
    num_nonnulls(statement, statement_hash, statement_signature, statement_key_id, statement_issued_at) IN (0, 5));
