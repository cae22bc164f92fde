-- CreateEnum
CREATE TYPE "EffectDirection" AS ENUM ('helps', 'noClearEffect', 'harms', 'mixed', 'doesNotSay');

-- CreateTable
CREATE TABLE "finding_direction" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "term_id" UUID,
    "framework_item_id" UUID,
    "direction" "EffectDirection" NOT NULL,
    "note" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "replaced_at" TIMESTAMPTZ(6),

    CONSTRAINT "finding_direction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "finding_direction_finding_id_idx" ON "finding_direction"("finding_id");

-- CreateIndex
CREATE INDEX "finding_direction_term_id_idx" ON "finding_direction"("term_id");

-- CreateIndex
CREATE INDEX "finding_direction_framework_item_id_idx" ON "finding_direction"("framework_item_id");

-- AddForeignKey
ALTER TABLE "finding_direction" ADD CONSTRAINT "finding_direction_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_direction" ADD CONSTRAINT "finding_direction_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_direction" ADD CONSTRAINT "finding_direction_framework_item_id_fkey" FOREIGN KEY ("framework_item_id") REFERENCES "framework_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_direction" ADD CONSTRAINT "finding_direction_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE finding_direction
  ADD CONSTRAINT finding_direction_of_one CHECK (num_nonnulls(term_id, framework_item_id) = 1),
  ADD CONSTRAINT finding_direction_has_note CHECK (note <> '');

-- One reading in force for a finding and what it is about.
CREATE UNIQUE INDEX finding_direction_in_force
  ON finding_direction (finding_id, coalesce(term_id, framework_item_id)) WHERE replaced_at IS NULL;

-- A reading is only ever replaced; who read what, and when, stays. It is of interventions, not of other terms.
CREATE FUNCTION soundings.keep_finding_direction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.term_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM term t WHERE t.id = NEW.term_id AND t.scheme = 'interventionType') THEN
      PERFORM soundings.refuse('TermIsNoIntervention', 'TermIsNoIntervention: A direction is recorded for an intervention.');
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.replaced_at IS NULL AND to_jsonb(NEW) - 'replaced_at' = to_jsonb(OLD) - 'replaced_at' THEN
    RETURN NEW;
  END IF;
  PERFORM soundings.refuse('DirectionIsKept', 'DirectionIsKept: A reading is replaced, not changed.');
  RETURN NULL;
END $$;
CREATE TRIGGER finding_direction_kept BEFORE INSERT OR UPDATE OR DELETE ON finding_direction
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_finding_direction();
