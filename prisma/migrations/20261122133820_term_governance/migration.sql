-- AlterTable
ALTER TABLE "term" ADD COLUMN     "successor_id" UUID;

-- CreateTable
CREATE TABLE "term_proposal" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "scheme" "TermScheme" NOT NULL,
    "name" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(6) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(6),
    "reason" TEXT NOT NULL DEFAULT '',
    "term_id" UUID,

    CONSTRAINT "term_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "term_proposal_reference_key" ON "term_proposal"("reference");

-- AddForeignKey
ALTER TABLE "term" ADD CONSTRAINT "term_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "term"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_proposal" ADD CONSTRAINT "term_proposal_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_proposal" ADD CONSTRAINT "term_proposal_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Only what is retired has a successor, and never itself.
ALTER TABLE term ADD CONSTRAINT term_succeeded_is_retired CHECK (
  successor_id IS NULL OR (retired_at IS NOT NULL AND successor_id <> id));
-- The same word is proposed once at a time; a decision is somebody's, and a refusal says why.
CREATE UNIQUE INDEX term_proposal_once ON term_proposal (scheme, lower(name)) WHERE decided_at IS NULL;
ALTER TABLE term_proposal
  ADD CONSTRAINT term_proposal_says_something CHECK (name <> '' AND why <> ''),
  ADD CONSTRAINT term_proposal_decided_by_somebody CHECK ((decided_at IS NULL) = (decided_by_id IS NULL)),
  ADD CONSTRAINT term_proposal_taken_or_refused CHECK (
    decided_at IS NULL OR (term_id IS NOT NULL) <> (reason <> ''));
