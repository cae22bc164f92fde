-- CreateEnum
CREATE TYPE "ResponsibilityRole" AS ENUM ('responsible', 'accountable', 'consulted', 'informed');

-- CreateEnum
CREATE TYPE "CapabilityKind" AS ENUM ('held', 'wanted');

-- CreateEnum
CREATE TYPE "CapabilityStage" AS ENUM ('idea', 'building', 'trial', 'inUse', 'retired');

-- CreateTable
CREATE TABLE "responsibility" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "role" "ResponsibilityRole" NOT NULL,
    "term_id" UUID,
    "priority_id" UUID,
    "question_id" UUID,
    "item_id" UUID,
    "decision_id" UUID,
    "organisation_id" UUID NOT NULL,
    "team_id" UUID,
    "level" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_id" UUID,
    "end_reason" TEXT,

    CONSTRAINT "responsibility_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "capability" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "kind" "CapabilityKind" NOT NULL,
    "stage" "CapabilityStage",
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "capability_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "capability_version" (
    "capability_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "change_note" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_id" UUID,

    CONSTRAINT "capability_version_pkey" PRIMARY KEY ("capability_id","number")
);

-- CreateTable
CREATE TABLE "capability_user" (
    "capability_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "capability_user_pkey" PRIMARY KEY ("capability_id","organisation_id")
);

-- CreateTable
CREATE TABLE "capability_term" (
    "capability_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,

    CONSTRAINT "capability_term_pkey" PRIMARY KEY ("capability_id","term_id")
);

