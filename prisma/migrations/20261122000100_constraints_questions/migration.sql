ALTER TABLE question
  ADD CONSTRAINT question_author_is_not_owner CHECK (author_id <> senior_responsible_owner_id),
  ADD CONSTRAINT question_author_did_not_approve CHECK (author_id <> approved_by_id),
  ADD CONSTRAINT question_weights CHECK (quality_weight BETWEEN 0 AND 100 AND quality_weight + price_weight = 100),
  ADD CONSTRAINT question_budget CHECK (budget_minimum >= 0 AND budget_maximum >= 0 AND budget_minimum <= budget_maximum),
  ADD CONSTRAINT question_awards_available CHECK (awards_available BETWEEN 1 AND 100),
  ADD CONSTRAINT question_word_limit CHECK (word_limit BETWEEN 100 AND 50000),
  ADD CONSTRAINT question_withdrawn_with_reason CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)),
  ADD CONSTRAINT question_returned_with_reason CHECK (returned_at IS NULL OR returned_reason <> ''),
  ADD CONSTRAINT question_published_is_approved CHECK (
    published_at IS NULL OR (submitted_at IS NOT NULL AND approved_at IS NOT NULL AND approved_by_id IS NOT NULL)),
  ADD CONSTRAINT question_stages_in_order CHECK (
    published_at <= clarifications_close_at AND clarifications_close_at <= answers_due_at
    AND answers_due_at <= closes_at AND published_at <= opened_at),
  ADD CONSTRAINT question_opens_after_closing CHECK (opened_at IS NULL OR opened_at >= closes_at),
  ADD CONSTRAINT question_released_is_published CHECK (released_at IS NULL OR published_at IS NOT NULL),
  ADD CONSTRAINT question_decision_has_outcome CHECK (decided_at IS NULL OR outcome IS NOT NULL);

ALTER TABLE criterion
  ADD CONSTRAINT criterion_weight CHECK (weight BETWEEN 1 AND 100),
  ADD CONSTRAINT criterion_minimum CHECK (minimum BETWEEN 0 AND 5);

ALTER TABLE question_invitation
  ADD CONSTRAINT question_invitation_is_of_one CHECK (num_nonnulls(person_id, organisation_id) = 1);

ALTER TABLE clarification
  ADD CONSTRAINT clarification_is_answered_or_declined CHECK (answered_at IS NULL OR declined_at IS NULL),
  ADD CONSTRAINT clarification_answer_is_whole CHECK (
    (answered_at IS NULL) = (answer IS NULL) AND (answered_at IS NULL) = (published_text IS NULL)),
  ADD CONSTRAINT clarification_declined_with_reason CHECK ((declined_at IS NULL) = (declined_reason IS NULL));

ALTER TABLE advice_answer
  ADD CONSTRAINT advice_answer_consents_or_refuses CHECK (consented_at IS NULL OR refused_at IS NULL),
  ADD CONSTRAINT advice_answer_stages CHECK (
    (acknowledged_at IS NULL OR submitted_at IS NOT NULL)
    AND (publish_asked_at IS NULL OR submitted_at IS NOT NULL)
    AND (consented_at IS NULL OR (publish_asked_at IS NOT NULL AND consent_named IS NOT NULL)));

CREATE INDEX question_invitation_person ON question_invitation (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX question_invitation_organisation ON question_invitation (organisation_id)
  WHERE organisation_id IS NOT NULL;
CREATE INDEX question_released ON question (published_at DESC, id DESC) WHERE released_at IS NOT NULL;
CREATE INDEX clarification_waiting ON clarification (question_id)
  WHERE answered_at IS NULL AND declined_at IS NULL;

-- What may change on a question after publication: stages, people, visibility and release. All else is frozen,
-- new columns included, because the frozen part is the row without these names.
CREATE FUNCTION soundings.question_frozen_part(row_as_json jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT row_as_json - ARRAY[
    'senior_responsible_owner_id', 'budget_holder_id', 'visibility', 'revision', 'updated_at', 'opened_at',
    'evaluation_started_at', 'quality_agreed_at', 'price_opened_at', 'decided_at', 'outcome', 'outcome_reason',
    'delivery_started_at', 'answered_at', 'withdrawn_at', 'withdrawn_reason', 'released_at', 'review_by',
    'merged_into_id']
$$;

CREATE FUNCTION soundings.keep_published_question() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  takes_bids boolean;
  total integer;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.submitted_at IS NOT NULL THEN
      PERFORM soundings.refuse('QuestionIsKept', 'QuestionIsKept: A question that was submitted is never deleted.');
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.published_at IS NOT NULL THEN
    IF soundings.question_frozen_part(to_jsonb(OLD)) <> soundings.question_frozen_part(to_jsonb(NEW)) THEN
      PERFORM soundings.refuse('PublishedTextIsFrozen',
        'PublishedTextIsFrozen: A published question cannot be changed. Add an addendum, or withdraw it and publish it again.');
    END IF;
    IF OLD.withdrawn_at IS NOT NULL AND (NEW.withdrawn_at, NEW.withdrawn_reason)
       IS DISTINCT FROM (OLD.withdrawn_at, OLD.withdrawn_reason) THEN
      PERFORM soundings.refuse('WithdrawalIsFinal', 'WithdrawalIsFinal: A question that was withdrawn stays withdrawn.');
    END IF;
  ELSIF NEW.published_at IS NOT NULL THEN
    SELECT r.takes_bids INTO takes_bids FROM route r WHERE r.id = NEW.route_id;
    SELECT coalesce(sum(c.weight), 0) INTO total FROM criterion c WHERE c.question_id = NEW.id;
    IF takes_bids AND total <> 100 THEN
      PERFORM soundings.refuse('WeightsDoNotTotal', 'WeightsDoNotTotal: The weights of the criteria must total 100.');
    END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER keep_published_question BEFORE UPDATE OR DELETE ON question
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_published_question();

CREATE FUNCTION soundings.keep_published_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  owner_id uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW.question_id ELSE OLD.question_id END;
BEGIN
  IF EXISTS (SELECT FROM question q WHERE q.id = owner_id AND q.published_at IS NOT NULL)
     OR (TG_OP = 'UPDATE' AND NEW.question_id <> OLD.question_id) THEN
    PERFORM soundings.refuse('PublishedTextIsFrozen',
      'PublishedTextIsFrozen: Criteria, threat areas and priorities of a published question cannot be changed.');
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER keep_published_criterion BEFORE INSERT OR UPDATE OR DELETE ON criterion
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_published_part();
CREATE TRIGGER keep_published_term BEFORE INSERT OR UPDATE OR DELETE ON question_term
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_published_part();
CREATE TRIGGER keep_published_priority BEFORE INSERT OR UPDATE OR DELETE ON question_priority
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_published_part();

CREATE FUNCTION soundings.keep_as_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.refuse('RecordIsKept', 'RecordIsKept: Versions and addenda are never changed or deleted.');
  RETURN NULL;
END $$;

CREATE TRIGGER keep_question_version BEFORE UPDATE OR DELETE ON question_version
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_as_written();
CREATE TRIGGER keep_addendum BEFORE UPDATE OR DELETE ON addendum
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_as_written();
