ALTER TABLE lot
  ADD CONSTRAINT lot_number CHECK (number BETWEEN 1 AND 10),
  ADD CONSTRAINT lot_says_what CHECK (btrim(title) <> ''),
  ADD CONSTRAINT lot_budget CHECK (budget >= 0),
  ADD CONSTRAINT lot_awards CHECK (awards_available BETWEEN 1 AND 100);
ALTER TABLE question
  ADD CONSTRAINT question_lot_limits CHECK (lots_most_bids BETWEEN 1 AND 10 AND lots_most_awards BETWEEN 1 AND 10),
  ADD CONSTRAINT question_lot_rule CHECK (published_at IS NULL OR lots_most_awards IS NULL OR lot_rule IS NOT NULL);
ALTER TABLE bid ADD CONSTRAINT bid_lot_order CHECK (lot_order BETWEEN 1 AND 10 AND (lot_order IS NULL OR lot_id IS NOT NULL));

-- Lots are whole when they are published, and frozen from then on.
CREATE TRIGGER keep_published_lot BEFORE INSERT OR UPDATE OR DELETE ON lot
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_published_part();
CREATE FUNCTION soundings.lots_are_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held record;
BEGIN
  SELECT count(*) AS lots, coalesce(sum(budget), 0) AS budget, coalesce(sum(awards_available), 0) AS awards,
    coalesce(max(number), 0) AS last, coalesce(bool_or(btrim(covers) = '' OR budget = 0), false) AS unfinished
    INTO held FROM lot WHERE question_id = NEW.id;
  IF coalesce(NEW.divided, false) <> (held.lots > 0) THEN
    PERFORM soundings.refuse('LotsAreUnsettled', 'LotsAreUnsettled: Say whether this question is divided into lots, and describe them if it is.');
  END IF;
  IF held.lots = 0 THEN RETURN NEW; END IF;
  IF held.lots < 2 OR held.last <> held.lots OR held.unfinished OR held.awards <> NEW.awards_available THEN
    PERFORM soundings.refuse('LotsAreUnfinished', 'LotsAreUnfinished: There are 2 to 10 lots, each with a title, what it covers, a budget and a number of awards.');
  END IF;
  IF NEW.budget_maximum IS NULL OR held.budget > NEW.budget_maximum THEN
    PERFORM soundings.refuse('LotsExceedTheBudget', 'LotsExceedTheBudget: The budgets of the lots come to more than the budget of the question.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER lots_are_whole BEFORE UPDATE OF published_at ON question FOR EACH ROW
  WHEN (OLD.published_at IS NULL AND NEW.published_at IS NOT NULL) EXECUTE FUNCTION soundings.lots_are_whole();

-- One bid a lead and lot; where there are no lots, one a lead.
DROP INDEX bid_one_a_lead;
CREATE UNIQUE INDEX bid_one_a_lead ON bid (question_id, lead_id, coalesce(lot_id, question_id));

CREATE FUNCTION soundings.bid_is_for_a_lot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.lot_id IS DISTINCT FROM OLD.lot_id OR NEW.question_id <> OLD.question_id THEN
      PERFORM soundings.refuse('BidKeepsItsLot', 'BidKeepsItsLot: A bid stays with the lot for which it was started.');
    END IF;
  ELSIF NEW.lot_id IS NULL AND EXISTS (SELECT FROM lot WHERE question_id = NEW.question_id) THEN
    PERFORM soundings.refuse('LotIsNotChosen', 'LotIsNotChosen: This question is divided into lots. Choose the one you bid for.');
  ELSIF NEW.lot_id IS NOT NULL AND NOT EXISTS (SELECT FROM lot WHERE id = NEW.lot_id AND question_id = NEW.question_id) THEN
    PERFORM soundings.refuse('LotIsUnknown', 'LotIsUnknown: That is no lot of this question.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bid_is_for_a_lot BEFORE INSERT OR UPDATE OF lot_id, question_id ON bid
  FOR EACH ROW EXECUTE FUNCTION soundings.bid_is_for_a_lot();

-- No more bids of one lead at once than their question lets. The key of both is held, so that two at once are counted in turn.
CREATE FUNCTION soundings.bids_within_lots() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  most integer;
  own record;
BEGIN
  SELECT b.id, b.question_id, b.lead_id INTO own FROM bid b WHERE b.id = NEW.bid_id;
  SELECT lots_most_bids INTO most FROM question WHERE id = own.question_id;
  IF most IS NULL THEN RETURN NEW; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(own.question_id::text || own.lead_id::text, 0));
  IF most <= (SELECT count(*) FROM bid b JOIN bid_submission s ON s.bid_id = b.id
      WHERE b.question_id = own.question_id AND b.lead_id = own.lead_id AND b.id <> own.id
        AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL) THEN
    PERFORM soundings.refuse('LotsAreLimited', format('LotsAreLimited: You may bid for %s lot%s of this question. Withdraw another bid first.',
      most, CASE most WHEN 1 THEN '' ELSE 's' END));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bids_within_lots BEFORE INSERT ON bid_submission
  FOR EACH ROW EXECUTE FUNCTION soundings.bids_within_lots();

-- No winner and no pound too many of a lot, and no lot too many of a bidder. The question is locked by award_within_limits.
CREATE FUNCTION soundings.award_within_lot() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part lot%ROWTYPE;
  won record;
  most integer;
BEGIN
  IF NEW.withdrawn_at IS NOT NULL THEN RETURN NEW; END IF;
  SELECT l.* INTO part FROM lot l JOIN bid b ON b.lot_id = l.id WHERE b.id = NEW.bid_id;
  IF part.id IS NULL THEN RETURN NEW; END IF;
  PERFORM 1 FROM question WHERE id = NEW.question_id FOR UPDATE;
  SELECT count(*) AS awards, coalesce(sum(a.amount), 0) AS spent INTO won FROM award a JOIN bid b ON b.id = a.bid_id
    WHERE b.lot_id = part.id AND a.withdrawn_at IS NULL AND a.id <> NEW.id;
  IF won.awards + 1 > part.awards_available THEN
    PERFORM soundings.refuse('AwardsAreAllGiven', format('AwardsAreAllGiven: Lot %s has %s award%s to give, and no more.',
      part.number, part.awards_available, CASE part.awards_available WHEN 1 THEN '' ELSE 's' END));
  END IF;
  IF won.spent + NEW.amount > part.budget THEN
    PERFORM soundings.refuse('BudgetIsExceeded', format('BudgetIsExceeded: That is £%s more than the budget of lot %s.',
      trim(to_char((won.spent + NEW.amount - part.budget) / 100.0, 'FM999,999,999,990.00')), part.number));
  END IF;
  SELECT lots_most_awards INTO most FROM question WHERE id = NEW.question_id;
  IF most <= (SELECT count(DISTINCT b.lot_id) FROM award a JOIN bid b ON b.id = a.bid_id JOIN bid own ON own.id = NEW.bid_id
      WHERE a.question_id = NEW.question_id AND a.withdrawn_at IS NULL AND b.lot_id <> part.id
        AND coalesce(b.organisation_id, b.lead_id) = coalesce(own.organisation_id, own.lead_id)) THEN
    PERFORM soundings.refuse('LotsAreLimited', format('LotsAreLimited: One bidder can win %s lot%s of this question, and no more.',
      most, CASE most WHEN 1 THEN '' ELSE 's' END));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER award_within_lot BEFORE INSERT OR UPDATE OF amount, withdrawn_at, bid_id, question_id ON award
  FOR EACH ROW EXECUTE FUNCTION soundings.award_within_lot();

-- Each lot has a reserve list of its own.
DROP INDEX reserve_place_once;
CREATE UNIQUE INDEX reserve_place_once ON reserve_place (question_id, coalesce(lot_id, question_id), position)
  WHERE released_at IS NULL AND awarded_at IS NULL;
CREATE FUNCTION soundings.reserve_place_of_lot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT lot_id INTO NEW.lot_id FROM bid WHERE id = NEW.bid_id;
  RETURN NEW;
END $$;
CREATE TRIGGER reserve_place_of_lot BEFORE INSERT ON reserve_place
  FOR EACH ROW EXECUTE FUNCTION soundings.reserve_place_of_lot();
CREATE OR REPLACE FUNCTION soundings.award_from_reserve() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  next_bid uuid;
BEGIN
  SELECT bid_id INTO next_bid FROM reserve_place WHERE question_id = NEW.question_id AND awarded_at IS NULL
    AND released_at IS NULL AND lot_id IS NOT DISTINCT FROM (SELECT b.lot_id FROM bid b WHERE b.id = NEW.bid_id)
    ORDER BY position LIMIT 1;
  IF next_bid IS NULL THEN RETURN NEW; END IF;
  IF next_bid <> NEW.bid_id THEN
    PERFORM soundings.refuse('ReserveIsOutOfOrder', 'ReserveIsOutOfOrder: A reserve list stands: the next award is to the first on it.');
  END IF;
  UPDATE reserve_place SET awarded_at = NEW.decided_at WHERE bid_id = NEW.bid_id AND awarded_at IS NULL AND released_at IS NULL;
  RETURN NEW;
END $$;

-- One bidder with several bids is told apart by the lot.
CREATE OR REPLACE FUNCTION soundings.bidder_shown(bid_id uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN NOT soundings.hides_bidders(b.question_id) THEN concat_ws(', ', o.name, p.name)
    WHEN r.conflict_scope = 'bid' OR EXISTS (SELECT FROM assignment_plan l WHERE l.question_id = q.id)
      THEN 'Bid ' || left(b.reference, 5)
    ELSE 'Bid ' || (SELECT count(*) FROM bid x WHERE x.question_id = b.question_id AND x.reference <= b.reference
      AND EXISTS (SELECT FROM bid_submission s WHERE s.bid_id = x.id AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL))
    END || coalesce(', lot ' || part.number, '')
  FROM bid b JOIN question q ON q.id = b.question_id JOIN route r ON r.id = q.route_id
  JOIN person p ON p.id = b.lead_id LEFT JOIN organisation o ON o.id = b.organisation_id
  LEFT JOIN lot part ON part.id = b.lot_id
  WHERE b.id = bidder_shown.bid_id
$$;

-- A limit is lifted and set anew; who judges what stays once the bids are being scored is the moderator's to say.
CREATE FUNCTION soundings.panel_lot_is_of_panel() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM panel_membership m JOIN lot l ON l.question_id = m.question_id
      WHERE l.id = NEW.lot_id AND m.person_id = NEW.person_id) THEN
    PERFORM soundings.refuse('PersonIsNotOnThePanel', 'PersonIsNotOnThePanel: Only members of the panel are limited to lots.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER panel_lot_is_of_panel BEFORE INSERT OR UPDATE ON panel_lot
  FOR EACH ROW EXECUTE FUNCTION soundings.panel_lot_is_of_panel();