-- CreateTable
CREATE TABLE "capability_link" (
    "id" UUID NOT NULL,
    "capability_id" UUID NOT NULL,
    "question_id" UUID,
    "finding_id" UUID,
    "linked_at" TIMESTAMPTZ(6) NOT NULL,
    "linked_by_id" UUID NOT NULL,
    "unlinked_at" TIMESTAMPTZ(6),

    CONSTRAINT "capability_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "capabilities_kept_apart" (
    "first_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "kept_at" TIMESTAMPTZ(6) NOT NULL,
    "kept_by_id" UUID NOT NULL,

    CONSTRAINT "capabilities_kept_apart_pkey" PRIMARY KEY ("first_id","second_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "responsibility_reference_key" ON "responsibility"("reference");

-- CreateIndex
CREATE INDEX "responsibility_term_id_idx" ON "responsibility"("term_id");

-- CreateIndex
CREATE INDEX "responsibility_priority_id_idx" ON "responsibility"("priority_id");

-- CreateIndex
CREATE INDEX "responsibility_question_id_idx" ON "responsibility"("question_id");

-- CreateIndex
CREATE INDEX "responsibility_item_id_idx" ON "responsibility"("item_id");

-- CreateIndex
CREATE INDEX "responsibility_decision_id_idx" ON "responsibility"("decision_id");

-- CreateIndex
CREATE INDEX "responsibility_organisation_id_idx" ON "responsibility"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "capability_reference_key" ON "capability"("reference");

-- CreateIndex
CREATE INDEX "capability_owner_id_idx" ON "capability"("owner_id");

-- CreateIndex
CREATE INDEX "capability_user_organisation_id_idx" ON "capability_user"("organisation_id");

-- CreateIndex
CREATE INDEX "capability_term_term_id_idx" ON "capability_term"("term_id");

-- CreateIndex
CREATE INDEX "capability_link_capability_id_idx" ON "capability_link"("capability_id");

-- CreateIndex
CREATE INDEX "capability_link_question_id_idx" ON "capability_link"("question_id");

-- CreateIndex
CREATE INDEX "capability_link_finding_id_idx" ON "capability_link"("finding_id");

-- CreateIndex
CREATE INDEX "capabilities_kept_apart_second_id_idx" ON "capabilities_kept_apart"("second_id");

-- AddForeignKey
ALTER TABLE "responsibility" ADD CONSTRAINT "responsibility_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responsibility" ADD CONSTRAINT "responsibility_priority_id_fkey" FOREIGN KEY ("priority_id") REFERENCES "priority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responsibility" ADD CONSTRAINT "responsibility_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responsibility" ADD CONSTRAINT "responsibility_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "framework_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responsibility" ADD CONSTRAINT "responsibility_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "group_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responsibility" ADD CONSTRAINT "responsibility_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responsibility" ADD CONSTRAINT "responsibility_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capability" ADD CONSTRAINT "capability_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capability_version" ADD CONSTRAINT "capability_version_capability_id_fkey" FOREIGN KEY ("capability_id") REFERENCES "capability"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capability_user" ADD CONSTRAINT "capability_user_capability_id_fkey" FOREIGN KEY ("capability_id") REFERENCES "capability"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capability_user" ADD CONSTRAINT "capability_user_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capability_term" ADD CONSTRAINT "capability_term_capability_id_fkey" FOREIGN KEY ("capability_id") REFERENCES "capability"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capability_term" ADD CONSTRAINT "capability_term_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capability_link" ADD CONSTRAINT "capability_link_capability_id_fkey" FOREIGN KEY ("capability_id") REFERENCES "capability"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capability_link" ADD CONSTRAINT "capability_link_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capability_link" ADD CONSTRAINT "capability_link_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capabilities_kept_apart" ADD CONSTRAINT "capabilities_kept_apart_first_id_fkey" FOREIGN KEY ("first_id") REFERENCES "capability"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capabilities_kept_apart" ADD CONSTRAINT "capabilities_kept_apart_second_id_fkey" FOREIGN KEY ("second_id") REFERENCES "capability"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE responsibility
  ADD CONSTRAINT responsibility_one_subject_check
    CHECK (num_nonnulls(term_id, priority_id, question_id, item_id, decision_id) = 1),
  ADD CONSTRAINT responsibility_days_check CHECK (ends_on >= starts_on),
  ADD CONSTRAINT responsibility_ended_check CHECK ((ends_on IS NULL) = (end_reason IS NULL) AND end_reason <> '');

-- One is accountable for a thing at a time, and nobody has a role in it twice.
CREATE UNIQUE INDEX responsibility_one_accountable
  ON responsibility (coalesce(term_id, priority_id, question_id, item_id, decision_id))
  WHERE role = 'accountable' AND ends_on IS NULL;
CREATE UNIQUE INDEX responsibility_once
  ON responsibility (coalesce(term_id, priority_id, question_id, item_id, decision_id), role, organisation_id,
    coalesce(team_id, organisation_id))
  WHERE ends_on IS NULL;

-- The day on which one stops is the first on which the next may start.
CREATE FUNCTION soundings.keep_one_accountable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.role = 'accountable' AND EXISTS (SELECT FROM responsibility r
      WHERE r.id <> NEW.id AND r.role = 'accountable'
        AND coalesce(r.term_id, r.priority_id, r.question_id, r.item_id, r.decision_id)
          = coalesce(NEW.term_id, NEW.priority_id, NEW.question_id, NEW.item_id, NEW.decision_id)
        AND r.ends_on IS NOT NULL AND r.ends_on > NEW.starts_on AND r.starts_on < coalesce(NEW.ends_on, 'infinity'::date)) THEN
    PERFORM soundings.refuse('AccountableOverlaps',
      'AccountableOverlaps: Somebody else was accountable on that day. Enter a later one.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER responsibility_one_at_a_time BEFORE INSERT OR UPDATE ON responsibility
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_one_accountable();

-- That somebody had a role stays: it ends, and is neither rewritten nor taken away.
CREATE FUNCTION soundings.keep_responsibility() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.ends_on IS NOT NULL
     OR (to_jsonb(OLD) - ARRAY['ends_on', 'end_reason']) <> (to_jsonb(NEW) - ARRAY['ends_on', 'end_reason']) THEN
    PERFORM soundings.refuse('ResponsibilityIsKept', 'ResponsibilityIsKept: Who did what stays as it was.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER responsibility_kept BEFORE UPDATE OR DELETE ON responsibility
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_responsibility();

ALTER TABLE capability
  ADD CONSTRAINT capability_said_check CHECK (name <> '' AND purpose <> '' AND level <> '' AND revision > 0),
  ADD CONSTRAINT capability_stage_check CHECK ((kind = 'wanted') = (stage IS NULL));
ALTER TABLE capability_version ADD CONSTRAINT capability_version_said_check CHECK (number > 0 AND change_note <> '');
ALTER TABLE capability_link
  ADD CONSTRAINT capability_link_one_check CHECK (num_nonnulls(question_id, finding_id) = 1);
ALTER TABLE capabilities_kept_apart
  ADD CONSTRAINT capabilities_kept_apart_order_check CHECK (first_id < second_id AND reason <> '');
CREATE UNIQUE INDEX capability_link_once ON capability_link (capability_id, coalesce(question_id, finding_id))
  WHERE unlinked_at IS NULL;

CREATE FUNCTION soundings.keep_capability_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.refuse('CapabilityHistoryIsKept', 'CapabilityHistoryIsKept: What was recorded stays as it was.');
  RETURN NULL;
END $$;
CREATE TRIGGER capability_version_kept BEFORE UPDATE OR DELETE ON capability_version
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_capability_history();
CREATE TRIGGER capability_link_kept BEFORE DELETE ON capability_link
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_capability_history();
