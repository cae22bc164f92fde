-- CreateEnum
CREATE TYPE "ImportChoice" AS ENUM ('take', 'same', 'skip');

-- CreateTable
CREATE TABLE "bibliography_import" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "messages" TEXT[],
    "read_by_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(6) NOT NULL,
    "carried_out_by_id" UUID,
    "carried_out_at" TIMESTAMPTZ(6),
    "reason" TEXT,
    "undone_by_id" UUID,
    "undone_at" TIMESTAMPTZ(6),

    CONSTRAINT "bibliography_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imported_record" (
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "content" JSONB,
    "remarks" TEXT[],
    "fault" TEXT,
    "match" TEXT,
    "same_as_id" UUID,
    "choice" "ImportChoice",
    "finding_id" UUID,
    "undo_outcome" TEXT,

    CONSTRAINT "imported_record_pkey" PRIMARY KEY ("import_id","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "bibliography_import_reference_key" ON "bibliography_import"("reference");

-- CreateIndex
CREATE INDEX "bibliography_import_read_at_idx" ON "bibliography_import"("read_at");

-- CreateIndex
CREATE UNIQUE INDEX "imported_record_finding_id_key" ON "imported_record"("finding_id");

-- CreateIndex
CREATE INDEX "imported_record_same_as_id_idx" ON "imported_record"("same_as_id");

-- AddForeignKey
ALTER TABLE "imported_record" ADD CONSTRAINT "imported_record_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "bibliography_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_record" ADD CONSTRAINT "imported_record_same_as_id_fkey" FOREIGN KEY ("same_as_id") REFERENCES "finding"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_record" ADD CONSTRAINT "imported_record_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Titles that are nearly the same are found by trigrams, among many findings too.
CREATE INDEX finding_version_near_title ON finding_version USING gin (lower(title) gin_trgm_ops);

ALTER TABLE bibliography_import
  ADD CONSTRAINT bibliography_import_carried_out_check CHECK (
    (carried_out_at IS NULL) = (carried_out_by_id IS NULL) AND (carried_out_at IS NULL) = (reason IS NULL)),
  ADD CONSTRAINT bibliography_import_undone_check CHECK (
    (undone_at IS NULL) = (undone_by_id IS NULL) AND (undone_at IS NULL OR carried_out_at IS NOT NULL));

ALTER TABLE imported_record
  ADD CONSTRAINT imported_record_match_check CHECK (match IN ('doi', 'title', 'near', 'named')),
  ADD CONSTRAINT imported_record_match_names_check CHECK (match IS NULL OR same_as_id IS NOT NULL),
  ADD CONSTRAINT imported_record_fault_check CHECK (
    CASE WHEN fault IS NULL THEN content IS NOT NULL ELSE choice IS NOT DISTINCT FROM 'skip' END),
  ADD CONSTRAINT imported_record_same_check CHECK (choice IS DISTINCT FROM 'same' OR same_as_id IS NOT NULL),
  ADD CONSTRAINT imported_record_made_check CHECK (finding_id IS NULL OR choice = 'take'),
  ADD CONSTRAINT imported_record_undo_check CHECK (
    undo_outcome IN ('undone', 'kept') AND finding_id IS NOT NULL OR undo_outcome IS NULL);

-- What an import made of a file stays as it was reported; only its undoing is added.
CREATE FUNCTION soundings.keep_carried_out_import() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM bibliography_import i WHERE i.id = OLD.import_id AND i.carried_out_at IS NOT NULL)
     AND (TG_OP = 'DELETE' OR to_jsonb(NEW) - 'undo_outcome' IS DISTINCT FROM to_jsonb(OLD) - 'undo_outcome') THEN
    PERFORM soundings.refuse('ImportIsCarriedOut', 'ImportIsCarriedOut: This import is carried out. Its report stays as it is.');
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER imported_record_kept BEFORE UPDATE OR DELETE ON imported_record
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_carried_out_import();
