-- CreateTable
CREATE TABLE "competition_list" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "question_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "read_by_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(6) NOT NULL,
    "carried_out_at" TIMESTAMPTZ(6),
    "undone_at" TIMESTAMPTZ(6),

    CONSTRAINT "competition_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "competition_list_row" (
    "list_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "cells" TEXT[],
    "asked" JSONB,
    "verdict" TEXT NOT NULL,
    "why" TEXT NOT NULL DEFAULT '',
    "outcome" TEXT,

    CONSTRAINT "competition_list_row_pkey" PRIMARY KEY ("list_id","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "competition_list_reference_key" ON "competition_list"("reference");

-- CreateIndex
CREATE INDEX "competition_list_question_id_idx" ON "competition_list"("question_id");

-- AddForeignKey
ALTER TABLE "competition_list" ADD CONSTRAINT "competition_list_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "competition_list" ADD CONSTRAINT "competition_list_read_by_id_fkey" FOREIGN KEY ("read_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "competition_list_row" ADD CONSTRAINT "competition_list_row_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "competition_list"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE competition_list
  ADD CONSTRAINT competition_list_undone_after CHECK (undone_at IS NULL OR carried_out_at IS NOT NULL);
ALTER TABLE competition_list_row
  ADD CONSTRAINT competition_list_row_verdict CHECK (verdict IN ('do', 'same', 'no')),
  ADD CONSTRAINT competition_list_row_says_why CHECK (verdict <> 'no' OR why <> ''),
  ADD CONSTRAINT competition_list_row_outcome CHECK (outcome IN ('done', 'undone', 'kept') AND (outcome IS NULL OR verdict = 'do'));

-- What was carried out stays as it was shown; only its undoing is added.
CREATE FUNCTION soundings.keep_competition_list() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.carried_out_at IS NOT NULL AND (TG_OP = 'DELETE' OR to_jsonb(NEW) - 'undone_at' <> to_jsonb(OLD) - 'undone_at'
      OR OLD.undone_at IS NOT NULL) THEN
    PERFORM soundings.refuse('ListIsKept', 'ListIsKept: A list that was carried out stays as it is.');
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER competition_list_kept BEFORE UPDATE OR DELETE ON competition_list
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_competition_list();
