-- Nor is a bid excluded once its question was withdrawn.
CREATE TRIGGER question_goes_on BEFORE UPDATE OF excluded_at ON bid
  FOR EACH ROW EXECUTE FUNCTION soundings.question_goes_on();
