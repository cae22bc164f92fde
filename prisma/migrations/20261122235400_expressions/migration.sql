-- AlterTable
ALTER TABLE "question" ADD COLUMN     "expression_criteria" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "expression_words" INTEGER,
ADD COLUMN     "expressions_close_at" TIMESTAMPTZ(6);

-- CreateTable
CREATE TABLE "expression" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "question_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID,
    "sealed" BYTEA NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "submitted_at" TIMESTAMPTZ(6) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(6),
    "invited" BOOLEAN,
    "reason" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(6),

    CONSTRAINT "expression_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "expression_round" (
    "question_id" UUID NOT NULL,
    "told_by_id" UUID NOT NULL,
    "told_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "expression_round_pkey" PRIMARY KEY ("question_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "expression_reference_key" ON "expression"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "expression_question_id_person_id_key" ON "expression"("question_id", "person_id");

-- AddForeignKey
ALTER TABLE "expression" ADD CONSTRAINT "expression_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expression_round" ADD CONSTRAINT "expression_round_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE question
  ADD CONSTRAINT question_expressions CHECK (
    expressions_close_at IS NULL OR published_at IS NULL OR (
      expressions_close_at > published_at AND expressions_close_at < closes_at
      AND expression_words IS NOT NULL AND expression_criteria <> '')),
  ADD CONSTRAINT question_expression_words CHECK (expression_words BETWEEN 50 AND 2000);

ALTER TABLE expression
  ADD CONSTRAINT expression_decided CHECK (
    (decided_at IS NULL) = (invited IS NULL) AND (decided_at IS NULL) = (decided_by_id IS NULL)
    AND (decided_at IS NULL) = (coalesce(reason, '') = '')),
  ADD CONSTRAINT expression_by_another CHECK (decided_by_id <> person_id),
  ADD CONSTRAINT expression_withdrawn_is_undecided CHECK (withdrawn_at IS NULL OR decided_at IS NULL);

-- What it says is its author's until its deadline; what is decided of it is the panel's, after that and until all are told.
CREATE FUNCTION expression_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ends timestamptz;
BEGIN
  SELECT q.expressions_close_at INTO ends FROM question q WHERE q.id = NEW.question_id;
  IF TG_OP = 'INSERT' OR (NEW.sealed, NEW.submitted_at, NEW.withdrawn_at, NEW.organisation_id, NEW.person_id, NEW.question_id)
      IS DISTINCT FROM (OLD.sealed, OLD.submitted_at, OLD.withdrawn_at, OLD.organisation_id, OLD.person_id, OLD.question_id) THEN
    IF ends IS NULL OR soundings.now() >= ends THEN
      PERFORM soundings.refuse('ExpressionsAreClosed', 'ExpressionsAreClosed: Expressions of interest can no longer be sent or changed.');
    END IF;
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.invited, NEW.reason, NEW.decided_at) IS DISTINCT FROM (OLD.invited, OLD.reason, OLD.decided_at) THEN
    IF soundings.now() < ends OR EXISTS (SELECT FROM expression_round r WHERE r.question_id = NEW.question_id) THEN
      PERFORM soundings.refuse('ExpressionsAreNotJudged', 'ExpressionsAreNotJudged: Expressions are judged after their deadline and before everybody is told.');
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER expression_in_time BEFORE INSERT OR UPDATE ON expression
  FOR EACH ROW EXECUTE FUNCTION expression_in_time();
CREATE TRIGGER expression_stays BEFORE DELETE ON expression
  FOR EACH ROW EXECUTE FUNCTION evaluation_is_kept();

-- Everybody is told at once, when each has its answer.
CREATE FUNCTION expressions_are_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM question q WHERE q.id = NEW.question_id
        AND (q.expressions_close_at IS NULL OR soundings.now() < q.expressions_close_at))
      OR EXISTS (SELECT FROM expression e WHERE e.question_id = NEW.question_id
        AND e.withdrawn_at IS NULL AND e.decided_at IS NULL) THEN
    PERFORM soundings.refuse('ExpressionsAreUndecided', 'ExpressionsAreUndecided: Everybody is told once each expression is judged.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER expressions_are_decided BEFORE INSERT ON expression_round
  FOR EACH ROW EXECUTE FUNCTION expressions_are_decided();
CREATE TRIGGER expression_round_stays BEFORE UPDATE OR DELETE ON expression_round
  FOR EACH ROW EXECUTE FUNCTION evaluation_is_kept();

-- Where a question asks for expressions first, only the invited lead a bid.
CREATE FUNCTION bid_of_the_invited() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM question q WHERE q.id = NEW.question_id AND q.expressions_close_at IS NOT NULL)
      AND NOT EXISTS (SELECT FROM expression e JOIN expression_round r ON r.question_id = e.question_id
        WHERE e.question_id = NEW.question_id AND e.person_id = NEW.lead_id AND e.invited) THEN
    PERFORM soundings.refuse('OnlyTheInvitedBid', 'OnlyTheInvitedBid: Only those invited after their expression of interest bid for this question.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bid_of_the_invited BEFORE INSERT ON bid
  FOR EACH ROW EXECUTE FUNCTION bid_of_the_invited();
