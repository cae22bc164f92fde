-- CreateTable
CREATE TABLE "organisation_before" (
    "id" BIGSERIAL NOT NULL,
    "organisation_id" UUID,
    "team_id" UUID,
    "priority_set_id" UUID,
    "name" TEXT,
    "of_id" UUID,
    "held_until" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "organisation_before_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "organisation_before_organisation_id_held_until_idx" ON "organisation_before"("organisation_id", "held_until");

-- CreateIndex
CREATE INDEX "organisation_before_team_id_held_until_idx" ON "organisation_before"("team_id", "held_until");

-- CreateIndex
CREATE INDEX "organisation_before_priority_set_id_held_until_idx" ON "organisation_before"("priority_set_id", "held_until");

-- AddForeignKey
ALTER TABLE "organisation_before" ADD CONSTRAINT "organisation_before_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_before" ADD CONSTRAINT "organisation_before_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_before" ADD CONSTRAINT "organisation_before_priority_set_id_fkey" FOREIGN KEY ("priority_set_id") REFERENCES "priority_set"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_before" ADD CONSTRAINT "organisation_before_of_id_fkey" FOREIGN KEY ("of_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "term_before" (
    "id" BIGSERIAL NOT NULL,
    "term_id" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(6),
    "retired_reason" TEXT,
    "successor_id" UUID,
    "review_by" DATE,
    "held_until" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "term_before_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "term_before_term_id_held_until_idx" ON "term_before"("term_id", "held_until");

-- AddForeignKey
ALTER TABLE "term_before" ADD CONSTRAINT "term_before_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE organisation_before ADD CONSTRAINT organisation_before_subject_check CHECK (
  num_nonnulls(organisation_id, team_id, priority_set_id) = 1 AND (name IS NULL) = (priority_set_id IS NOT NULL)
  AND (of_id IS NOT NULL OR team_id IS NULL));
CREATE TRIGGER organisation_before_kept BEFORE UPDATE OR DELETE ON organisation_before
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_row();

CREATE FUNCTION soundings.note_holder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT soundings.keeps_changes() THEN RETURN NULL; END IF;
  CASE TG_TABLE_NAME
    WHEN 'organisation' THEN
      INSERT INTO organisation_before (organisation_id, name, held_until) VALUES (OLD.id, OLD.name, soundings.now());
    WHEN 'team' THEN
      INSERT INTO organisation_before (team_id, name, of_id, held_until)
        VALUES (OLD.id, OLD.name, OLD.organisation_id, soundings.now());
    WHEN 'priority_set' THEN
      INSERT INTO organisation_before (priority_set_id, of_id, held_until)
        VALUES (OLD.id, OLD.owner_organisation_id, soundings.now());
  END CASE;
  RETURN NULL;
END $$;
CREATE TRIGGER note_holder AFTER UPDATE OF name ON organisation FOR EACH ROW WHEN (OLD.name <> NEW.name)
  EXECUTE FUNCTION soundings.note_holder();
CREATE TRIGGER note_holder AFTER UPDATE OF name, organisation_id ON team FOR EACH ROW
  WHEN ((OLD.name, OLD.organisation_id) <> (NEW.name, NEW.organisation_id)) EXECUTE FUNCTION soundings.note_holder();
CREATE TRIGGER note_holder AFTER UPDATE OF owner_organisation_id ON priority_set FOR EACH ROW
  WHEN (OLD.owner_organisation_id IS DISTINCT FROM NEW.owner_organisation_id) EXECUTE FUNCTION soundings.note_holder();

CREATE TRIGGER term_before_kept BEFORE UPDATE OR DELETE ON term_before
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_row();
CREATE FUNCTION soundings.note_term() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF soundings.keeps_changes() THEN
    INSERT INTO term_before (term_id, retired_at, retired_reason, successor_id, review_by, held_until)
      VALUES (OLD.id, OLD.retired_at, OLD.retired_reason, OLD.successor_id, OLD.review_by, soundings.now());
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER note_term AFTER UPDATE OF retired_at, retired_reason, successor_id, review_by ON term FOR EACH ROW
  WHEN ((OLD.retired_at, OLD.retired_reason, OLD.successor_id, OLD.review_by)
    IS DISTINCT FROM (NEW.retired_at, NEW.retired_reason, NEW.successor_id, NEW.review_by))
  EXECUTE FUNCTION soundings.note_term();
