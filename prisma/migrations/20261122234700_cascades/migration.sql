-- CreateTable
CREATE TABLE "cascade" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "question_id" UUID NOT NULL,
    "priority_id" UUID,
    "team_id" UUID NOT NULL,
    "level" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(6) NOT NULL,
    "sent_by_id" UUID NOT NULL,
    "answer_by" DATE NOT NULL,
    "escalate_on" DATE NOT NULL,
    "answer" TEXT,
    "words" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(6),
    "answered_by_id" UUID,

    CONSTRAINT "cascade_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "cascade_reference_key" ON "cascade"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "cascade_question_id_team_id_key" ON "cascade"("question_id", "team_id");

-- CreateIndex
CREATE INDEX "cascade_team_id_idx" ON "cascade"("team_id");

-- AddForeignKey
ALTER TABLE "cascade" ADD CONSTRAINT "cascade_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cascade" ADD CONSTRAINT "cascade_priority_id_fkey" FOREIGN KEY ("priority_id") REFERENCES "priority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cascade" ADD CONSTRAINT "cascade_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Answered once, whole, and never sent otherwise than it was.
ALTER TABLE "cascade"
  ADD CONSTRAINT cascade_answer CHECK (answer IN ('accepted', 'declined', 'noted')),
  ADD CONSTRAINT cascade_answered CHECK (
    (answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by_id IS NULL)
    AND (answer IS NULL OR answer = 'noted' OR btrim(words) <> '')),
  ADD CONSTRAINT cascade_days CHECK (escalate_on > answer_by);
CREATE INDEX cascade_waiting ON "cascade" (answer_by) WHERE answer IS NULL;
CREATE FUNCTION cascade_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.answer IS NOT NULL THEN
    PERFORM soundings.refuse('CascadeIsAnswered', 'CascadeIsAnswered: This was answered already.');
  END IF;
  IF (to_jsonb(OLD) - ARRAY['answer', 'words', 'answered_at', 'answered_by_id', 'priority_id'])
     <> (to_jsonb(NEW) - ARRAY['answer', 'words', 'answered_at', 'answered_by_id', 'priority_id']) THEN
    PERFORM soundings.refuse('CascadeIsKept', 'CascadeIsKept: What was sent to a team is answered, never changed.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cascade_is_kept BEFORE UPDATE ON "cascade" FOR EACH ROW EXECUTE FUNCTION cascade_is_kept();
