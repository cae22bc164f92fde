-- CreateEnum
CREATE TYPE "FindingLinkKind" AS ENUM ('supports', 'contradicts', 'protocolOf', 'includes');

-- CreateTable
CREATE TABLE "finding_link" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "kind" "FindingLinkKind" NOT NULL,
    "note" TEXT NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(6) NOT NULL,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(6),
    "removed_by_id" UUID,
    "removed_at" TIMESTAMPTZ(6),
    "removed_reason" TEXT,

    CONSTRAINT "finding_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "finding_link_reference_key" ON "finding_link"("reference");

-- CreateIndex
CREATE INDEX "finding_link_from_id_idx" ON "finding_link"("from_id");

-- CreateIndex
CREATE INDEX "finding_link_to_id_idx" ON "finding_link"("to_id");

-- AddForeignKey
ALTER TABLE "finding_link" ADD CONSTRAINT "finding_link_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_link" ADD CONSTRAINT "finding_link_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_link" ADD CONSTRAINT "finding_link_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_link" ADD CONSTRAINT "finding_link_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_link" ADD CONSTRAINT "finding_link_removed_by_id_fkey" FOREIGN KEY ("removed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Two findings bear on each other in one way at a time, whoever says so.
CREATE UNIQUE INDEX finding_link_once ON finding_link (from_id, to_id, kind) WHERE removed_at IS NULL;

ALTER TABLE finding_link
  ADD CONSTRAINT finding_link_to_another_check CHECK (from_id <> to_id),
  ADD CONSTRAINT finding_link_note_check CHECK (note <> ''),
  ADD CONSTRAINT finding_link_confirmed_check CHECK ((confirmed_at IS NULL) = (confirmed_by_id IS NULL)),
  ADD CONSTRAINT finding_link_removed_check CHECK (
    (removed_at IS NULL) = (removed_reason IS NULL) AND (removed_at IS NULL) = (removed_by_id IS NULL));
