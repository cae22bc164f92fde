-- AlterTable
ALTER TABLE "question" ADD COLUMN     "bids_anonymous" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "bidder_reveal" (
    "question_id" UUID NOT NULL,
    "revealed_by_id" UUID NOT NULL,
    "revealed_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "bidder_reveal_pkey" PRIMARY KEY ("question_id")
);

-- AddForeignKey
ALTER TABLE "bidder_reveal" ADD CONSTRAINT "bidder_reveal_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whoever is interviewed is seen.
ALTER TABLE question ADD CONSTRAINT question_hidden_bidders CHECK (
  published_at IS NULL OR NOT bids_anonymous OR interview_mode IS NULL);

CREATE FUNCTION soundings.hides_bidders(asked uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT q.bids_anonymous AND NOT EXISTS (SELECT FROM bidder_reveal r WHERE r.question_id = q.id)
    FROM question q WHERE q.id = asked), false)
$$;

-- What the panel calls a bidder. Where some know of some bids alone, a number would count the others.
CREATE FUNCTION soundings.bidder_shown(bid_id uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN NOT soundings.hides_bidders(b.question_id) THEN concat_ws(', ', o.name, p.name)
    WHEN r.conflict_scope = 'bid' OR EXISTS (SELECT FROM assignment_plan l WHERE l.question_id = q.id)
      THEN 'Bid ' || left(b.reference, 5)
    ELSE 'Bid ' || (SELECT count(*) FROM bid x WHERE x.question_id = b.question_id AND x.reference <= b.reference
      AND EXISTS (SELECT FROM bid_submission s WHERE s.bid_id = x.id AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL))
    END
  FROM bid b JOIN question q ON q.id = b.question_id JOIN route r ON r.id = q.route_id
  JOIN person p ON p.id = b.lead_id LEFT JOIN organisation o ON o.id = b.organisation_id
  WHERE b.id = bidder_shown.bid_id
$$;

-- Names are shown once, after the scores are frozen; nobody is awarded whose name was not.
CREATE FUNCTION soundings.guard_bidder_reveal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM soundings.refuse('BiddersAreRevealed', 'BiddersAreRevealed: That names were shown stays on record.');
  END IF;
  IF NOT EXISTS (SELECT FROM question q WHERE q.id = NEW.question_id AND q.bids_anonymous AND q.quality_agreed_at IS NOT NULL) THEN
    PERFORM soundings.refuse('RankingIsNotSettled', 'RankingIsNotSettled: Names are shown once the panel has agreed its scores.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bidder_reveal_guarded BEFORE INSERT OR UPDATE OR DELETE ON bidder_reveal
  FOR EACH ROW EXECUTE FUNCTION soundings.guard_bidder_reveal();

CREATE FUNCTION soundings.award_is_named() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF soundings.hides_bidders(NEW.question_id) THEN
    PERFORM soundings.refuse('BiddersAreHidden', 'BiddersAreHidden: The bidders are still hidden. The moderator shows their names on the ranking first.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER award_is_named BEFORE INSERT ON award
  FOR EACH ROW EXECUTE FUNCTION soundings.award_is_named();

CREATE FUNCTION soundings.recommendation_is_named() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.outcome = 'awarded' AND soundings.hides_bidders(NEW.question_id) THEN
    PERFORM soundings.refuse('BiddersAreHidden', 'BiddersAreHidden: The bidders are still hidden. Show their names on the ranking first, then recommend.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER recommendation_is_named BEFORE INSERT ON recommendation
  FOR EACH ROW EXECUTE FUNCTION soundings.recommendation_is_named();

