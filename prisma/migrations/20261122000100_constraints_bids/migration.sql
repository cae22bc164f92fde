ALTER TABLE bid ADD CONSTRAINT bid_revision_counts CHECK (revision >= 1);
ALTER TABLE bid ADD CONSTRAINT bid_exclusion_has_reason CHECK ((excluded_at IS NULL) = (excluded_reason IS NULL));
CREATE UNIQUE INDEX bid_one_a_lead ON bid (question_id, lead_id);
CREATE UNIQUE INDEX bid_member_one_lead ON bid_member (bid_id) WHERE role = 'lead';

CREATE UNIQUE INDEX bid_submission_one_live ON bid_submission (bid_id)
  WHERE replaced_at IS NULL AND withdrawn_at IS NULL;
ALTER TABLE bid_submission ADD CONSTRAINT bid_submission_hash_length CHECK (octet_length(content_hash) = 32);
ALTER TABLE bid_submission ADD CONSTRAINT bid_submission_signature_length CHECK (octet_length(receipt_signature) = 64);

ALTER TABLE opening_confirmation
  ADD CONSTRAINT opening_confirmation_capacity_known CHECK (capacity IN ('moderator', 'budgetHolder'));
CREATE UNIQUE INDEX opening_confirmation_one_a_capacity ON opening_confirmation (question_id, capacity);
ALTER TABLE opener_deputy
  ADD CONSTRAINT opener_deputy_capacity_known CHECK (capacity IN ('moderator', 'budgetHolder'));

-- Equal time is late. The share lock keeps an opening from passing between this look and the commit.
CREATE FUNCTION soundings.refuse_late_submission() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked record;
BEGIN
  SELECT q.closes_at, q.opened_at INTO asked
    FROM bid b JOIN question q ON q.id = b.question_id WHERE b.id = NEW.bid_id FOR SHARE OF q;
  IF asked.closes_at IS NULL OR NEW.submitted_at >= asked.closes_at OR NEW.submitted_at >= asked.opened_at THEN
    PERFORM soundings.refuse('DeadlineHasPassed', 'DeadlineHasPassed: The closing time has passed.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bid_submission_in_time BEFORE INSERT ON bid_submission
  FOR EACH ROW EXECUTE FUNCTION soundings.refuse_late_submission();

CREATE FUNCTION soundings.keep_submission() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
     AND to_jsonb(NEW) - 'replaced_at' - 'withdrawn_at' = to_jsonb(OLD) - 'replaced_at' - 'withdrawn_at' THEN
    RETURN NEW;
  END IF;
  PERFORM soundings.refuse('SubmissionIsKept', 'SubmissionIsKept: A submission is kept as it was sent.');
  RETURN NULL;
END $$;
CREATE TRIGGER bid_submission_kept BEFORE UPDATE OR DELETE ON bid_submission
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_submission();

-- A key opens after closing only, with as many different people as the route wants, and the price after quality.
CREATE FUNCTION soundings.guard_seal_key() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked record;
  openers int;
BEGIN
  IF TG_OP = 'DELETE' OR NEW.public_key <> OLD.public_key OR (OLD.opened_at IS NOT NULL AND NEW.opened_at IS NULL) THEN
    PERFORM soundings.refuse('SealKeyIsKept', 'SealKeyIsKept: The key of a question is never changed or removed.');
  END IF;
  IF NEW.opened_at IS NULL OR OLD.opened_at IS NOT NULL THEN
    RETURN NEW;
  END IF;
  SELECT q.closes_at, q.quality_agreed_at, r.two_openers, r.price_after_quality INTO asked
    FROM question q JOIN route r ON r.id = q.route_id WHERE q.id = NEW.question_id;
  SELECT count(*) INTO openers FROM opening_confirmation WHERE question_id = NEW.question_id;
  IF asked.closes_at IS NULL OR asked.closes_at > soundings.now() OR asked.closes_at > NEW.opened_at THEN
    PERFORM soundings.refuse('BidsAreStillSealed', 'BidsAreStillSealed: Bids stay sealed until the closing time.');
  END IF;
  IF openers < (CASE WHEN asked.two_openers THEN 2 ELSE 1 END) THEN
    PERFORM soundings.refuse('OpenersAreMissing', 'OpenersAreMissing: Not enough people have confirmed the opening.');
  END IF;
  IF NEW.part = 'price' AND asked.price_after_quality AND asked.quality_agreed_at IS NULL THEN
    PERFORM soundings.refuse('PriceIsStillSealed', 'PriceIsStillSealed: Prices stay sealed until quality is agreed.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER seal_key_guarded BEFORE UPDATE OR DELETE ON seal_key
  FOR EACH ROW EXECUTE FUNCTION soundings.guard_seal_key();
