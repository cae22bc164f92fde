-- CreateEnum
CREATE TYPE "UptakeKind" AS ENUM ('recommendation', 'decision', 'action', 'outcome');

-- CreateEnum
CREATE TYPE "DecisionTaken" AS ENUM ('accepted', 'partly', 'rejected');

-- CreateTable
CREATE TABLE "uptake_step" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "finding_id" UUID NOT NULL,
    "kind" "UptakeKind" NOT NULL,
    "follows_id" UUID,
    "text" TEXT NOT NULL,
    "happened_on" DATE NOT NULL,
    "organisation_id" UUID NOT NULL,
    "owner" TEXT NOT NULL,
    "taken" "DecisionTaken",
    "evidence" TEXT NOT NULL DEFAULT '',
    "impact_record_id" UUID,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(6),
    "withdrawn_reason" TEXT,

    CONSTRAINT "uptake_step_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "uptake_step_reference_key" ON "uptake_step"("reference");

-- CreateIndex
CREATE INDEX "uptake_step_finding_id_idx" ON "uptake_step"("finding_id");

-- CreateIndex
CREATE INDEX "uptake_step_follows_id_idx" ON "uptake_step"("follows_id");

-- AddForeignKey
ALTER TABLE "uptake_step" ADD CONSTRAINT "uptake_step_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uptake_step" ADD CONSTRAINT "uptake_step_follows_id_fkey" FOREIGN KEY ("follows_id") REFERENCES "uptake_step"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uptake_step" ADD CONSTRAINT "uptake_step_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uptake_step" ADD CONSTRAINT "uptake_step_impact_record_id_fkey" FOREIGN KEY ("impact_record_id") REFERENCES "impact_record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uptake_step" ADD CONSTRAINT "uptake_step_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE uptake_step
  ADD CONSTRAINT uptake_step_follows_check CHECK ((kind = 'recommendation') = (follows_id IS NULL)),
  ADD CONSTRAINT uptake_step_taken_check CHECK ((kind = 'decision') = (taken IS NOT NULL)),
  ADD CONSTRAINT uptake_step_evidence_check CHECK (kind <> 'outcome' OR evidence <> ''),
  ADD CONSTRAINT uptake_step_impact_check CHECK (impact_record_id IS NULL OR kind = 'outcome'),
  ADD CONSTRAINT uptake_step_said_check CHECK (text <> '' AND owner <> ''),
  ADD CONSTRAINT uptake_step_withdrawn_check CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL));

-- No step is skipped: each follows one of the kind before it, of the same finding, in force and no later than
-- itself; nothing is done about what was rejected. The lock keeps what it follows in force until this commits.
CREATE FUNCTION soundings.keep_uptake_order() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before record;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.kind <> 'recommendation' THEN
      SELECT s.kind, s.finding_id, s.taken, s.happened_on, s.withdrawn_at INTO before
        FROM uptake_step s WHERE s.id = NEW.follows_id FOR SHARE;
      IF before.finding_id IS DISTINCT FROM NEW.finding_id OR before.withdrawn_at IS NOT NULL
         OR before.kind IS DISTINCT FROM (CASE NEW.kind
              WHEN 'decision' THEN 'recommendation'::"UptakeKind"
              WHEN 'action' THEN 'decision'::"UptakeKind"
              ELSE 'action'::"UptakeKind" END) THEN
        PERFORM soundings.refuse('StepIsSkipped', 'StepIsSkipped: Each step follows the one before it; none can be skipped.');
      END IF;
      IF before.taken = 'rejected' THEN
        PERFORM soundings.refuse('DecisionWasRejected', 'DecisionWasRejected: Nothing is done about what was rejected. Record the new decision first.');
      END IF;
      IF NEW.happened_on < before.happened_on THEN
        PERFORM soundings.refuse('StepIsTooEarly', 'StepIsTooEarly: It cannot have happened before the step that it follows.');
      END IF;
    END IF;
    IF NEW.impact_record_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM impact_record i WHERE i.id = NEW.impact_record_id AND i.finding_id = NEW.finding_id) THEN
      PERFORM soundings.refuse('ImpactIsOfAnother', 'ImpactIsOfAnother: The impact record is about another finding.');
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.withdrawn_at IS NULL
     AND to_jsonb(NEW) - 'withdrawn_at' - 'withdrawn_reason' = to_jsonb(OLD) - 'withdrawn_at' - 'withdrawn_reason' THEN
    IF EXISTS (SELECT FROM uptake_step s WHERE s.follows_id = OLD.id AND s.withdrawn_at IS NULL) THEN
      PERFORM soundings.refuse('StepIsFollowed', 'StepIsFollowed: Withdraw the steps that follow it first.');
    END IF;
    RETURN NEW;
  END IF;
  PERFORM soundings.refuse('StepIsKept', 'StepIsKept: A step is withdrawn, not changed.');
  RETURN NULL;
END $$;
CREATE TRIGGER uptake_step_order BEFORE INSERT OR UPDATE OR DELETE ON uptake_step
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_uptake_order();
