ALTER TABLE score ADD CONSTRAINT score_value_on_scale CHECK (value BETWEEN 0 AND 5);
ALTER TABLE score ADD CONSTRAINT score_submitted_whole
  CHECK (submitted_at IS NULL OR (value IS NOT NULL AND btrim(reason) <> ''));
ALTER TABLE consensus_score ADD CONSTRAINT consensus_value_on_scale CHECK (value BETWEEN 0 AND 5);
ALTER TABLE consensus_score ADD CONSTRAINT consensus_has_rationale CHECK (btrim(rationale) <> '');

ALTER TABLE declaration ADD CONSTRAINT declaration_interest_has_details
  CHECK (NOT has_interest OR btrim(details) <> '');
ALTER TABLE declaration ADD CONSTRAINT declaration_decided_whole
  CHECK ((decided_at IS NULL) = (confirmed IS NULL) AND (decided_at IS NULL) = (decided_by_id IS NULL));
ALTER TABLE wall ADD CONSTRAINT wall_has_reason CHECK (btrim(reason) <> '');
CREATE UNIQUE INDEX wall_live_once ON wall (question_id, person_id, coalesce(bid_id, question_id))
  WHERE lifted_at IS NULL;

-- One moderator a panel, and one recommendation that waits or was approved a question at a time.
CREATE UNIQUE INDEX panel_one_moderator ON panel_membership (question_id)
  WHERE role = 'moderator' AND ended_at IS NULL;
CREATE UNIQUE INDEX recommendation_one_waiting ON recommendation (question_id)
  WHERE approved_at IS NULL AND returned_at IS NULL;
ALTER TABLE recommendation ADD CONSTRAINT recommendation_decided_once
  CHECK (approved_at IS NULL OR returned_at IS NULL);

-- A score that was submitted stands; nobody scores a bid they are part of; nothing changes once quality is agreed.
CREATE FUNCTION score_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.submitted_at IS NOT NULL THEN
    PERFORM soundings.refuse('ScoreIsSubmitted', 'ScoreIsSubmitted: You have submitted your scores for this bid, so they can no longer be changed.');
  END IF;
  IF EXISTS (SELECT FROM bid b JOIN question q ON q.id = b.question_id
             WHERE b.id = NEW.bid_id AND q.quality_agreed_at IS NOT NULL) THEN
    PERFORM soundings.refuse('QualityIsAgreed', 'QualityIsAgreed: Quality is agreed for this question, so scores can no longer be changed.');
  END IF;
  IF EXISTS (SELECT FROM bid b JOIN bid_member m ON m.bid_id = b.id
             JOIN bid scored ON scored.question_id = b.question_id
             JOIN bid_submission s ON s.bid_id = b.id AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL
             WHERE scored.id = NEW.bid_id AND m.person_id = NEW.person_id AND m.declined_at IS NULL) THEN
    PERFORM soundings.refuse('ScorerBids', 'ScorerBids: You stand in a bid for this question, so you cannot score any of its bids.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER score_stands BEFORE INSERT OR UPDATE ON score
  FOR EACH ROW EXECUTE FUNCTION score_stands();

CREATE FUNCTION consensus_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM bid b JOIN question q ON q.id = b.question_id
             WHERE b.id = NEW.bid_id AND q.quality_agreed_at IS NOT NULL) THEN
    PERFORM soundings.refuse('QualityIsAgreed', 'QualityIsAgreed: Quality is agreed for this question, so scores can no longer be changed.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER consensus_stands BEFORE INSERT OR UPDATE ON consensus_score
  FOR EACH ROW EXECUTE FUNCTION consensus_stands();

-- What was scored, agreed, minuted or declared is never deleted.
CREATE FUNCTION evaluation_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.refuse('EvaluationIsKept', 'EvaluationIsKept: Records of an evaluation are kept.');
  RETURN NULL;
END $$;
CREATE TRIGGER score_is_kept BEFORE DELETE ON score
  FOR EACH ROW WHEN (OLD.submitted_at IS NOT NULL) EXECUTE FUNCTION evaluation_is_kept();
CREATE TRIGGER consensus_is_kept BEFORE DELETE ON consensus_score
  FOR EACH ROW EXECUTE FUNCTION evaluation_is_kept();
CREATE TRIGGER minutes_are_kept BEFORE DELETE OR UPDATE ON moderation_meeting
  FOR EACH ROW EXECUTE FUNCTION evaluation_is_kept();
CREATE TRIGGER declaration_is_kept BEFORE DELETE ON declaration
  FOR EACH ROW EXECUTE FUNCTION evaluation_is_kept();
CREATE TRIGGER wall_is_kept BEFORE DELETE ON wall
  FOR EACH ROW EXECUTE FUNCTION evaluation_is_kept();
CREATE TRIGGER recommendation_is_kept BEFORE DELETE ON recommendation
  FOR EACH ROW EXECUTE FUNCTION evaluation_is_kept();
