ALTER TABLE award ADD CONSTRAINT award_amount_positive CHECK (amount >= 0);
ALTER TABLE award ADD CONSTRAINT award_withdrawn_before_notice
  CHECK (withdrawn_at IS NULL OR (notice_at IS NULL AND btrim(withdrawn_reason) <> ''));
ALTER TABLE award ADD CONSTRAINT award_contract_after_notice
  CHECK (contracted_at IS NULL OR (notice_at IS NOT NULL AND withdrawn_at IS NULL));
ALTER TABLE award ADD CONSTRAINT award_contract_whole
  CHECK (contracted_at IS NULL OR (btrim(contract_reference) <> '' AND starts_on IS NOT NULL AND ends_on >= starts_on));
ALTER TABLE award ADD CONSTRAINT award_closed_after_contract
  CHECK (closed_at IS NULL OR contracted_at IS NOT NULL);
CREATE UNIQUE INDEX award_one_live_a_bid ON award (bid_id) WHERE withdrawn_at IS NULL;

ALTER TABLE milestone ADD CONSTRAINT milestone_amount_positive CHECK (amount >= 0);
ALTER TABLE deliverable ADD CONSTRAINT deliverable_decided_once
  CHECK (accepted_at IS NULL OR returned_at IS NULL);
ALTER TABLE deliverable ADD CONSTRAINT deliverable_return_has_reason
  CHECK (returned_at IS NULL OR btrim(returned_reason) <> '');
-- One deliverable of a milestone waits or is accepted; the returned ones stand beside it.
CREATE UNIQUE INDEX deliverable_one_live ON deliverable (milestone_id) WHERE returned_at IS NULL;

-- No winner and no pound too many. The question's row is locked, so that awards decided at once are counted in turn.
CREATE FUNCTION award_within_limits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  allowed integer;
  budget  bigint;
  others  integer;
  spent   bigint;
BEGIN
  IF NEW.withdrawn_at IS NOT NULL THEN RETURN NEW; END IF;
  SELECT awards_available, budget_maximum INTO allowed, budget FROM question WHERE id = NEW.question_id FOR UPDATE;
  SELECT count(*), coalesce(sum(amount), 0) INTO others, spent FROM award
    WHERE question_id = NEW.question_id AND withdrawn_at IS NULL AND id <> NEW.id;
  IF others + 1 > allowed THEN
    PERFORM soundings.refuse('AwardsAreAllGiven',
      format('AwardsAreAllGiven: This question has %s award%s to give, and no more.', allowed, CASE allowed WHEN 1 THEN '' ELSE 's' END));
  END IF;
  IF budget IS NOT NULL AND spent + NEW.amount > budget THEN
    PERFORM soundings.refuse('BudgetIsExceeded',
      format('BudgetIsExceeded: That is £%s more than the budget of this question.', trim(to_char((spent + NEW.amount - budget) / 100.0, 'FM999,999,999,990.00'))));
  END IF;
  IF NOT EXISTS (SELECT FROM bid b JOIN bid_submission s ON s.bid_id = b.id
                 WHERE b.id = NEW.bid_id AND b.question_id = NEW.question_id
                   AND b.excluded_at IS NULL AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL) THEN
    PERFORM soundings.refuse('BidIsNotInTheCompetition', 'BidIsNotInTheCompetition: Only a submitted bid for this question, not excluded, can be awarded.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER award_within_limits BEFORE INSERT OR UPDATE OF amount, withdrawn_at, bid_id, question_id ON award
  FOR EACH ROW EXECUTE FUNCTION award_within_limits();

-- Milestones are agreed by the contract: after it only payment is recorded, and they never add up to more than the award.
CREATE FUNCTION milestone_is_agreed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  signed timestamptz;
BEGIN
  SELECT contracted_at INTO signed FROM award WHERE id = coalesce(NEW.award_id, OLD.award_id);
  IF signed IS NOT NULL THEN
    PERFORM soundings.refuse('ContractIsSigned', 'ContractIsSigned: The contract is signed, so its milestones can no longer be changed.');
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER milestone_is_agreed BEFORE INSERT OR DELETE OR UPDATE OF position, title, due_on, amount, approval ON milestone
  FOR EACH ROW EXECUTE FUNCTION milestone_is_agreed();

CREATE FUNCTION milestones_within_award() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT coalesce(sum(m.amount), 0) > a.amount FROM award a LEFT JOIN milestone m ON m.award_id = a.id
      WHERE a.id = NEW.award_id GROUP BY a.amount) THEN
    PERFORM soundings.refuse('MilestonesExceedTheAward', 'MilestonesExceedTheAward: The milestones come to more than the award.');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER milestones_within_award AFTER INSERT OR UPDATE OF amount ON milestone
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION milestones_within_award();

CREATE FUNCTION award_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.refuse('AwardIsKept', 'AwardIsKept: Awards and what was delivered for them are kept.');
  RETURN NULL;
END $$;
CREATE TRIGGER award_is_kept BEFORE DELETE ON award FOR EACH ROW EXECUTE FUNCTION award_is_kept();
CREATE TRIGGER deliverable_is_kept BEFORE DELETE ON deliverable FOR EACH ROW EXECUTE FUNCTION award_is_kept();
CREATE TRIGGER summary_sent_is_kept BEFORE DELETE ON assessment_summary
  FOR EACH ROW WHEN (OLD.sent_at IS NOT NULL) EXECUTE FUNCTION award_is_kept();
