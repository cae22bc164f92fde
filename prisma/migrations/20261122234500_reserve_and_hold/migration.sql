CREATE TABLE "reserve_place" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "bid_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "until" DATE NOT NULL,
    "kept_by_id" UUID NOT NULL,
    "kept_at" TIMESTAMPTZ(6) NOT NULL,
    "awarded_at" TIMESTAMPTZ(6),
    "released_at" TIMESTAMPTZ(6),
    "released_reason" TEXT,

    CONSTRAINT "reserve_place_pkey" PRIMARY KEY ("id"),
    CONSTRAINT reserve_place_in_order CHECK (position >= 1),
    CONSTRAINT reserve_place_ends_once CHECK (num_nonnulls(awarded_at, released_at) <= 1),
    CONSTRAINT reserve_place_is_released_for_a_reason CHECK ((released_at IS NULL) = (released_reason IS NULL) AND released_reason <> '')
);
CREATE TABLE "competition_hold" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "review_on" DATE NOT NULL,
    "placed_by_id" UUID NOT NULL,
    "placed_at" TIMESTAMPTZ(6) NOT NULL,
    "lifted_by_id" UUID,
    "lifted_at" TIMESTAMPTZ(6),

    CONSTRAINT "competition_hold_pkey" PRIMARY KEY ("id"),
    CONSTRAINT competition_hold_says_why CHECK (btrim(reason) <> ''),
    CONSTRAINT competition_hold_is_lifted_by_somebody CHECK ((lifted_at IS NULL) = (lifted_by_id IS NULL))
);
CREATE INDEX "reserve_place_question_id_idx" ON "reserve_place"("question_id");
CREATE INDEX "competition_hold_question_id_idx" ON "competition_hold"("question_id");
ALTER TABLE "reserve_place" ADD CONSTRAINT "reserve_place_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reserve_place" ADD CONSTRAINT "reserve_place_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reserve_place" ADD CONSTRAINT "reserve_place_kept_by_id_fkey" FOREIGN KEY ("kept_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "competition_hold" ADD CONSTRAINT "competition_hold_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "competition_hold" ADD CONSTRAINT "competition_hold_placed_by_id_fkey" FOREIGN KEY ("placed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "competition_hold" ADD CONSTRAINT "competition_hold_lifted_by_id_fkey" FOREIGN KEY ("lifted_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A place once, and a bid once, on the list that stands; one hold at a time.
CREATE UNIQUE INDEX reserve_place_once ON reserve_place (question_id, position) WHERE released_at IS NULL AND awarded_at IS NULL;
CREATE UNIQUE INDEX reserve_place_once_a_bid ON reserve_place (bid_id) WHERE released_at IS NULL AND awarded_at IS NULL;
CREATE UNIQUE INDEX competition_hold_one ON competition_hold (question_id) WHERE lifted_at IS NULL;

CREATE FUNCTION soundings.keep_reserve_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.awarded_at IS NULL AND OLD.released_at IS NULL
    AND (NEW.question_id, NEW.bid_id, NEW.position, NEW.until, NEW.kept_at)
      IS NOT DISTINCT FROM (OLD.question_id, OLD.bid_id, OLD.position, OLD.until, OLD.kept_at)
  THEN RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a place on a reserve list is awarded or released, never changed' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER reserve_place_is_kept BEFORE UPDATE OR DELETE ON reserve_place
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_reserve_place();

-- While a reserve list stands, the next award is to the first on it.
CREATE FUNCTION soundings.award_from_reserve() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  next_bid uuid;
BEGIN
  SELECT bid_id INTO next_bid FROM reserve_place WHERE question_id = NEW.question_id AND awarded_at IS NULL
    AND released_at IS NULL ORDER BY position LIMIT 1;
  IF next_bid IS NULL THEN RETURN NEW; END IF;
  IF next_bid <> NEW.bid_id THEN
    PERFORM soundings.refuse('ReserveIsOutOfOrder', 'ReserveIsOutOfOrder: A reserve list stands: the next award is to the first on it.');
  END IF;
  UPDATE reserve_place SET awarded_at = NEW.decided_at WHERE bid_id = NEW.bid_id AND awarded_at IS NULL AND released_at IS NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER award_from_reserve BEFORE INSERT ON award FOR EACH ROW EXECUTE FUNCTION soundings.award_from_reserve();

-- On hold nothing is recommended, decided, announced or signed; what was decided can still be taken back.
CREATE FUNCTION soundings.refuse_on_hold() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held date;
BEGIN
  SELECT review_on INTO held FROM competition_hold WHERE lifted_at IS NULL
    AND question_id = CASE TG_TABLE_NAME WHEN 'question' THEN (to_jsonb(NEW)->>'id')::uuid
      ELSE (to_jsonb(NEW)->>'question_id')::uuid END;
  IF held IS NOT NULL THEN
    PERFORM soundings.refuse('CompetitionIsOnHold', format('CompetitionIsOnHold: This competition is on hold, to be reviewed on %s.',
      to_char(held, 'FMDD FMMonth YYYY')));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER recommendation_not_on_hold BEFORE INSERT ON recommendation FOR EACH ROW EXECUTE FUNCTION soundings.refuse_on_hold();
CREATE TRIGGER approval_not_on_hold BEFORE INSERT ON approval FOR EACH ROW EXECUTE FUNCTION soundings.refuse_on_hold();
CREATE TRIGGER decision_not_on_hold BEFORE UPDATE OF decided_at ON question FOR EACH ROW
  WHEN (NEW.decided_at IS NOT NULL AND OLD.decided_at IS DISTINCT FROM NEW.decided_at)
  EXECUTE FUNCTION soundings.refuse_on_hold();
CREATE TRIGGER award_not_on_hold BEFORE INSERT ON award FOR EACH ROW EXECUTE FUNCTION soundings.refuse_on_hold();
CREATE TRIGGER notice_not_on_hold BEFORE UPDATE OF notice_at, contracted_at ON award FOR EACH ROW
  WHEN (OLD.notice_at IS DISTINCT FROM NEW.notice_at OR OLD.contracted_at IS DISTINCT FROM NEW.contracted_at)
  EXECUTE FUNCTION soundings.refuse_on_hold();

-- After its notice an award ends before the contract because its winner declines it, or a challenge is upheld.
CREATE TYPE "AwardEnding" AS ENUM ('withdrawn', 'declined', 'challenged');
ALTER TABLE award ADD COLUMN ending "AwardEnding";
UPDATE award SET ending = 'withdrawn' WHERE withdrawn_at IS NOT NULL;
ALTER TABLE award DROP CONSTRAINT award_withdrawn_before_notice;
ALTER TABLE award ADD CONSTRAINT award_withdrawn_for_a_reason
  CHECK (withdrawn_at IS NULL OR (btrim(withdrawn_reason) <> '' AND (notice_at IS NULL OR ending IN ('declined', 'challenged'))));

-- From a reserve list an award is recommended although the question is decided.
CREATE OR REPLACE VIEW approval_waiting AS
WITH thing AS (
  SELECT q.id AS question_id, NULL::uuid AS recommendation_id, q.team_id, q.submitted_at AS since,
    CASE WHEN r.takes_bids THEN q.budget_maximum ELSE coalesce(q.budget_maximum, 0) END AS value
  FROM question q JOIN route r ON r.id = q.route_id
  WHERE q.submitted_at IS NOT NULL AND q.published_at IS NULL AND q.withdrawn_at IS NULL AND q.set_aside_at IS NULL
  UNION ALL
  SELECT q.id, x.id, q.team_id, x.made_at, x.value
  FROM recommendation x JOIN question q ON q.id = x.question_id
  WHERE x.approved_at IS NULL AND x.returned_at IS NULL AND x.outcome = 'awarded' AND q.withdrawn_at IS NULL)
SELECT t.question_id, t.recommendation_id, l.number AS level, who.person_id
FROM approval owned
JOIN thing t ON t.question_id = owned.question_id AND t.recommendation_id IS NOT DISTINCT FROM owned.recommendation_id
CROSS JOIN LATERAL (
  SELECT n.number, n.who_id FROM soundings.approval_levels(t.team_id, t.since) n
  WHERE (t.value IS NULL OR n.from_amount <= t.value) AND NOT EXISTS (
    SELECT FROM approval a WHERE a.question_id = t.question_id
      AND a.recommendation_id IS NOT DISTINCT FROM t.recommendation_id AND a.level = n.number AND a.voided_at IS NULL)
  ORDER BY n.number LIMIT 1) l
CROSS JOIN LATERAL soundings.approvers(l.who_id, t.team_id) who
WHERE owned.level = 0 AND owned.voided_at IS NULL
  AND NOT EXISTS (SELECT FROM approval a WHERE a.question_id = t.question_id AND a.person_id = who.person_id
    AND a.recommendation_id IS NOT DISTINCT FROM t.recommendation_id AND a.voided_at IS NULL)
  AND NOT EXISTS (SELECT FROM question q WHERE q.id = t.question_id AND q.author_id = who.person_id)
  AND NOT EXISTS (SELECT FROM recommendation x WHERE x.id = t.recommendation_id AND x.made_by_id = who.person_id)
  AND NOT EXISTS (SELECT FROM wall w WHERE w.question_id = t.question_id AND w.person_id = who.person_id
    AND w.lifted_at IS NULL)
  AND NOT EXISTS (SELECT FROM bid b JOIN bid_member m ON m.bid_id = b.id AND m.declined_at IS NULL
    WHERE b.question_id = t.question_id AND m.person_id = who.person_id);
