-- CreateTable
CREATE TABLE "tag_change" (
    "id" BIGSERIAL NOT NULL,
    "question_id" UUID,
    "finding_id" UUID,
    "term_id" UUID,
    "country" TEXT,
    "role" "CountryRole",
    "added" BOOLEAN NOT NULL,
    "changed_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "tag_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding_before" (
    "id" BIGSERIAL NOT NULL,
    "finding_id" UUID NOT NULL,
    "confidence" "Confidence",
    "review_by" DATE,
    "held_until" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "finding_before_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "tag_change_changed_at_idx" ON "tag_change"("changed_at");

-- CreateIndex
CREATE INDEX "finding_before_finding_id_held_until_idx" ON "finding_before"("finding_id", "held_until");

-- AddForeignKey
ALTER TABLE "tag_change" ADD CONSTRAINT "tag_change_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tag_change" ADD CONSTRAINT "tag_change_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tag_change" ADD CONSTRAINT "tag_change_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_before" ADD CONSTRAINT "finding_before_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE tag_change
  ADD CONSTRAINT tag_change_item_check CHECK (num_nonnulls(question_id, finding_id) = 1),
  ADD CONSTRAINT tag_change_tag_check CHECK (num_nonnulls(term_id, country) = 1 AND num_nulls(country, role) <> 1);
CREATE TRIGGER tag_change_kept BEFORE UPDATE OR DELETE ON tag_change
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_row();
CREATE TRIGGER finding_before_kept BEFORE UPDATE OR DELETE ON finding_before
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_row();

-- What an installation was set up with stands for all before its second day, so changes are kept from then on.
CREATE FUNCTION soundings.keeps_changes() RETURNS boolean LANGUAGE sql VOLATILE AS $$
  SELECT coalesce(soundings.now() >= (SELECT min(recorded_at) + interval '1 day' FROM term_version), false)
$$;

CREATE FUNCTION soundings.note_tags() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  at timestamptz := soundings.now();
  gained boolean := TG_OP = 'INSERT';
BEGIN
  IF NOT soundings.keeps_changes() THEN RETURN NULL; END IF;
  CASE TG_TABLE_NAME
    WHEN 'finding_term' THEN
      INSERT INTO tag_change (finding_id, term_id, added, changed_at)
        SELECT c.finding_id, c.term_id, gained, at FROM changed c JOIN finding f ON f.id = c.finding_id AND f.published_at < at;
    WHEN 'question_term' THEN
      INSERT INTO tag_change (question_id, term_id, added, changed_at)
        SELECT c.question_id, c.term_id, gained, at FROM changed c JOIN question q ON q.id = c.question_id AND q.published_at < at;
    WHEN 'finding_country' THEN
      INSERT INTO tag_change (finding_id, country, role, added, changed_at)
        SELECT c.finding_id, c.country, c.role, gained, at FROM changed c JOIN finding f ON f.id = c.finding_id AND f.published_at < at;
    WHEN 'question_country' THEN
      INSERT INTO tag_change (question_id, country, role, added, changed_at)
        SELECT c.question_id, c.country, c.role, gained, at FROM changed c JOIN question q ON q.id = c.question_id AND q.published_at < at;
  END CASE;
  RETURN NULL;
END $$;
DO $$
DECLARE
  tagged text;
BEGIN
  FOREACH tagged IN ARRAY ARRAY['finding_term', 'question_term', 'finding_country', 'question_country'] LOOP
    EXECUTE format('CREATE TRIGGER note_gained AFTER INSERT ON %I REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION soundings.note_tags()', tagged);
    EXECUTE format('CREATE TRIGGER note_lost AFTER DELETE ON %I REFERENCING OLD TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION soundings.note_tags()', tagged);
  END LOOP;
END $$;

CREATE FUNCTION soundings.note_finding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF soundings.keeps_changes() THEN
    INSERT INTO finding_before (finding_id, confidence, review_by, held_until)
      VALUES (OLD.id, OLD.confidence, OLD.review_by, soundings.now());
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER note_finding AFTER UPDATE OF confidence, review_by ON finding FOR EACH ROW
  WHEN (OLD.published_at IS NOT NULL AND (OLD.confidence, OLD.review_by) IS DISTINCT FROM (NEW.confidence, NEW.review_by))
  EXECUTE FUNCTION soundings.note_finding();
