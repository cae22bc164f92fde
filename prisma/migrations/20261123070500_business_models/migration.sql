-- AlterEnum
ALTER TYPE "TermScheme" ADD VALUE 'chainPosition';

-- CreateTable
CREATE TABLE "stage_harm" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "area_id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "source_date" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "supersedes_id" UUID,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "stage_harm_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "stage_harm_reference_key" ON "stage_harm"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "stage_harm_supersedes_id_key" ON "stage_harm"("supersedes_id");

-- AddForeignKey
ALTER TABLE "stage_harm" ADD CONSTRAINT "stage_harm_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_harm" ADD CONSTRAINT "stage_harm_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_harm" ADD CONSTRAINT "stage_harm_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "stage_harm"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_harm" ADD CONSTRAINT "stage_harm_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE stage_harm
  ADD CONSTRAINT stage_harm_score_check CHECK (score BETWEEN 1 AND 5),
  ADD CONSTRAINT stage_harm_source_check CHECK (btrim(source) <> '');
-- One line of scores for each stage within each threat area.
CREATE UNIQUE INDEX stage_harm_first ON stage_harm (area_id, stage_id) WHERE supersedes_id IS NULL;
CREATE TRIGGER stage_harm_kept BEFORE UPDATE OR DELETE ON stage_harm
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_row();

CREATE FUNCTION soundings.keep_stage_harm() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM term t WHERE t.id = NEW.area_id AND t.scheme::text = 'threatArea')
     OR NOT EXISTS (SELECT FROM term t WHERE t.id = NEW.stage_id AND t.scheme::text = 'businessModelStage') THEN
    PERFORM soundings.refuse('StageHarmIsOfNoArea', 'StageHarmIsOfNoArea: A score is of a stage within a threat area.');
  END IF;
  IF NEW.supersedes_id IS NOT NULL AND NOT EXISTS (SELECT FROM stage_harm h
      WHERE h.id = NEW.supersedes_id AND h.area_id = NEW.area_id AND h.stage_id = NEW.stage_id) THEN
    PERFORM soundings.refuse('StageHarmIsOfAnother', 'StageHarmIsOfAnother: A score replaces one of the same stage and area.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stage_harm_placed BEFORE INSERT ON stage_harm
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_stage_harm();

-- Which part of the criminal business a published question is about is found out later, too: it is no part of its text.
CREATE OR REPLACE FUNCTION soundings.keep_published_term() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  owner_id uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW.question_id ELSE OLD.question_id END;
  changed uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW.term_id ELSE OLD.term_id END;
BEGIN
  IF TG_OP <> 'UPDATE' AND EXISTS (SELECT FROM term t
      WHERE t.id = changed AND t.scheme::text IN ('businessModelStage', 'chainPosition')) THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP <> 'UPDATE' AND EXISTS (
    SELECT FROM question_term qt JOIN term one ON one.id = qt.term_id JOIN term other ON other.id = changed
    WHERE qt.question_id = owner_id AND qt.term_id <> changed
      AND (one.merged_into_id = other.id OR other.merged_into_id = one.id)) THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF EXISTS (SELECT FROM question q WHERE q.id = owner_id AND q.published_at IS NOT NULL)
     OR (TG_OP = 'UPDATE' AND NEW.question_id <> OLD.question_id) THEN
    PERFORM soundings.refuse('PublishedTextIsFrozen',
      'PublishedTextIsFrozen: Criteria, threat areas and priorities of a published question cannot be changed.');
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
