-- CreateEnum
CREATE TYPE "GroupKind" AS ENUM ('governs', 'discusses');

-- CreateEnum
CREATE TYPE "GroupCadence" AS ENUM ('weekly', 'fortnightly', 'monthly', 'quarterly', 'halfYearly', 'yearly', 'adHoc');

-- CreateEnum
CREATE TYPE "GroupEndingKind" AS ENUM ('closed', 'merged');

-- CreateTable
CREATE TABLE "governance_group" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "kind" "GroupKind" NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "cadence" "GroupCadence" NOT NULL,
    "chair_id" UUID NOT NULL,
    "chair_role" TEXT NOT NULL DEFAULT '',
    "sources" TEXT NOT NULL DEFAULT '',
    "opened_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "governance_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_version" (
    "group_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "change_note" TEXT NOT NULL,
    "holds_from" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_id" UUID,

    CONSTRAINT "group_version_pkey" PRIMARY KEY ("group_id","number")
);

-- CreateTable
CREATE TABLE "group_term" (
    "group_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,

    CONSTRAINT "group_term_pkey" PRIMARY KEY ("group_id","term_id")
);

-- CreateTable
CREATE TABLE "group_member" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "came_from_id" UUID,
    "ending_id" UUID,

    CONSTRAINT "group_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_decision" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "group_id" UUID NOT NULL,
    "decided_on" DATE NOT NULL,
    "what" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "question_id" UUID,
    "finding_id" UUID,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_id" UUID,

    CONSTRAINT "group_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_ending" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "kind" "GroupEndingKind" NOT NULL,
    "into_id" UUID,
    "ended_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_id" UUID,
    "reopened_on" DATE,
    "reopened_reason" TEXT,
    "reopened_by_id" UUID,

    CONSTRAINT "group_ending_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "groups_kept_apart" (
    "first_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "kept_at" TIMESTAMPTZ(6) NOT NULL,
    "kept_by_id" UUID NOT NULL,

    CONSTRAINT "groups_kept_apart_pkey" PRIMARY KEY ("first_id","second_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "governance_group_reference_key" ON "governance_group"("reference");

-- CreateIndex
CREATE INDEX "governance_group_chair_id_idx" ON "governance_group"("chair_id");

-- CreateIndex
CREATE INDEX "group_term_term_id_idx" ON "group_term"("term_id");

-- CreateIndex
CREATE INDEX "group_member_group_id_idx" ON "group_member"("group_id");

-- CreateIndex
CREATE INDEX "group_member_organisation_id_idx" ON "group_member"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "group_decision_reference_key" ON "group_decision"("reference");

-- CreateIndex
CREATE INDEX "group_decision_group_id_decided_on_idx" ON "group_decision"("group_id", "decided_on");

-- CreateIndex
CREATE INDEX "group_decision_question_id_idx" ON "group_decision"("question_id");

-- CreateIndex
CREATE INDEX "group_decision_finding_id_idx" ON "group_decision"("finding_id");

-- CreateIndex
CREATE INDEX "group_ending_group_id_idx" ON "group_ending"("group_id");

-- CreateIndex
CREATE INDEX "group_ending_into_id_idx" ON "group_ending"("into_id");

-- CreateIndex
CREATE INDEX "groups_kept_apart_second_id_idx" ON "groups_kept_apart"("second_id");

-- AddForeignKey
ALTER TABLE "governance_group" ADD CONSTRAINT "governance_group_chair_id_fkey" FOREIGN KEY ("chair_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_version" ADD CONSTRAINT "group_version_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "governance_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_term" ADD CONSTRAINT "group_term_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "governance_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_term" ADD CONSTRAINT "group_term_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "governance_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_came_from_id_fkey" FOREIGN KEY ("came_from_id") REFERENCES "group_ending"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_ending_id_fkey" FOREIGN KEY ("ending_id") REFERENCES "group_ending"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_decision" ADD CONSTRAINT "group_decision_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "governance_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_decision" ADD CONSTRAINT "group_decision_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_decision" ADD CONSTRAINT "group_decision_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_ending" ADD CONSTRAINT "group_ending_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "governance_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_ending" ADD CONSTRAINT "group_ending_into_id_fkey" FOREIGN KEY ("into_id") REFERENCES "governance_group"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "groups_kept_apart" ADD CONSTRAINT "groups_kept_apart_first_id_fkey" FOREIGN KEY ("first_id") REFERENCES "governance_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "groups_kept_apart" ADD CONSTRAINT "groups_kept_apart_second_id_fkey" FOREIGN KEY ("second_id") REFERENCES "governance_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE governance_group
  ADD CONSTRAINT governance_group_said_check CHECK (name <> '' AND purpose <> '' AND revision > 0);
ALTER TABLE group_version ADD CONSTRAINT group_version_said_check CHECK (number > 0 AND change_note <> '');
ALTER TABLE group_decision ADD CONSTRAINT group_decision_said_check CHECK (what <> '');
ALTER TABLE group_member ADD CONSTRAINT group_member_days_check CHECK (ends_on >= starts_on);
ALTER TABLE group_ending
  ADD CONSTRAINT group_ending_said_check CHECK (reason <> ''),
  ADD CONSTRAINT group_ending_into_check CHECK ((kind = 'merged') = (into_id IS NOT NULL) AND into_id <> group_id),
  ADD CONSTRAINT group_ending_reopened_check CHECK (reopened_on >= ended_on AND reopened_reason <> ''
    AND (reopened_on IS NULL) = (reopened_reason IS NULL));
ALTER TABLE groups_kept_apart
  ADD CONSTRAINT groups_kept_apart_order_check CHECK (first_id < second_id AND reason <> '');

-- An organisation is once in a group at a time, and a group ends once until it is reopened.
CREATE UNIQUE INDEX group_member_once ON group_member (group_id, organisation_id) WHERE ends_on IS NULL;
CREATE UNIQUE INDEX group_ending_once ON group_ending (group_id) WHERE reopened_on IS NULL;

CREATE FUNCTION soundings.keep_group_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.refuse('GroupHistoryIsKept', 'GroupHistoryIsKept: What a group was and decided stays as it was.');
  RETURN NULL;
END $$;
CREATE TRIGGER group_version_kept BEFORE UPDATE OR DELETE ON group_version
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_group_history();
CREATE TRIGGER group_decision_kept BEFORE UPDATE OR DELETE ON group_decision
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_group_history();
CREATE TRIGGER group_member_kept BEFORE DELETE ON group_member
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_group_history();
CREATE TRIGGER group_ending_kept BEFORE DELETE ON group_ending
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_group_history();

-- A reopened ending is history; of one that holds, only the reopening is still to come.
CREATE FUNCTION soundings.keep_group_ending() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.reopened_on IS NOT NULL
     OR (OLD.group_id, OLD.kind, OLD.into_id, OLD.ended_on, OLD.reason)
        IS DISTINCT FROM (NEW.group_id, NEW.kind, NEW.into_id, NEW.ended_on, NEW.reason) THEN
    PERFORM soundings.refuse('GroupHistoryIsKept', 'GroupHistoryIsKept: How a group ended stays as it was.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER group_ending_changed BEFORE UPDATE ON group_ending
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_group_ending();

CREATE FUNCTION soundings.group_has_ended(which uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM group_ending e WHERE e.group_id = which AND e.reopened_on IS NULL)
$$;

-- Nobody joins a group that has ended, it decides nothing, and nothing is merged into it.
CREATE FUNCTION soundings.keep_ended_group() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  which uuid := CASE TG_TABLE_NAME WHEN 'group_ending' THEN to_jsonb(NEW) ->> 'into_id' ELSE to_jsonb(NEW) ->> 'group_id' END;
BEGIN
  IF which IS NOT NULL AND soundings.group_has_ended(which) THEN
    PERFORM soundings.refuse('GroupHasEnded', 'GroupHasEnded: This group has ended. Reopen it first if that was wrong.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER group_member_of_open BEFORE INSERT ON group_member
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_ended_group();
CREATE TRIGGER group_decision_of_open BEFORE INSERT ON group_decision
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_ended_group();
CREATE TRIGGER group_ending_into_open BEFORE INSERT ON group_ending
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_ended_group();

CREATE FUNCTION soundings.keep_decision_in_life() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.decided_on < (SELECT g.opened_on FROM governance_group g WHERE g.id = NEW.group_id) THEN
    PERFORM soundings.refuse('GroupDidNotExist', 'GroupDidNotExist: The group did not exist yet on that day.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER group_decision_in_life BEFORE INSERT ON group_decision
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_decision_in_life();
