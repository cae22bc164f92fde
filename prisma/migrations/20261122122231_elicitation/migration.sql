-- CreateEnum
CREATE TYPE "ElicitedKind" AS ENUM ('quantity', 'probability');

-- CreateTable
CREATE TABLE "elicitation" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "question_id" UUID,
    "finding_id" UUID,
    "title" TEXT NOT NULL,
    "background" TEXT NOT NULL DEFAULT '',
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(6) NOT NULL,
    "first_closes_at" TIMESTAMPTZ(6) NOT NULL,
    "second_closes_at" TIMESTAMPTZ(6) NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(6),
    "withdrawn_reason" TEXT,

    CONSTRAINT "elicitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "elicited_quantity" (
    "elicitation_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "ElicitedKind" NOT NULL,
    "asks" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "lower" DOUBLE PRECISION NOT NULL,
    "upper" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "elicited_quantity_pkey" PRIMARY KEY ("elicitation_id","position")
);

-- CreateTable
CREATE TABLE "elicitation_expert" (
    "elicitation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "draw" UUID NOT NULL DEFAULT gen_random_uuid(),
    "invited_at" TIMESTAMPTZ(6) NOT NULL,
    "left_at" TIMESTAMPTZ(6),

    CONSTRAINT "elicitation_expert_pkey" PRIMARY KEY ("elicitation_id","person_id")
);

-- CreateTable
CREATE TABLE "sealed_estimate" (
    "elicitation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "given_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "sealed_estimate_pkey" PRIMARY KEY ("elicitation_id","person_id","round")
);

-- CreateTable
CREATE TABLE "elicitation_comment" (
    "id" UUID NOT NULL,
    "elicitation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "facilitates" BOOLEAN NOT NULL DEFAULT false,
    "text" TEXT NOT NULL,
    "said_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "elicitation_comment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "elicitation_reference_key" ON "elicitation"("reference");

-- CreateIndex
CREATE INDEX "elicitation_question_id_idx" ON "elicitation"("question_id");

-- CreateIndex
CREATE INDEX "elicitation_finding_id_idx" ON "elicitation"("finding_id");

-- CreateIndex
CREATE INDEX "elicitation_expert_person_id_idx" ON "elicitation_expert"("person_id");

-- CreateIndex
CREATE INDEX "elicitation_comment_elicitation_id_said_at_idx" ON "elicitation_comment"("elicitation_id", "said_at");

-- AddForeignKey
ALTER TABLE "elicitation" ADD CONSTRAINT "elicitation_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "elicitation" ADD CONSTRAINT "elicitation_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "elicitation" ADD CONSTRAINT "elicitation_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "elicited_quantity" ADD CONSTRAINT "elicited_quantity_elicitation_id_fkey" FOREIGN KEY ("elicitation_id") REFERENCES "elicitation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "elicitation_expert" ADD CONSTRAINT "elicitation_expert_elicitation_id_fkey" FOREIGN KEY ("elicitation_id") REFERENCES "elicitation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "elicitation_expert" ADD CONSTRAINT "elicitation_expert_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sealed_estimate" ADD CONSTRAINT "sealed_estimate_elicitation_id_fkey" FOREIGN KEY ("elicitation_id") REFERENCES "elicitation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sealed_estimate" ADD CONSTRAINT "sealed_estimate_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "elicitation_comment" ADD CONSTRAINT "elicitation_comment_elicitation_id_fkey" FOREIGN KEY ("elicitation_id") REFERENCES "elicitation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "elicitation_comment" ADD CONSTRAINT "elicitation_comment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE elicitation
  ADD CONSTRAINT elicitation_about_one CHECK (num_nonnulls(question_id, finding_id) = 1),
  ADD CONSTRAINT elicitation_closings_in_order CHECK (opened_at < first_closes_at AND first_closes_at < second_closes_at),
  ADD CONSTRAINT elicitation_withdrawn_with_reason CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL));

ALTER TABLE elicited_quantity
  ADD CONSTRAINT elicited_quantity_place CHECK (position BETWEEN 1 AND 5),
  ADD CONSTRAINT elicited_quantity_bounds CHECK (lower < upper AND lower > '-Infinity' AND upper < 'Infinity'),
  ADD CONSTRAINT elicited_quantity_probability CHECK (kind <> 'probability' OR (lower = 0 AND upper = 100));

ALTER TABLE sealed_estimate ADD CONSTRAINT sealed_estimate_round CHECK (round IN (1, 2));

-- What is asked, of whom and until when stays as people agreed to it: an earlier closing would show what was
-- given in private. Only its withdrawal is written, once.
CREATE FUNCTION soundings.keep_elicitation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'elicitation' THEN
    IF OLD.withdrawn_at IS NULL AND soundings.now() < OLD.second_closes_at
       AND to_jsonb(NEW) - 'withdrawn_at' - 'withdrawn_reason' = to_jsonb(OLD) - 'withdrawn_at' - 'withdrawn_reason' THEN
      RETURN NEW;
    END IF;
  END IF;
  PERFORM soundings.refuse('ElicitationIsFixed', 'ElicitationIsFixed: What was asked and until when cannot be changed.');
  RETURN NULL;
