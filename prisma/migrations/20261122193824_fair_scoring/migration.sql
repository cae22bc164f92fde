-- CreateEnum
CREATE TYPE "AwardFormula" AS ENUM ('weighted', 'lowestPrice', 'highestQuality', 'pricePerPoint');

-- CreateEnum
CREATE TYPE "InterviewMode" AS ENUM ('criteria', 'adjustment');

-- CreateEnum
CREATE TYPE "CriterionStage" AS ENUM ('written', 'interview');

-- CreateEnum
CREATE TYPE "PriceDecision" AS ENUM ('accepted', 'excluded');

-- CreateEnum
CREATE TYPE "Attendance" AS ENUM ('present', 'absent', 'abstained');

-- AlterTable
ALTER TABLE "criterion" ADD COLUMN     "bands" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "reason_words" INTEGER,
ADD COLUMN     "stage" "CriterionStage" NOT NULL DEFAULT 'written',
ADD COLUMN     "word_limit" INTEGER;

-- AlterTable
ALTER TABLE "question" ADD COLUMN     "award_formula" "AwardFormula" NOT NULL DEFAULT 'weighted',
ADD COLUMN     "interview_from" INTEGER,
ADD COLUMN     "interview_mode" "InterviewMode",
ADD COLUMN     "interview_places" INTEGER,
ADD COLUMN     "interview_points" INTEGER,
ADD COLUMN     "interviews_agreed_at" TIMESTAMPTZ(6),
ADD COLUMN     "low_cost_percent" INTEGER,
ADD COLUMN     "low_price_percent" INTEGER,
ADD COLUMN     "quality_threshold" INTEGER,
ADD COLUMN     "reply_words" INTEGER,
ADD COLUMN     "reply_working_days" INTEGER,
ADD COLUMN     "tie_break" TEXT[] DEFAULT ARRAY['quality']::TEXT[];

-- CreateTable
CREATE TABLE "price_query" (
    "bid_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(6) NOT NULL,
    "answer_by" TIMESTAMPTZ(6) NOT NULL,
    "explanation" TEXT,
    "explained_by_id" UUID,
    "explained_at" TIMESTAMPTZ(6),
    "decision" "PriceDecision",
    "decision_reason" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(6),

    CONSTRAINT "price_query_pkey" PRIMARY KEY ("bid_id")
);

-- CreateTable
CREATE TABLE "score_query" (
    "bid_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(6) NOT NULL,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(6),

    CONSTRAINT "score_query_pkey" PRIMARY KEY ("bid_id","criterion_id","person_id")
);

-- CreateTable
CREATE TABLE "meeting_attendance" (
    "meeting_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "attendance" "Attendance" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "meeting_attendance_pkey" PRIMARY KEY ("meeting_id","person_id")
);

-- CreateTable
CREATE TABLE "reply_round" (
    "question_id" UUID NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(6) NOT NULL,
    "closes_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "reply_round_pkey" PRIMARY KEY ("question_id")
);

-- CreateTable
CREATE TABLE "bid_reply" (
    "bid_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "saved_by_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(6) NOT NULL,
    "submitted_at" TIMESTAMPTZ(6),
    "submitted_by_id" UUID,

    CONSTRAINT "bid_reply_pkey" PRIMARY KEY ("bid_id")
);

-- CreateTable
CREATE TABLE "interview_round" (
    "question_id" UUID NOT NULL,
    "asks" TEXT NOT NULL,
    "choose_by" TIMESTAMPTZ(6) NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "interview_round_pkey" PRIMARY KEY ("question_id")
);

-- CreateTable
CREATE TABLE "interview_slot" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "bid_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(6) NOT NULL,
    "place" TEXT NOT NULL,

    CONSTRAINT "interview_slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interview" (
    "bid_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "slot_id" UUID,
    "chosen_at" TIMESTAMPTZ(6),
    "chosen_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(6),
    "withdrawn_by_id" UUID,
    "withdrawn_reason" TEXT,
    "points" INTEGER,
    "reason" TEXT,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(6),

    CONSTRAINT "interview_pkey" PRIMARY KEY ("bid_id")
);

-- CreateIndex
CREATE INDEX "score_query_person_id_idx" ON "score_query"("person_id");

