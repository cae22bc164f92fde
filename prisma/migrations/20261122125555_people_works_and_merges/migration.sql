-- CreateEnum
CREATE TYPE "WorkOffer" AS ENUM ('offered', 'taken', 'rejected');

-- AlterTable
ALTER TABLE "expert_profile" ADD COLUMN     "willing_for" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "orcid_verified_at" TIMESTAMPTZ(6);

-- CreateTable
CREATE TABLE "expert_work" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "work_id" UUID,
    "source" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "year" INTEGER,
    "kind" TEXT NOT NULL DEFAULT 'article',
    "venue" TEXT NOT NULL DEFAULT '',
    "doi" TEXT,
    "web_address" TEXT,
    "role" TEXT NOT NULL DEFAULT 'author',
    "authors" TEXT[],
    "state" "WorkOffer" NOT NULL DEFAULT 'offered',
    "offered_at" TIMESTAMPTZ(6) NOT NULL,
    "decided_at" TIMESTAMPTZ(6),

    CONSTRAINT "expert_work_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "derived_expert_term" (
    "person_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,
    "works" INTEGER NOT NULL,
    "rejected_at" TIMESTAMPTZ(6),

    CONSTRAINT "derived_expert_term_pkey" PRIMARY KEY ("person_id","term_id")
);

-- CreateTable
CREATE TABLE "person_merge" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "kept_id" UUID NOT NULL,
    "merged_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(6) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(6),
    "accepted" BOOLEAN,
    "decision_reason" TEXT,

    CONSTRAINT "person_merge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "expert_work_work_id_idx" ON "expert_work"("work_id");

-- CreateIndex
CREATE UNIQUE INDEX "expert_work_person_id_source_source_id_key" ON "expert_work"("person_id", "source", "source_id");

-- CreateIndex
CREATE INDEX "derived_expert_term_term_id_idx" ON "derived_expert_term"("term_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_merge_reference_key" ON "person_merge"("reference");

-- CreateIndex
CREATE INDEX "person_merge_kept_id_idx" ON "person_merge"("kept_id");

-- CreateIndex
CREATE INDEX "person_merge_merged_id_idx" ON "person_merge"("merged_id");

-- AddForeignKey
ALTER TABLE "expert_work" ADD CONSTRAINT "expert_work_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert_work" ADD CONSTRAINT "expert_work_work_id_fkey" FOREIGN KEY ("work_id") REFERENCES "work"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "derived_expert_term" ADD CONSTRAINT "derived_expert_term_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "derived_expert_term" ADD CONSTRAINT "derived_expert_term_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_merge" ADD CONSTRAINT "person_merge_kept_id_fkey" FOREIGN KEY ("kept_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_merge" ADD CONSTRAINT "person_merge_merged_id_fkey" FOREIGN KEY ("merged_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE person ADD CONSTRAINT person_orcid_verified CHECK (orcid_verified_at IS NULL OR orcid IS NOT NULL);

ALTER TABLE expert_work
  ADD CONSTRAINT expert_work_doi_check CHECK (doi IS NULL OR doi = lower(doi)),
  ADD CONSTRAINT expert_work_decided_check CHECK ((state = 'offered') = (decided_at IS NULL)),
  ADD CONSTRAINT expert_work_taken_check CHECK ((state = 'taken') = (work_id IS NOT NULL));
-- The same work, whatever its source, is one person's once.
CREATE UNIQUE INDEX expert_work_taken_once ON expert_work (person_id, work_id) WHERE work_id IS NOT NULL;

ALTER TABLE derived_expert_term ADD CONSTRAINT derived_expert_term_works_check CHECK (works >= 0);

ALTER TABLE expert_profile ADD CONSTRAINT expert_profile_willing_check
  CHECK (willing_for <@ ARRAY['advice', 'bids', 'reviews', 'panels', 'training']);

-- Two accounts are proposed as one once at a time, and decided by somebody else than who proposed it.
CREATE UNIQUE INDEX person_merge_one_open ON person_merge (least(kept_id, merged_id), greatest(kept_id, merged_id))
  WHERE decided_at IS NULL;
ALTER TABLE person_merge
  ADD CONSTRAINT person_merge_of_two CHECK (kept_id <> merged_id),
  ADD CONSTRAINT person_merge_decision CHECK (
    (decided_at IS NULL) = (accepted IS NULL) AND (decided_at IS NULL) = (decided_by_id IS NULL)),
  ADD CONSTRAINT person_merge_by_another CHECK (decided_by_id <> proposed_by_id OR accepted = false);
