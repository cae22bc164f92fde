-- CreateTable
CREATE TABLE "data_panel" (
    "dataset_id" UUID NOT NULL,
    "quorum" INTEGER NOT NULL,
    "named_by_id" UUID NOT NULL,
    "named_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "data_panel_pkey" PRIMARY KEY ("dataset_id")
);

-- CreateTable
CREATE TABLE "data_panel_seat" (
    "id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(6) NOT NULL,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "data_panel_seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_request" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "dataset_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "earlier_id" UUID,
    "question_id" UUID,
    "award_id" UUID,
    "extract" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "basis_note" TEXT NOT NULL DEFAULT '',
    "safe_people" TEXT NOT NULL,
    "safe_projects" TEXT NOT NULL,
    "safe_settings" TEXT NOT NULL,
    "safe_data" TEXT NOT NULL,
    "safe_outputs" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(6) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'asked',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(6),
    "reason_code" TEXT,
    "words" TEXT NOT NULL DEFAULT '',
    "terms" TEXT NOT NULL DEFAULT '',
    "conditions" TEXT NOT NULL DEFAULT '',
    "expires_on" DATE,
    "closing" TEXT,
    "closing_note" TEXT NOT NULL DEFAULT '',
    "closed_at" TIMESTAMPTZ(6),
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(6),

    CONSTRAINT "data_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_opinion" (
    "request_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "conflict" TEXT NOT NULL DEFAULT '',
    "opinion" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "data_opinion_pkey" PRIMARY KEY ("request_id","person_id")
);

-- CreateTable
CREATE TABLE "data_request_note" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "panel_only" BOOLEAN NOT NULL DEFAULT false,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "data_request_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "data_panel_seat_person_id_idx" ON "data_panel_seat"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "data_request_reference_key" ON "data_request"("reference");

-- CreateIndex
CREATE INDEX "data_request_dataset_id_idx" ON "data_request"("dataset_id");

-- CreateIndex
CREATE INDEX "data_request_asked_by_id_idx" ON "data_request"("asked_by_id");

-- CreateIndex
CREATE INDEX "data_request_earlier_id_idx" ON "data_request"("earlier_id");

-- CreateIndex
CREATE INDEX "data_request_question_id_idx" ON "data_request"("question_id");

-- CreateIndex
CREATE INDEX "data_request_award_id_idx" ON "data_request"("award_id");

-- CreateIndex
CREATE INDEX "data_request_note_request_id_at_idx" ON "data_request_note"("request_id", "at");

-- AddForeignKey
ALTER TABLE "data_panel" ADD CONSTRAINT "data_panel_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_panel" ADD CONSTRAINT "data_panel_named_by_id_fkey" FOREIGN KEY ("named_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_panel_seat" ADD CONSTRAINT "data_panel_seat_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_panel_seat" ADD CONSTRAINT "data_panel_seat_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_request" ADD CONSTRAINT "data_request_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_request" ADD CONSTRAINT "data_request_earlier_id_fkey" FOREIGN KEY ("earlier_id") REFERENCES "data_request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_request" ADD CONSTRAINT "data_request_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_request" ADD CONSTRAINT "data_request_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "award"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_request" ADD CONSTRAINT "data_request_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_request" ADD CONSTRAINT "data_request_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_request" ADD CONSTRAINT "data_request_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_opinion" ADD CONSTRAINT "data_opinion_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "data_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_opinion" ADD CONSTRAINT "data_opinion_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_request_note" ADD CONSTRAINT "data_request_note_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "data_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_request_note" ADD CONSTRAINT "data_request_note_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE data_panel ADD CONSTRAINT data_panel_quorum_check CHECK (quorum BETWEEN 1 AND 12);
ALTER TABLE data_panel_seat ADD CONSTRAINT data_panel_seat_days_check CHECK (ended_at >= started_at);
CREATE UNIQUE INDEX data_panel_seat_once ON data_panel_seat (dataset_id, person_id) WHERE ended_at IS NULL;

ALTER TABLE data_request
  ADD CONSTRAINT data_request_kind_check CHECK (kind IN ('first', 'again', 'appeal', 'renewal') AND (kind = 'first') = (earlier_id IS NULL)),
  ADD CONSTRAINT data_request_said_check CHECK ('' NOT IN (extract, purpose, basis, safe_people, safe_projects, safe_settings, safe_data, safe_outputs)),
  ADD CONSTRAINT data_request_period_check CHECK (ends_on >= starts_on),
  ADD CONSTRAINT data_request_state_check CHECK (state IN ('asked', 'approved', 'refused', 'withdrawn')),
  ADD CONSTRAINT data_request_decided_check CHECK ((decided_at IS NULL) = (state IN ('asked', 'withdrawn')) AND (decided_at IS NULL) = (decided_by_id IS NULL)),
  ADD CONSTRAINT data_request_refused_check CHECK ((state = 'refused') = (reason_code IS NOT NULL) AND (state <> 'refused' OR words <> '')),
  ADD CONSTRAINT data_request_approved_check CHECK ((state = 'approved') = (expires_on IS NOT NULL) AND (state <> 'approved' OR terms <> '')),
  ADD CONSTRAINT data_request_closing_check CHECK ((closing IS NULL) = (closed_at IS NULL) AND (closing IS NULL OR state = 'approved')
    AND closing IN ('returned', 'destroyed', 'neverTaken')),
  ADD CONSTRAINT data_request_confirmed_check CHECK ((confirmed_at IS NULL) = (confirmed_by_id IS NULL) AND (confirmed_at IS NULL OR closing IS NOT NULL)
    AND confirmed_by_id <> asked_by_id);
-- One request of a person for a dataset is open at a time, and one alone follows another.
CREATE UNIQUE INDEX data_request_one_open ON data_request (dataset_id, asked_by_id) WHERE state = 'asked';
CREATE UNIQUE INDEX data_request_followed_once ON data_request (earlier_id) WHERE state <> 'withdrawn';
CREATE INDEX data_request_refusal_words ON data_request USING gin (to_tsvector('english', words)) WHERE state = 'refused';

ALTER TABLE data_opinion
  ADD CONSTRAINT data_opinion_kind_check CHECK (opinion IN ('approve', 'conditions', 'refuse')),
  ADD CONSTRAINT data_opinion_conflict_check CHECK ((opinion IS NULL) = (conflict <> '') AND (opinion IS NULL OR reason <> ''));
ALTER TABLE data_request_note ADD CONSTRAINT data_request_note_said_check CHECK (text <> '');

-- What was asked is never rewritten; a decision needs a quorum without a conflict, is made by one of it, and stays.
CREATE FUNCTION soundings.keep_data_request() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  later CONSTANT text[] := ARRAY['closing', 'closing_note', 'closed_at', 'confirmed_by_id', 'confirmed_at'];
  decision CONSTANT text[] := ARRAY['state', 'decided_by_id', 'decided_at', 'reason_code', 'words', 'terms', 'conditions', 'expires_on'];
  counted integer;
BEGIN
  IF TG_OP = 'DELETE' OR (to_jsonb(OLD) - later - decision) <> (to_jsonb(NEW) - later - decision) THEN
    PERFORM soundings.refuse('DataRequestIsKept', 'DataRequestIsKept: What was asked stays as it was asked.');
  END IF;
  IF OLD.state <> 'asked' AND (to_jsonb(OLD) - later) <> (to_jsonb(NEW) - later) THEN
    PERFORM soundings.refuse('DataDecisionIsKept', 'DataDecisionIsKept: A decision stays as it was made.');
  END IF;
  IF OLD.confirmed_at IS NOT NULL OR (OLD.closing IS NOT NULL AND OLD.closing IS DISTINCT FROM NEW.closing) THEN
    PERFORM soundings.refuse('DataReturnIsKept', 'DataReturnIsKept: What became of the data is confirmed already.');
  END IF;
  IF OLD.state = 'asked' AND NEW.state IN ('approved', 'refused') THEN
    SELECT count(*) INTO counted FROM data_opinion o JOIN data_panel_seat s
      ON s.person_id = o.person_id AND s.dataset_id = NEW.dataset_id AND s.ended_at IS NULL
      WHERE o.request_id = NEW.id AND o.opinion IS NOT NULL;
    IF counted < coalesce((SELECT quorum FROM data_panel p WHERE p.dataset_id = NEW.dataset_id), 1) THEN
      PERFORM soundings.refuse('QuorumIsMissing', 'QuorumIsMissing: Too few of the panel have said what they think.');
    END IF;
    IF NOT EXISTS (SELECT FROM data_opinion o JOIN data_panel_seat s
        ON s.person_id = o.person_id AND s.dataset_id = NEW.dataset_id AND s.ended_at IS NULL
        WHERE o.request_id = NEW.id AND o.person_id = NEW.decided_by_id AND o.opinion IS NOT NULL) THEN
      PERFORM soundings.refuse('DeciderIsNoMember', 'DeciderIsNoMember: One of the panel, without a conflict, decides.');
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER data_request_kept BEFORE UPDATE OR DELETE ON data_request
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_data_request();

-- Whoever asks is never heard; whoever has no place on the panel neither; nothing is said once it is decided.
CREATE FUNCTION soundings.hear_data_panel() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked data_request;
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM soundings.refuse('OpinionIsKept', 'OpinionIsKept: What the panel thought stays.');
  END IF;
  SELECT * INTO asked FROM data_request WHERE id = NEW.request_id;
  IF asked.state <> 'asked' THEN
    PERFORM soundings.refuse('DataRequestIsDecided', 'DataRequestIsDecided: This request has been decided.');
  END IF;
  IF asked.asked_by_id = NEW.person_id OR NOT EXISTS (SELECT FROM data_panel_seat s
      WHERE s.dataset_id = asked.dataset_id AND s.person_id = NEW.person_id AND s.ended_at IS NULL) THEN
    PERFORM soundings.refuse('OpinionIsNotAsked', 'OpinionIsNotAsked: Only the panel, without the one who asks, is heard.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER data_opinion_heard BEFORE INSERT OR UPDATE OR DELETE ON data_opinion
  FOR EACH ROW EXECUTE FUNCTION soundings.hear_data_panel();

CREATE FUNCTION soundings.keep_data_seat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.ended_at IS NOT NULL OR (to_jsonb(OLD) - 'ended_at') <> (to_jsonb(NEW) - 'ended_at') THEN
    PERFORM soundings.refuse('SeatIsKept', 'SeatIsKept: Who had a place on a panel stays.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER data_panel_seat_kept BEFORE UPDATE OR DELETE ON data_panel_seat
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_data_seat();

CREATE FUNCTION soundings.keep_data_note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.refuse('NoteIsKept', 'NoteIsKept: What was said stays.');
  RETURN NULL;
END $$;
CREATE TRIGGER data_request_note_kept BEFORE UPDATE OR DELETE ON data_request_note
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_data_note();
