-- CreateEnum
CREATE TYPE "SponsorshipEnding" AS ENUM ('declined', 'withdrawn', 'lapsed', 'left');

-- AlterTable
ALTER TABLE "question" ADD COLUMN     "reused_finding_id" UUID,
ADD COLUMN     "set_aside_at" TIMESTAMPTZ(6);

-- CreateTable
CREATE TABLE "sponsorship" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "question_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "draft_id" UUID,
    "context" TEXT NOT NULL,
    "needed_for" TEXT NOT NULL,
    "needed_by" DATE NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(6) NOT NULL,
    "lapses_at" TIMESTAMPTZ(6) NOT NULL,
    "accepted_at" TIMESTAMPTZ(6),
    "accepted_by_id" UUID,
    "ended_at" TIMESTAMPTZ(6),
    "ending" "SponsorshipEnding",
    "ended_by_id" UUID,
    "ended_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "sponsorship_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "sponsorship_reference_key" ON "sponsorship"("reference");

-- CreateIndex
CREATE INDEX "sponsorship_question_id_idx" ON "sponsorship"("question_id");

-- CreateIndex
CREATE INDEX "sponsorship_team_id_idx" ON "sponsorship"("team_id");

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_reused_finding_id_fkey" FOREIGN KEY ("reused_finding_id") REFERENCES "finding"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sponsorship" ADD CONSTRAINT "sponsorship_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sponsorship" ADD CONSTRAINT "sponsorship_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sponsorship" ADD CONSTRAINT "sponsorship_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sponsorship" ADD CONSTRAINT "sponsorship_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Only what was never published is set aside; a finding is reused by a draft that was.
ALTER TABLE question
  ADD CONSTRAINT question_set_aside_is_a_draft CHECK (
    set_aside_at IS NULL OR (published_at IS NULL AND (submitted_at IS NULL OR returned_at >= submitted_at))),
  ADD CONSTRAINT question_reuses_what_it_is_set_aside_for CHECK (reused_finding_id IS NULL OR set_aside_at IS NOT NULL);

-- One request or sponsorship of a team for a question, and one that a draft was set aside for, at a time.
CREATE UNIQUE INDEX sponsorship_one_of_a_team ON sponsorship (question_id, team_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX sponsorship_one_for_a_draft ON sponsorship (draft_id) WHERE ended_at IS NULL;

ALTER TABLE sponsorship
  ADD CONSTRAINT sponsorship_says_why CHECK (context <> '' AND needed_for <> ''),
  ADD CONSTRAINT sponsorship_accepted_by_somebody CHECK ((accepted_at IS NULL) = (accepted_by_id IS NULL)),
  ADD CONSTRAINT sponsorship_accepted_by_another CHECK (accepted_by_id <> requested_by_id),
  ADD CONSTRAINT sponsorship_accepted_in_time CHECK (accepted_at < lapses_at),
  ADD CONSTRAINT sponsorship_ending_is_whole CHECK (
    (ended_at IS NULL) = (ending IS NULL)
    AND (ended_by_id IS NULL) = (ending IS NULL OR ending = 'lapsed')),
  ADD CONSTRAINT sponsorship_ends_as_it_stood CHECK (ending IS NULL OR (ending = 'left') = (accepted_at IS NOT NULL)),
  ADD CONSTRAINT sponsorship_ends_with_reason CHECK (ending NOT IN ('declined', 'left') OR ended_reason <> '');

-- What was asked stays as it was asked, and what has ended stays ended.
CREATE FUNCTION soundings.keep_sponsorship() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked question%ROWTYPE;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT * INTO asked FROM question WHERE id = NEW.question_id;
    IF asked.published_at IS NULL OR asked.team_id = NEW.team_id THEN
      PERFORM soundings.refuse('SponsorOfNoOtherQuestion',
        'SponsorOfNoOtherQuestion: A team sponsors a published question of another team.');
    END IF;
  ELSIF OLD.ended_at IS NOT NULL AND (to_jsonb(NEW) - 'draft_id') IS DISTINCT FROM (to_jsonb(OLD) - 'draft_id') THEN
    PERFORM soundings.refuse('SponsorshipHasEnded', 'SponsorshipHasEnded: This request or sponsorship has ended.');
  ELSIF (NEW.question_id, NEW.team_id, NEW.context, NEW.needed_for, NEW.needed_by, NEW.requested_by_id,
         NEW.requested_at, NEW.lapses_at)
        IS DISTINCT FROM (OLD.question_id, OLD.team_id, OLD.context, OLD.needed_for, OLD.needed_by,
         OLD.requested_by_id, OLD.requested_at, OLD.lapses_at)
        OR (OLD.accepted_at IS NOT NULL AND NEW.accepted_at IS DISTINCT FROM OLD.accepted_at) THEN
    PERFORM soundings.refuse('SponsorshipIsKept', 'SponsorshipIsKept: What a team asked for stays as it was asked.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sponsorship_kept BEFORE INSERT OR UPDATE ON sponsorship
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_sponsorship();
