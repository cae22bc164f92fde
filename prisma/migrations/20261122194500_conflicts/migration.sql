-- CreateEnum
CREATE TYPE "InterestKind" AS ENUM ('employer', 'collaborator', 'coAuthor', 'adviser', 'personal', 'financial', 'family', 'administrative');

-- AlterTable
ALTER TABLE "declaration" ADD COLUMN     "kinds" "InterestKind"[] DEFAULT ARRAY[]::"InterestKind"[];

-- AlterTable
ALTER TABLE "route" ADD COLUMN     "conflict_years" INTEGER NOT NULL DEFAULT 3;

-- CreateTable
CREATE TABLE "registered_interest" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "InterestKind" NOT NULL,
    "about_person_id" UUID,
    "about_organisation_id" UUID,
    "about_name" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "from_on" DATE,
    "until_on" DATE,
    "added_at" TIMESTAMPTZ(6) NOT NULL,
    "ended_at" TIMESTAMPTZ(6),
    "replaced_by_id" UUID,

    CONSTRAINT "registered_interest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interest_confirmation" (
    "person_id" UUID NOT NULL,
    "confirmed_at" TIMESTAMPTZ(6) NOT NULL,
    "entries" INTEGER NOT NULL,

    CONSTRAINT "interest_confirmation_pkey" PRIMARY KEY ("person_id","confirmed_at")
);

-- CreateTable
CREATE TABLE "conflict" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "question_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "bid_id" UUID,
    "kind" "InterestKind" NOT NULL,
    "suspected_at" TIMESTAMPTZ(6),
    "declared_at" TIMESTAMPTZ(6),
    "pinned_at" TIMESTAMPTZ(6),
    "confirmed_at" TIMESTAMPTZ(6),
    "dismissed_at" TIMESTAMPTZ(6),
    "decided_by_id" UUID,
    "decision_reason" TEXT,

    CONSTRAINT "conflict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conflict_evidence" (
    "conflict_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "found_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "conflict_evidence_pkey" PRIMARY KEY ("conflict_id","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "registered_interest_reference_key" ON "registered_interest"("reference");

-- CreateIndex
CREATE INDEX "registered_interest_person_id_idx" ON "registered_interest"("person_id");

-- CreateIndex
CREATE INDEX "registered_interest_about_person_id_idx" ON "registered_interest"("about_person_id");

-- CreateIndex
CREATE INDEX "registered_interest_about_organisation_id_idx" ON "registered_interest"("about_organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "conflict_reference_key" ON "conflict"("reference");

-- CreateIndex
CREATE INDEX "conflict_question_id_idx" ON "conflict"("question_id");

-- CreateIndex
CREATE INDEX "conflict_person_id_idx" ON "conflict"("person_id");

-- CreateIndex
CREATE INDEX "conflict_bid_id_idx" ON "conflict"("bid_id");

-- AddForeignKey
ALTER TABLE "registered_interest" ADD CONSTRAINT "registered_interest_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registered_interest" ADD CONSTRAINT "registered_interest_about_person_id_fkey" FOREIGN KEY ("about_person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registered_interest" ADD CONSTRAINT "registered_interest_about_organisation_id_fkey" FOREIGN KEY ("about_organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registered_interest" ADD CONSTRAINT "registered_interest_replaced_by_id_fkey" FOREIGN KEY ("replaced_by_id") REFERENCES "registered_interest"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interest_confirmation" ADD CONSTRAINT "interest_confirmation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict" ADD CONSTRAINT "conflict_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict" ADD CONSTRAINT "conflict_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict" ADD CONSTRAINT "conflict_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict_evidence" ADD CONSTRAINT "conflict_evidence_conflict_id_fkey" FOREIGN KEY ("conflict_id") REFERENCES "conflict"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE route ADD CONSTRAINT route_conflict_years_check CHECK (conflict_years BETWEEN 1 AND 50);

ALTER TABLE registered_interest ADD CONSTRAINT registered_interest_about_one
  CHECK (num_nonnulls(about_person_id, about_organisation_id, nullif(btrim(about_name), '')) = 1);
ALTER TABLE registered_interest ADD CONSTRAINT registered_interest_not_self CHECK (about_person_id <> person_id);
ALTER TABLE registered_interest ADD CONSTRAINT registered_interest_days CHECK (until_on >= from_on);
CREATE UNIQUE INDEX registered_interest_once ON registered_interest (person_id, kind,
  coalesce(about_person_id::text, about_organisation_id::text, lower(about_name))) WHERE ended_at IS NULL;

CREATE FUNCTION registered_interest_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.kind, NEW.about_person_id, NEW.about_organisation_id, NEW.about_name, NEW.note, NEW.from_on, NEW.until_on,
      NEW.added_at) IS DISTINCT FROM (OLD.kind, OLD.about_person_id, OLD.about_organisation_id, OLD.about_name, OLD.note,
      OLD.from_on, OLD.until_on, OLD.added_at) OR (OLD.ended_at IS NOT NULL AND NEW.ended_at IS DISTINCT FROM OLD.ended_at) THEN
    PERFORM soundings.refuse('InterestStands', 'InterestStands: An entry of the register is ended, never overwritten.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER registered_interest_stands BEFORE UPDATE ON registered_interest
  FOR EACH ROW EXECUTE FUNCTION registered_interest_stands();

-- One row a person, counterpart and kind; decided once at a time, with a reason, and never by the person themselves.
CREATE UNIQUE INDEX conflict_once ON conflict (question_id, person_id, coalesce(bid_id, question_id), kind);
ALTER TABLE conflict ADD CONSTRAINT conflict_has_origin CHECK (num_nonnulls(suspected_at, declared_at, pinned_at) > 0);
ALTER TABLE conflict ADD CONSTRAINT conflict_decided_one_way CHECK (confirmed_at IS NULL OR dismissed_at IS NULL);
ALTER TABLE conflict ADD CONSTRAINT conflict_decided_whole CHECK (
  (coalesce(confirmed_at, dismissed_at) IS NULL) = (decided_by_id IS NULL)
  AND (decided_by_id IS NULL) = (nullif(btrim(decision_reason), '') IS NULL));
ALTER TABLE conflict ADD CONSTRAINT conflict_decided_by_another CHECK (decided_by_id <> person_id);
ALTER TABLE conflict ADD CONSTRAINT conflict_pinned_is_administrative CHECK (pinned_at IS NULL OR kind = 'administrative');
ALTER TABLE conflict_evidence ADD CONSTRAINT conflict_evidence_said CHECK (key <> '' AND btrim(words) <> '');
CREATE TRIGGER conflict_is_kept BEFORE DELETE ON conflict
  FOR EACH ROW EXECUTE FUNCTION evaluation_is_kept();
CREATE TRIGGER conflict_evidence_is_kept BEFORE DELETE OR UPDATE ON conflict_evidence
  FOR EACH ROW EXECUTE FUNCTION evaluation_is_kept();
