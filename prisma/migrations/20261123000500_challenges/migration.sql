CREATE TYPE "ChallengeOutcome" AS ENUM ('upheld', 'partly', 'rejected');
CREATE TABLE "challenge" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "question_id" UUID NOT NULL,
    "bid_id" UUID NOT NULL,
    "grounds" TEXT[],
    "text" TEXT NOT NULL,
    "lodged_by_id" UUID NOT NULL,
    "lodged_at" TIMESTAMPTZ(6) NOT NULL,
    "outcome" "ChallengeOutcome",
    "remedy" TEXT,
    "reasons" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(6),

    CONSTRAINT "challenge_pkey" PRIMARY KEY ("id"),
    CONSTRAINT challenge_says_why CHECK (btrim(text) <> '' AND cardinality(grounds) > 0
      AND grounds <@ ARRAY['criteria', 'scoring', 'evidence', 'conflict', 'process', 'other']),
    CONSTRAINT challenge_is_decided_whole CHECK (num_nonnulls(outcome, reasons, decided_by_id, decided_at) IN (0, 4)),
    CONSTRAINT challenge_has_reasons CHECK (btrim(reasons) <> ''),
    CONSTRAINT challenge_remedy CHECK ((remedy IS NOT NULL) = (outcome IS NOT NULL AND outcome = 'upheld')
      AND remedy IN ('withdraw', 'scoring'))
);
CREATE UNIQUE INDEX "challenge_reference_key" ON "challenge"("reference");
CREATE INDEX "challenge_question_id_idx" ON "challenge"("question_id");
CREATE INDEX "challenge_bid_id_idx" ON "challenge"("bid_id");
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_lodged_by_id_fkey" FOREIGN KEY ("lodged_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE UNIQUE INDEX challenge_one_open ON challenge (bid_id) WHERE decided_at IS NULL;

CREATE FUNCTION soundings.keep_challenge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.decided_at IS NULL
    AND (NEW.question_id, NEW.bid_id, NEW.grounds, NEW.text, NEW.lodged_by_id, NEW.lodged_at)
      IS NOT DISTINCT FROM (OLD.question_id, OLD.bid_id, OLD.grounds, OLD.text, OLD.lodged_by_id, OLD.lodged_at)
  THEN RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a challenge is decided once and never changed' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER challenge_is_kept BEFORE UPDATE OR DELETE ON challenge
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_challenge();

-- While a challenge is open, and on the day on which it was decided.
CREATE FUNCTION soundings.standstill_is_extended(of_question uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM challenge c WHERE c.question_id = of_question AND (c.decided_at IS NULL
    OR (c.outcome <> 'upheld' AND (c.decided_at AT TIME ZONE 'Europe/London')::date
      >= (soundings.now() AT TIME ZONE 'Europe/London')::date)))
$$;

-- No contract meanwhile.
CREATE FUNCTION soundings.refuse_while_challenged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF soundings.standstill_is_extended(NEW.question_id) THEN
    PERFORM soundings.refuse('StandstillIsExtended', 'StandstillIsExtended: The standstill is extended, so no contract can be signed yet.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER contract_not_while_challenged BEFORE UPDATE OF contracted_at ON award FOR EACH ROW
  WHEN (NEW.contracted_at IS NOT NULL AND OLD.contracted_at IS NULL) EXECUTE FUNCTION soundings.refuse_while_challenged();

-- Everybody who had a part in a competition, on either side: none of them decides a challenge to it.
CREATE FUNCTION soundings.involved_in(of_question uuid) RETURNS TABLE (person_id uuid) LANGUAGE sql STABLE AS $$
  SELECT p.id FROM question q, LATERAL unnest(ARRAY[q.author_id, q.senior_responsible_owner_id, q.budget_holder_id,
      q.approved_by_id]) AS p(id) WHERE q.id = of_question AND p.id IS NOT NULL
  UNION SELECT m.person_id FROM question q JOIN team_membership m ON m.team_id = q.team_id WHERE q.id = of_question
  UNION SELECT m.person_id FROM panel_membership m WHERE m.question_id = of_question
  UNION SELECT w.person_id FROM wall w WHERE w.question_id = of_question
  UNION SELECT a.person_id FROM approval a WHERE a.question_id = of_question
  UNION SELECT p.id FROM recommendation r, LATERAL unnest(ARRAY[r.made_by_id, r.approved_by_id, r.returned_by_id]) AS p(id)
    WHERE r.question_id = of_question AND p.id IS NOT NULL
  UNION SELECT m.person_id FROM bid b JOIN bid_member m ON m.bid_id = b.id WHERE b.question_id = of_question
$$;
