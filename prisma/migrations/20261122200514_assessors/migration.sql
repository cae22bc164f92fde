-- CreateEnum
CREATE TYPE "AssessorReason" AS ENUM ('conflict', 'notMyField', 'noTime', 'away', 'other');

-- CreateEnum
CREATE TYPE "AssignmentRule" AS ENUM ('pin', 'bar');

-- AlterTable
ALTER TABLE "panel_membership" ADD COLUMN     "available_until" DATE,
ADD COLUMN     "away_from" DATE,
ADD COLUMN     "away_until" DATE,
ADD COLUMN     "most_bids" INTEGER;

-- CreateTable
CREATE TABLE "assessor_invitation" (
    "question_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "invited_by_id" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ(6) NOT NULL,
    "answer_by" DATE NOT NULL,
    "accepted_at" TIMESTAMPTZ(6),
    "declined_at" TIMESTAMPTZ(6),
    "decline_reason" "AssessorReason",
    "decline_words" TEXT NOT NULL DEFAULT '',
    "withdrawn_at" TIMESTAMPTZ(6),

    CONSTRAINT "assessor_invitation_pkey" PRIMARY KEY ("question_id","person_id")
);

-- CreateTable
CREATE TABLE "assignment_plan" (
    "question_id" UUID NOT NULL,
    "per_bid" INTEGER NOT NULL,
    "most_bids" INTEGER NOT NULL,
    "anonymous" BOOLEAN NOT NULL,
    "scores_due_on" DATE,
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(6) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(6),
    "confirmed_by_id" UUID,

    CONSTRAINT "assignment_plan_pkey" PRIMARY KEY ("question_id")
);

-- CreateTable
CREATE TABLE "bid_preference" (
    "bid_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "wish" INTEGER,
    "expertise" INTEGER,
    "conflict" BOOLEAN NOT NULL DEFAULT false,
    "conflict_words" TEXT NOT NULL DEFAULT '',
    "stated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "bid_preference_pkey" PRIMARY KEY ("bid_id","person_id")
);

-- CreateTable
CREATE TABLE "assessors_apart" (
    "question_id" UUID NOT NULL,
    "one_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "assessors_apart_pkey" PRIMARY KEY ("question_id","one_id","other_id")
);