END $$;
CREATE TRIGGER elicitation_kept BEFORE UPDATE OR DELETE ON elicitation
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_elicitation();
CREATE TRIGGER elicited_quantity_kept BEFORE UPDATE OR DELETE ON elicited_quantity
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_elicitation();

-- A letter once drawn stands for the same person; who left does not come back.
CREATE FUNCTION soundings.keep_elicitation_expert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.left_at IS NULL AND to_jsonb(NEW) - 'left_at' = to_jsonb(OLD) - 'left_at' THEN
    RETURN NEW;
  END IF;
  PERFORM soundings.refuse('ElicitationIsFixed', 'ElicitationIsFixed: Who was invited cannot be changed.');
  RETURN NULL;
END $$;
CREATE TRIGGER elicitation_expert_kept BEFORE UPDATE OR DELETE ON elicitation_expert
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_elicitation_expert();

-- Those whose first estimates count: given in time by somebody who did not leave.
CREATE FUNCTION soundings.first_estimates(wanted uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT count(*) FROM sealed_estimate s
    JOIN elicitation_expert x ON x.elicitation_id = s.elicitation_id AND x.person_id = s.person_id
  WHERE s.elicitation_id = wanted AND s.round = 1 AND x.left_at IS NULL
$$;

-- Equal time is late. What was given stays as given once its round has closed.
CREATE FUNCTION soundings.guard_estimate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked record;
  row_now record;
  clock timestamptz := soundings.now();
BEGIN
  IF TG_OP = 'DELETE' THEN row_now := OLD; ELSE row_now := NEW; END IF;
  SELECT e.first_closes_at, e.second_closes_at, e.withdrawn_at INTO asked
    FROM elicitation e WHERE e.id = row_now.elicitation_id FOR SHARE;
  IF asked.withdrawn_at IS NOT NULL OR TG_OP = 'DELETE'
     OR (row_now.round = 1 AND clock >= asked.first_closes_at)
     OR (row_now.round = 2 AND (clock < asked.first_closes_at OR clock >= asked.second_closes_at)) THEN
    PERFORM soundings.refuse('RoundIsClosed', 'RoundIsClosed: This round of estimates is closed.');
  END IF;
  IF NOT EXISTS (SELECT FROM elicitation_expert x WHERE x.elicitation_id = row_now.elicitation_id
                 AND x.person_id = row_now.person_id AND x.left_at IS NULL) THEN
    PERFORM soundings.refuse('ExpertIsNotInvited', 'ExpertIsNotInvited: Only invited experts estimate.');
  END IF;
  IF row_now.round = 2 AND (soundings.first_estimates(row_now.elicitation_id) < 3 OR NOT EXISTS (
       SELECT FROM sealed_estimate s WHERE s.elicitation_id = row_now.elicitation_id
         AND s.person_id = row_now.person_id AND s.round = 1)) THEN
    PERFORM soundings.refuse('FirstEstimateIsMissing', 'FirstEstimateIsMissing: Only those who gave a first estimate give a second.');
  END IF;
  RETURN row_now;
END $$;
CREATE TRIGGER sealed_estimate_in_time BEFORE INSERT OR UPDATE OR DELETE ON sealed_estimate
  FOR EACH ROW EXECUTE FUNCTION soundings.guard_estimate();

-- The only way by which pages read what others gave: after that round has closed, of three experts or more.
CREATE FUNCTION soundings.shown_estimates(wanted uuid)
RETURNS TABLE (person_id uuid, round int, sealed bytea) LANGUAGE sql VOLATILE AS $$
  SELECT s.person_id, s.round, s.sealed FROM sealed_estimate s
    JOIN elicitation e ON e.id = s.elicitation_id
    JOIN elicitation_expert x ON x.elicitation_id = s.elicitation_id AND x.person_id = s.person_id
  WHERE s.elicitation_id = wanted AND e.withdrawn_at IS NULL AND x.left_at IS NULL
    AND soundings.now() >= CASE s.round WHEN 1 THEN e.first_closes_at ELSE e.second_closes_at END
    AND soundings.first_estimates(wanted) >= 3
$$;

-- A comment is said while people read each other, and stays.
CREATE FUNCTION soundings.guard_elicitation_comment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked record;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT e.first_closes_at, e.second_closes_at, e.withdrawn_at INTO asked FROM elicitation e WHERE e.id = NEW.elicitation_id;
    IF asked.withdrawn_at IS NULL AND soundings.now() >= asked.first_closes_at AND soundings.now() < asked.second_closes_at THEN
      RETURN NEW;
    END IF;
  END IF;
  PERFORM soundings.refuse('RoundIsClosed', 'RoundIsClosed: The discussion is not open.');
  RETURN NULL;
END $$;
CREATE TRIGGER elicitation_comment_in_time BEFORE INSERT OR UPDATE OR DELETE ON elicitation_comment
  FOR EACH ROW EXECUTE FUNCTION soundings.guard_elicitation_comment();
