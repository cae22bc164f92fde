-- CreateTable
CREATE TABLE "record_merge" (
    "id" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "from_id" UUID NOT NULL,
    "into_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "moved" JSONB NOT NULL,
    "merged_by_id" UUID NOT NULL,
    "merged_at" TIMESTAMPTZ(6) NOT NULL,
    "undone_at" TIMESTAMPTZ(6),

    CONSTRAINT "record_merge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "record_merge_into_id_idx" ON "record_merge"("into_id");

-- A record is merged into one other at a time, and never into itself.
CREATE UNIQUE INDEX record_merge_once ON record_merge (noun, from_id) WHERE undone_at IS NULL;
ALTER TABLE record_merge
  ADD CONSTRAINT record_merge_of_two CHECK (from_id <> into_id),
  ADD CONSTRAINT record_merge_noun_check CHECK (noun IN ('finding', 'question', 'organisation'));
ALTER TABLE finding ADD CONSTRAINT finding_merged_into_another CHECK (merged_into_id IS DISTINCT FROM id);
ALTER TABLE question ADD CONSTRAINT question_merged_into_another CHECK (merged_into_id IS DISTINCT FROM id);
ALTER TABLE organisation ADD CONSTRAINT organisation_merged_into_another CHECK (merged_into_id IS DISTINCT FROM id);