-- CreateTable
CREATE TABLE "assignment_edit" (
    "bid_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "rule" "AssignmentRule" NOT NULL,
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "assignment_edit_pkey" PRIMARY KEY ("bid_id","person_id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "id" UUID NOT NULL,
    "bid_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "assigned_by_id" UUID NOT NULL,
    "assigned_at" TIMESTAMPTZ(6) NOT NULL,
    "reminded_at" TIMESTAMPTZ(6),
    "refused_at" TIMESTAMPTZ(6),
    "refusal_reason" "AssessorReason",
    "refusal_words" TEXT NOT NULL DEFAULT '',
    "moved_at" TIMESTAMPTZ(6),
    "helpfulness" INTEGER,
    "rating_words" TEXT NOT NULL DEFAULT '',
    "rated_by_id" UUID,
    "rated_at" TIMESTAMPTZ(6),

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "assessor_invitation_person_id_idx" ON "assessor_invitation"("person_id");

-- CreateIndex
CREATE INDEX "bid_preference_person_id_idx" ON "bid_preference"("person_id");

-- CreateIndex
CREATE INDEX "assessors_apart_one_id_idx" ON "assessors_apart"("one_id");

-- CreateIndex
CREATE INDEX "assessors_apart_other_id_idx" ON "assessors_apart"("other_id");

-- CreateIndex
CREATE INDEX "assignment_edit_person_id_idx" ON "assignment_edit"("person_id");

-- CreateIndex
CREATE INDEX "assessment_bid_id_idx" ON "assessment"("bid_id");

-- CreateIndex
CREATE INDEX "assessment_person_id_idx" ON "assessment"("person_id");

-- AddForeignKey
ALTER TABLE "assessor_invitation" ADD CONSTRAINT "assessor_invitation_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessor_invitation" ADD CONSTRAINT "assessor_invitation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_plan" ADD CONSTRAINT "assignment_plan_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid_preference" ADD CONSTRAINT "bid_preference_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid_preference" ADD CONSTRAINT "bid_preference_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessors_apart" ADD CONSTRAINT "assessors_apart_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessors_apart" ADD CONSTRAINT "assessors_apart_one_id_fkey" FOREIGN KEY ("one_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessors_apart" ADD CONSTRAINT "assessors_apart_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_edit" ADD CONSTRAINT "assignment_edit_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_edit" ADD CONSTRAINT "assignment_edit_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE panel_membership
  ADD CONSTRAINT panel_membership_most_bids_check CHECK (most_bids BETWEEN 0 AND 200),
  ADD CONSTRAINT panel_membership_away_check CHECK ((away_from IS NULL) = (away_until IS NULL) AND away_from <= away_until);

ALTER TABLE assessor_invitation
  ADD CONSTRAINT assessor_invitation_answered_once_check CHECK (num_nonnulls(accepted_at, declined_at, withdrawn_at) <= 1),
  ADD CONSTRAINT assessor_invitation_declined_check CHECK ((declined_at IS NULL) = (decline_reason IS NULL)),
  ADD CONSTRAINT assessor_invitation_other_check CHECK (decline_reason <> 'other' OR decline_words <> '');

ALTER TABLE assignment_plan
  ADD CONSTRAINT assignment_plan_per_bid_check CHECK (per_bid BETWEEN 1 AND 10),
  ADD CONSTRAINT assignment_plan_most_bids_check CHECK (most_bids BETWEEN 1 AND 200),
  ADD CONSTRAINT assignment_plan_confirmed_check CHECK ((confirmed_at IS NULL) = (confirmed_by_id IS NULL));

ALTER TABLE bid_preference
  ADD CONSTRAINT bid_preference_wish_check CHECK (wish BETWEEN -2 AND 2),
  ADD CONSTRAINT bid_preference_expertise_check CHECK (expertise BETWEEN 0 AND 3),
  ADD CONSTRAINT bid_preference_conflict_check CHECK (conflict OR conflict_words = '');

ALTER TABLE assessors_apart
  ADD CONSTRAINT assessors_apart_order_check CHECK (one_id < other_id),
  ADD CONSTRAINT assessors_apart_reason_check CHECK (reason <> '');

ALTER TABLE assessment
  ADD CONSTRAINT assessment_refused_check CHECK ((refused_at IS NULL) = (refusal_reason IS NULL)),
  ADD CONSTRAINT assessment_refusal_other_check CHECK (refusal_reason <> 'other' OR refusal_words <> ''),
  ADD CONSTRAINT assessment_ended_once_check CHECK (refused_at IS NULL OR moved_at IS NULL),
  ADD CONSTRAINT assessment_helpfulness_check CHECK (helpfulness BETWEEN 1 AND 5),
  ADD CONSTRAINT assessment_rated_check CHECK (
    (rated_at IS NULL) = (helpfulness IS NULL) AND (rated_at IS NULL) = (rated_by_id IS NULL)
    AND rated_by_id <> person_id);

-- Whoever refused a bid is not given it again; moved work may come back.
CREATE UNIQUE INDEX assessment_once ON assessment (bid_id, person_id) WHERE moved_at IS NULL;

-- Work that has begun is never moved, and what was submitted is not refused.
CREATE FUNCTION soundings.keep_begun_assessment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.bid_id, OLD.person_id) IS DISTINCT FROM (NEW.bid_id, NEW.person_id) THEN
    PERFORM soundings.refuse('AssessmentIsFixed', 'AssessmentIsFixed: An assessment stays with its bid and its assessor.');
  END IF;
  IF OLD.moved_at IS NULL AND NEW.moved_at IS NOT NULL AND EXISTS (
    SELECT FROM score s WHERE s.bid_id = OLD.bid_id AND s.person_id = OLD.person_id) THEN
    PERFORM soundings.refuse('AssessmentHasBegun', 'AssessmentHasBegun: This assessment has begun, so it cannot be moved.');
  END IF;
  IF OLD.refused_at IS NULL AND NEW.refused_at IS NOT NULL AND EXISTS (
    SELECT FROM score s WHERE s.bid_id = OLD.bid_id AND s.person_id = OLD.person_id AND s.submitted_at IS NOT NULL) THEN
    PERFORM soundings.refuse('ScoreIsSubmitted', 'ScoreIsSubmitted: These scores are submitted, so the bid can no longer be refused.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assessment_begun BEFORE UPDATE ON assessment
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_begun_assessment();
