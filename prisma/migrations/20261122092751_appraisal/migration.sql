-- CreateEnum
CREATE TYPE "AppraisalScheme" AS ENUM ('maryland', 'emmie', 'qualitative');

-- CreateTable
CREATE TABLE "appraisal" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "scheme" "AppraisalScheme" NOT NULL,
    "study_type" "StudyType" NOT NULL,
    "opened_at" TIMESTAMPTZ(6) NOT NULL,
    "closed_at" TIMESTAMPTZ(6),
    "closed_reason" TEXT,
    "answers" JSONB,
    "confidence" "Confidence",
    "rationale" TEXT NOT NULL DEFAULT '',
    "proposed_at" TIMESTAMPTZ(6),
    "proposed_by_id" UUID,
    "agreed_at" TIMESTAMPTZ(6),
    "agreed_by_id" UUID,
    "settled" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "appraisal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appraisal_judgement" (
    "appraisal_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "joined_at" TIMESTAMPTZ(6) NOT NULL,
    "answers" JSONB,
    "confidence" "Confidence",
    "rationale" TEXT NOT NULL DEFAULT '',
    "submitted_at" TIMESTAMPTZ(6),

    CONSTRAINT "appraisal_judgement_pkey" PRIMARY KEY ("appraisal_id","place")
);

-- CreateIndex
CREATE INDEX "appraisal_finding_id_idx" ON "appraisal"("finding_id");

-- CreateIndex
CREATE INDEX "appraisal_judgement_person_id_idx" ON "appraisal_judgement"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "appraisal_judgement_appraisal_id_person_id_key" ON "appraisal_judgement"("appraisal_id", "person_id");

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "finding_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_agreed_by_id_fkey" FOREIGN KEY ("agreed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal_judgement" ADD CONSTRAINT "appraisal_judgement_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal_judgement" ADD CONSTRAINT "appraisal_judgement_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One appraisal of a version runs at a time.
CREATE UNIQUE INDEX appraisal_one_running ON appraisal (version_id) WHERE agreed_at IS NULL AND closed_at IS NULL;

ALTER TABLE appraisal
  ADD CONSTRAINT appraisal_closed_check CHECK ((closed_at IS NULL) = (closed_reason IS NULL)),
  ADD CONSTRAINT appraisal_closed_or_agreed_check CHECK (closed_at IS NULL OR agreed_at IS NULL),
  ADD CONSTRAINT appraisal_proposed_check CHECK (
    (proposed_at IS NULL) = (proposed_by_id IS NULL) AND (proposed_at IS NULL) = (answers IS NULL)
    AND (proposed_at IS NULL) = (confidence IS NULL)),
  ADD CONSTRAINT appraisal_agreed_check CHECK (
    (agreed_at IS NULL) = (agreed_by_id IS NULL) AND (agreed_at IS NULL OR proposed_at IS NOT NULL)),
  -- Agreement takes two; a coordinator settles alone what two could not agree.
  ADD CONSTRAINT appraisal_agreed_by_two_check CHECK (
    agreed_at IS NULL OR (agreed_by_id = proposed_by_id) = settled);

ALTER TABLE appraisal_judgement
  ADD CONSTRAINT appraisal_judgement_place_check CHECK (place IN (1, 2)),
  ADD CONSTRAINT appraisal_judgement_submitted_check CHECK (
    submitted_at IS NULL OR (answers IS NOT NULL AND confidence IS NOT NULL AND rationale <> ''));

-- Nothing is proposed or agreed before both have judged; what was agreed stays as it is.
CREATE FUNCTION soundings.keep_appraisal_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.agreed_at IS NOT NULL AND to_jsonb(NEW) IS DISTINCT FROM to_jsonb(OLD) THEN
    PERFORM soundings.refuse('AgreedAppraisalIsFixed', 'AgreedAppraisalIsFixed: An agreed appraisal cannot be changed. Start a new one.');
  END IF;
  IF NEW.proposed_at IS NOT NULL AND (
    SELECT count(*) FROM appraisal_judgement j WHERE j.appraisal_id = NEW.id AND j.submitted_at IS NOT NULL) < 2 THEN
    PERFORM soundings.refuse('JudgementsAreMissing', 'JudgementsAreMissing: Both appraisers have to judge first.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER appraisal_order BEFORE UPDATE ON appraisal
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_appraisal_order();

-- Once both are in, each can be read by the other, so neither changes any more.
CREATE FUNCTION soundings.keep_judgement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM appraisal_judgement j
      WHERE j.appraisal_id = OLD.appraisal_id AND j.submitted_at IS NOT NULL) = 2 THEN
    PERFORM soundings.refuse('JudgementIsFixed', 'JudgementIsFixed: Both judgements are in and can be read, so neither can be changed.');
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER appraisal_judgement_fixed BEFORE UPDATE OR DELETE ON appraisal_judgement
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_judgement();