-- CreateIndex
CREATE INDEX "meeting_attendance_person_id_idx" ON "meeting_attendance"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "interview_slot_question_id_starts_at_key" ON "interview_slot"("question_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "interview_slot_id_key" ON "interview"("slot_id");

-- CreateIndex
CREATE INDEX "interview_question_id_idx" ON "interview"("question_id");

-- AddForeignKey
ALTER TABLE "price_query" ADD CONSTRAINT "price_query_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_query" ADD CONSTRAINT "score_query_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_query" ADD CONSTRAINT "score_query_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_query" ADD CONSTRAINT "score_query_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_attendance" ADD CONSTRAINT "meeting_attendance_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "moderation_meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_attendance" ADD CONSTRAINT "meeting_attendance_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply_round" ADD CONSTRAINT "reply_round_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid_reply" ADD CONSTRAINT "bid_reply_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview_round" ADD CONSTRAINT "interview_round_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview_slot" ADD CONSTRAINT "interview_slot_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview_slot" ADD CONSTRAINT "interview_slot_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview" ADD CONSTRAINT "interview_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview" ADD CONSTRAINT "interview_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview" ADD CONSTRAINT "interview_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "interview_slot"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- How bids are ordered is whole before it is published, and frozen with the text.
ALTER TABLE question
  ADD CONSTRAINT question_award_formula CHECK (
    published_at IS NULL OR award_formula NOT IN ('lowestPrice', 'highestQuality') OR quality_threshold IS NOT NULL),
  ADD CONSTRAINT question_quality_threshold CHECK (quality_threshold BETWEEN 1 AND 100),
  ADD CONSTRAINT question_tie_break CHECK (tie_break <@ ARRAY['quality', 'price', 'heaviest']),
  ADD CONSTRAINT question_low_price CHECK (low_price_percent BETWEEN 1 AND 99 AND low_cost_percent BETWEEN 1 AND 100),
  ADD CONSTRAINT question_interview CHECK (
    (published_at IS NULL OR interview_mode IS NULL OR (
      interview_places IS NOT NULL AND (interview_mode <> 'adjustment' OR interview_points IS NOT NULL)))
    AND interview_places BETWEEN 1 AND 50 AND interview_from BETWEEN 1 AND 100 AND interview_points BETWEEN 1 AND 50),
  ADD CONSTRAINT question_reply CHECK (
    (published_at IS NULL OR reply_working_days IS NULL OR reply_words IS NOT NULL)
    AND reply_working_days BETWEEN 1 AND 20 AND reply_words BETWEEN 50 AND 2000),
  ADD CONSTRAINT question_interviews_after_quality CHECK (interviews_agreed_at IS NULL OR quality_agreed_at IS NOT NULL);

ALTER TABLE criterion
  ADD CONSTRAINT criterion_bands CHECK (cardinality(bands) IN (0, 6)),
  ADD CONSTRAINT criterion_words CHECK (word_limit BETWEEN 10 AND 50000 AND reason_words BETWEEN 10 AND 1000);

CREATE OR REPLACE FUNCTION soundings.question_frozen_part(row_as_json jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT row_as_json - ARRAY[
    'senior_responsible_owner_id', 'budget_holder_id', 'visibility', 'revision', 'updated_at', 'opened_at',
    'evaluation_started_at', 'quality_agreed_at', 'interviews_agreed_at', 'price_opened_at', 'decided_at', 'outcome',
    'outcome_reason', 'delivery_started_at', 'answered_at', 'withdrawn_at', 'withdrawn_reason', 'released_at',
    'review_by', 'merged_into_id']
$$;

-- Scores of an interview are the panel's together, after quality is agreed; all others are given apart, before.
CREATE OR REPLACE FUNCTION consensus_stands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked question%ROWTYPE;
  at_interview boolean;
BEGIN
  SELECT q.* INTO asked FROM bid b JOIN question q ON q.id = b.question_id WHERE b.id = NEW.bid_id;
  SELECT c.stage = 'interview' INTO at_interview FROM criterion c WHERE c.id = NEW.criterion_id;
  IF at_interview THEN
    IF asked.quality_agreed_at IS NULL OR asked.interviews_agreed_at IS NOT NULL THEN
      PERFORM soundings.refuse('InterviewsAreNotOn', 'InterviewsAreNotOn: Interviews are scored after quality is agreed and before the interviews are closed.');
    END IF;
  ELSIF asked.quality_agreed_at IS NOT NULL THEN
    PERFORM soundings.refuse('QualityIsAgreed', 'QualityIsAgreed: Quality is agreed for this question, so scores can no longer be changed.');
  ELSIF asked.reply_working_days IS NOT NULL AND NOT EXISTS (
      SELECT FROM reply_round r WHERE r.question_id = asked.id AND r.closes_at <= soundings.now()) THEN
    PERFORM soundings.refuse('RepliesAreAwaited', 'RepliesAreAwaited: Bidders may reply to the panel first. A consensus is recorded after that.');
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION score_is_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM criterion c WHERE c.id = NEW.criterion_id AND c.stage = 'interview') THEN
    PERFORM soundings.refuse('InterviewIsScoredTogether', 'InterviewIsScoredTogether: The panel scores an interview together, after it.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER score_is_written BEFORE INSERT ON score
  FOR EACH ROW EXECUTE FUNCTION score_is_written();

ALTER TABLE price_query
  ADD CONSTRAINT price_query_says_why CHECK (reason <> ''),
  ADD CONSTRAINT price_query_explained CHECK (
    (explained_at IS NULL) = (explanation IS NULL) AND (explained_at IS NULL) = (explained_by_id IS NULL)
    AND explained_at < answer_by),
  ADD CONSTRAINT price_query_decided CHECK (
    (decided_at IS NULL) = (decision IS NULL) AND (decided_at IS NULL) = (decided_by_id IS NULL)
    AND (decided_at IS NULL) = (coalesce(decision_reason, '') = ''));

ALTER TABLE score_query
  ADD CONSTRAINT score_query_says_why CHECK (note <> ''),
  ADD CONSTRAINT score_query_of_another CHECK (asked_by_id <> person_id),
  ADD CONSTRAINT score_query_answered CHECK ((answered_at IS NULL) = (coalesce(answer, '') = ''));

ALTER TABLE meeting_attendance
  ADD CONSTRAINT meeting_attendance_reason CHECK (attendance <> 'abstained' OR note <> '');

ALTER TABLE reply_round ADD CONSTRAINT reply_round_lasts CHECK (closes_at > opened_at);
ALTER TABLE bid_reply
  ADD CONSTRAINT bid_reply_submitted CHECK (
    (submitted_at IS NULL) = (submitted_by_id IS NULL) AND (submitted_at IS NULL OR text <> ''));

ALTER TABLE interview_round ADD CONSTRAINT interview_round_asks CHECK (asks <> '' AND choose_by > invited_at);
ALTER TABLE interview_slot ADD CONSTRAINT interview_slot_place CHECK (place <> '');
ALTER TABLE interview
  ADD CONSTRAINT interview_chosen CHECK (
    (chosen_at IS NULL) = (chosen_by_id IS NULL) AND (slot_id IS NULL OR chosen_at IS NOT NULL)),
  ADD CONSTRAINT interview_withdrawn CHECK (
    (withdrawn_at IS NULL) = (withdrawn_by_id IS NULL) AND (withdrawn_at IS NULL OR slot_id IS NULL)
    AND (withdrawn_at IS NULL OR recorded_at IS NULL)),
  ADD CONSTRAINT interview_recorded CHECK (
    (recorded_at IS NULL) = (recorded_by_id IS NULL) AND (recorded_at IS NULL) = (coalesce(reason, '') = ''));

-- A reply is in before its round closes or not at all, and one that was sent stays as it was sent.
CREATE FUNCTION reply_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.submitted_at IS NOT NULL THEN
    PERFORM soundings.refuse('ReplyIsSent', 'ReplyIsSent: This reply was sent and can no longer be changed.');
  END IF;
  IF NOT EXISTS (SELECT FROM bid b JOIN reply_round r ON r.question_id = b.question_id
                 WHERE b.id = NEW.bid_id AND r.closes_at > soundings.now()) THEN
    PERFORM soundings.refuse('ReplyIsLate', 'ReplyIsLate: The time for replies is over.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reply_in_time BEFORE INSERT OR UPDATE ON bid_reply
  FOR EACH ROW EXECUTE FUNCTION reply_in_time();

-- What was asked, answered and decided stays.
CREATE TRIGGER price_query_is_kept BEFORE UPDATE ON price_query
  FOR EACH ROW WHEN (OLD.decided_at IS NOT NULL) EXECUTE FUNCTION evaluation_is_kept();
CREATE TRIGGER score_query_is_kept BEFORE UPDATE ON score_query
  FOR EACH ROW WHEN (OLD.answered_at IS NOT NULL) EXECUTE FUNCTION evaluation_is_kept();
CREATE TRIGGER price_query_stays BEFORE DELETE ON price_query
  FOR EACH ROW EXECUTE FUNCTION evaluation_is_kept();
CREATE TRIGGER score_query_stays BEFORE DELETE ON score_query
  FOR EACH ROW EXECUTE FUNCTION evaluation_is_kept();
CREATE TRIGGER attendance_stays BEFORE UPDATE OR DELETE ON meeting_attendance
  FOR EACH ROW EXECUTE FUNCTION evaluation_is_kept();
CREATE TRIGGER reply_round_stays BEFORE UPDATE OR DELETE ON reply_round
  FOR EACH ROW EXECUTE FUNCTION evaluation_is_kept();
CREATE TRIGGER bid_reply_stays BEFORE DELETE ON bid_reply
  FOR EACH ROW EXECUTE FUNCTION evaluation_is_kept();
CREATE TRIGGER interview_round_stays BEFORE UPDATE OR DELETE ON interview_round
  FOR EACH ROW EXECUTE FUNCTION evaluation_is_kept();
CREATE TRIGGER interview_stays BEFORE DELETE ON interview
  FOR EACH ROW EXECUTE FUNCTION evaluation_is_kept();
