-- A question that was withdrawn goes no further: neither its own stages, nor what hangs on them. What was accepted
-- before is still paid for, and its awards are still closed.
CREATE FUNCTION soundings.question_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_question uuid;
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'question' THEN of_question := NEW.id;
    WHEN 'deliverable' THEN
      SELECT a.question_id INTO of_question FROM milestone m JOIN award a ON a.id = m.award_id
        WHERE m.id = NEW.milestone_id;
    WHEN 'assessment_summary' THEN
      SELECT b.question_id INTO of_question FROM bid b WHERE b.id = NEW.bid_id;
    ELSE of_question := (to_jsonb(NEW) ->> 'question_id')::uuid;
  END CASE;
  IF EXISTS (SELECT FROM question q WHERE q.id = of_question AND q.withdrawn_at IS NOT NULL) THEN
    PERFORM soundings.refuse('QuestionIsWithdrawn',
      'QuestionIsWithdrawn: This question was withdrawn, so nothing more happens with it.');
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER question_goes_on BEFORE UPDATE OF opened_at, evaluation_started_at, quality_agreed_at,
    interviews_agreed_at, price_opened_at, decided_at, outcome, delivery_started_at, answered_at ON question
  FOR EACH ROW WHEN (OLD.withdrawn_at IS NOT NULL) EXECUTE FUNCTION soundings.question_goes_on();
CREATE TRIGGER question_goes_on BEFORE INSERT OR UPDATE OF submitted_at, withdrawn_at, invited ON expression
  FOR EACH ROW EXECUTE FUNCTION soundings.question_goes_on();
CREATE TRIGGER question_goes_on BEFORE INSERT ON expression_round
  FOR EACH ROW EXECUTE FUNCTION soundings.question_goes_on();
CREATE TRIGGER question_goes_on BEFORE INSERT ON interview_round
  FOR EACH ROW EXECUTE FUNCTION soundings.question_goes_on();
CREATE TRIGGER question_goes_on BEFORE INSERT OR UPDATE OF chosen_at, withdrawn_at, recorded_at ON interview
  FOR EACH ROW EXECUTE FUNCTION soundings.question_goes_on();
CREATE TRIGGER question_goes_on BEFORE INSERT OR UPDATE OF approved_at, returned_at ON recommendation
  FOR EACH ROW EXECUTE FUNCTION soundings.question_goes_on();
CREATE TRIGGER question_goes_on BEFORE INSERT OR UPDATE OF awarded_at, released_at ON reserve_place
  FOR EACH ROW EXECUTE FUNCTION soundings.question_goes_on();
CREATE TRIGGER question_goes_on BEFORE UPDATE OF sent_at ON assessment_summary
  FOR EACH ROW EXECUTE FUNCTION soundings.question_goes_on();
CREATE TRIGGER question_goes_on BEFORE INSERT OR UPDATE OF notice_at, withdrawn_at, contracted_at ON award
  FOR EACH ROW EXECUTE FUNCTION soundings.question_goes_on();
CREATE TRIGGER question_goes_on BEFORE INSERT OR UPDATE OF decided_at ON challenge
  FOR EACH ROW EXECUTE FUNCTION soundings.question_goes_on();
CREATE TRIGGER question_goes_on BEFORE INSERT OR UPDATE OF reviewed_at, accepted_at, returned_at ON deliverable
  FOR EACH ROW EXECUTE FUNCTION soundings.question_goes_on();
