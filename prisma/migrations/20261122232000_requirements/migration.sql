-- CreateEnum
CREATE TYPE "RequirementKind" AS ENUM ('eligibility', 'essential');

-- AlterTable
ALTER TABLE "question" ADD COLUMN     "eligible_organisations" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "requirement" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "kind" "RequirementKind" NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "evidence" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "requirement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "eligibility_answer" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID,
    "version" INTEGER NOT NULL,
    "answers" JSONB NOT NULL,
    "eligible" BOOLEAN NOT NULL,
    "answered_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "eligibility_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "requirement_check" (
    "bid_id" UUID NOT NULL,
    "requirement_id" UUID NOT NULL,
    "met" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "checked_by_id" UUID NOT NULL,
    "checked_at" TIMESTAMPTZ(6) NOT NULL,
    "agreed_by_id" UUID,
    "agreed_at" TIMESTAMPTZ(6),

    CONSTRAINT "requirement_check_pkey" PRIMARY KEY ("bid_id","requirement_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "requirement_question_id_kind_position_key" ON "requirement"("question_id", "kind", "position");

-- CreateIndex
CREATE INDEX "eligibility_answer_question_id_person_id_answered_at_idx" ON "eligibility_answer"("question_id", "person_id", "answered_at");

-- AddForeignKey
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "eligibility_answer" ADD CONSTRAINT "eligibility_answer_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requirement_check" ADD CONSTRAINT "requirement_check_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requirement_check" ADD CONSTRAINT "requirement_check_requirement_id_fkey" FOREIGN KEY ("requirement_id") REFERENCES "requirement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE requirement
  ADD CONSTRAINT requirement_says_something CHECK (text <> '' AND (kind = 'essential') = (evidence <> '')),
  ADD CONSTRAINT requirement_position CHECK (position BETWEEN 1 AND 12);

-- They are part of the published text, and frozen with it.
CREATE TRIGGER keep_published_requirement BEFORE INSERT OR UPDATE OR DELETE ON requirement
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_published_part();

CREATE TRIGGER keep_eligibility_answer BEFORE UPDATE OR DELETE ON eligibility_answer
  FOR EACH ROW EXECUTE FUNCTION evaluation_is_kept();

-- Nobody leads a bid who has not said that they may: the last answer of the lead counts.
CREATE FUNCTION bid_of_the_eligible() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asks boolean;
  said record;
BEGIN
  SELECT cardinality(q.eligible_organisations) > 0
      OR EXISTS (SELECT FROM requirement r WHERE r.question_id = q.id AND r.kind = 'eligibility') INTO asks
    FROM question q WHERE q.id = NEW.question_id;
  IF NOT asks THEN
    RETURN NEW;
  END IF;
  SELECT a.eligible, a.organisation_id INTO said FROM eligibility_answer a
    WHERE a.question_id = NEW.question_id AND a.person_id = NEW.lead_id ORDER BY a.answered_at DESC, a.id DESC LIMIT 1;
  IF said.eligible IS DISTINCT FROM true OR said.organisation_id IS DISTINCT FROM NEW.organisation_id THEN
    PERFORM soundings.refuse('EligibilityIsNotConfirmed', 'EligibilityIsNotConfirmed: Confirm first that you may bid for this question.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bid_of_the_eligible BEFORE INSERT ON bid
  FOR EACH ROW EXECUTE FUNCTION bid_of_the_eligible();

ALTER TABLE requirement_check
  ADD CONSTRAINT requirement_check_says_why CHECK (reason <> ''),
  ADD CONSTRAINT requirement_check_agreed CHECK ((agreed_at IS NULL) = (agreed_by_id IS NULL)),
  ADD CONSTRAINT requirement_check_by_two CHECK (agreed_by_id <> checked_by_id);

CREATE TRIGGER requirement_check_is_kept BEFORE UPDATE ON requirement_check
  FOR EACH ROW WHEN (OLD.agreed_at IS NOT NULL) EXECUTE FUNCTION evaluation_is_kept();
CREATE TRIGGER requirement_check_stays BEFORE DELETE ON requirement_check
  FOR EACH ROW EXECUTE FUNCTION evaluation_is_kept();

-- Essential requirements are of the question that the bid answers, and read after the opening.
CREATE FUNCTION requirement_check_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM bid b JOIN question q ON q.id = b.question_id
      JOIN requirement r ON r.question_id = q.id AND r.kind = 'essential'
      WHERE b.id = NEW.bid_id AND r.id = NEW.requirement_id AND q.opened_at IS NOT NULL AND q.quality_agreed_at IS NULL) THEN
    PERFORM soundings.refuse('RequirementDoesNotFit', 'RequirementDoesNotFit: Requirements are checked after the opening and before quality is agreed.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER requirement_check_fits BEFORE INSERT ON requirement_check
  FOR EACH ROW EXECUTE FUNCTION requirement_check_fits();

-- No bid is scored before two have agreed that it meets what is essential.
CREATE FUNCTION score_after_requirements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM bid b JOIN requirement r ON r.question_id = b.question_id AND r.kind = 'essential'
      WHERE b.id = NEW.bid_id AND NOT EXISTS (SELECT FROM requirement_check k
        WHERE k.bid_id = b.id AND k.requirement_id = r.id AND k.met AND k.agreed_at IS NOT NULL)) THEN
    PERFORM soundings.refuse('RequirementsAreNotAgreed', 'RequirementsAreNotAgreed: A bid is scored once two of the panel have agreed that it meets every essential requirement.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER score_after_requirements BEFORE INSERT ON score
  FOR EACH ROW EXECUTE FUNCTION score_after_requirements();
