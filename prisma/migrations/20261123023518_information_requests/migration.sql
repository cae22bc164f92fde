-- CreateEnum
CREATE TYPE "InformationOutcome" AS ENUM ('full', 'partly', 'refused', 'notHeld', 'withdrawn');

-- CreateTable
CREATE TABLE "information_request" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "received_on" DATE NOT NULL,
    "logged_by_id" UUID NOT NULL,
    "logged_at" TIMESTAMPTZ(6) NOT NULL,
    "due_on" DATE NOT NULL,
    "extended_to" DATE,
    "extension_reason" TEXT,
    "extended_by_id" UUID,
    "extended_at" TIMESTAMPTZ(6),
    "outcome" "InformationOutcome",
    "outcome_on" DATE,
    "outcome_words" TEXT NOT NULL DEFAULT '',
    "closed_by_id" UUID,
    "closed_at" TIMESTAMPTZ(6),

    CONSTRAINT "information_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "information_requester" (
    "request_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "contact" TEXT NOT NULL,

    CONSTRAINT "information_requester_pkey" PRIMARY KEY ("request_id")
);

-- CreateTable
CREATE TABLE "information_request_question" (
    "request_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,

    CONSTRAINT "information_request_question_pkey" PRIMARY KEY ("request_id","question_id")
);

-- CreateTable
CREATE TABLE "information_clarification" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "asked" TEXT NOT NULL,
    "asked_on" DATE NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "answer" TEXT,
    "answered_on" DATE,
    "answered_by_id" UUID,

    CONSTRAINT "information_clarification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "information_consultation" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "request_id" UUID NOT NULL,
    "bid_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(6) NOT NULL,
    "answer_by" DATE NOT NULL,
    "objects" BOOLEAN,
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(6),

    CONSTRAINT "information_consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exemption" (
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "absolute" BOOLEAN NOT NULL,
    "position" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "exemption_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "information_redaction" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "request_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "set_name" TEXT NOT NULL,
    "record_key" TEXT,
    "field" TEXT,
    "passage" TEXT,
    "exemption_code" TEXT NOT NULL,
    "public_interest" TEXT NOT NULL DEFAULT '',
    "everywhere" BOOLEAN,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(6) NOT NULL,
    "removed_at" TIMESTAMPTZ(6),

    CONSTRAINT "information_redaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "information_release" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "request_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "archive" BYTEA NOT NULL,
    "manifest_hash" TEXT NOT NULL,
    "redactions" INTEGER NOT NULL,
    "prepared_by_id" UUID NOT NULL,
    "prepared_at" TIMESTAMPTZ(6) NOT NULL,
    "checked_by_id" UUID,
    "released_at" TIMESTAMPTZ(6),
    "returned_at" TIMESTAMPTZ(6),
    "returned_reason" TEXT,

    CONSTRAINT "information_release_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "information_request_reference_key" ON "information_request"("reference");

-- CreateIndex
CREATE INDEX "information_request_closed_at_due_on_idx" ON "information_request"("closed_at", "due_on");

-- CreateIndex
CREATE INDEX "information_request_question_question_id_idx" ON "information_request_question"("question_id");

-- CreateIndex
CREATE INDEX "information_clarification_request_id_idx" ON "information_clarification"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "information_consultation_reference_key" ON "information_consultation"("reference");

-- CreateIndex
CREATE INDEX "information_consultation_bid_id_idx" ON "information_consultation"("bid_id");

-- CreateIndex
CREATE UNIQUE INDEX "information_consultation_request_id_bid_id_key" ON "information_consultation"("request_id", "bid_id");

-- CreateIndex
CREATE UNIQUE INDEX "information_redaction_reference_key" ON "information_redaction"("reference");

-- CreateIndex
CREATE INDEX "information_redaction_request_id_question_id_idx" ON "information_redaction"("request_id", "question_id");

-- CreateIndex
CREATE UNIQUE INDEX "information_release_reference_key" ON "information_release"("reference");

-- CreateIndex
CREATE INDEX "information_release_request_id_idx" ON "information_release"("request_id");

-- AddForeignKey
ALTER TABLE "information_request" ADD CONSTRAINT "information_request_logged_by_id_fkey" FOREIGN KEY ("logged_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "information_requester" ADD CONSTRAINT "information_requester_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "information_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "information_request_question" ADD CONSTRAINT "information_request_question_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "information_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "information_request_question" ADD CONSTRAINT "information_request_question_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "information_clarification" ADD CONSTRAINT "information_clarification_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "information_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "information_consultation" ADD CONSTRAINT "information_consultation_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "information_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "information_consultation" ADD CONSTRAINT "information_consultation_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "information_redaction" ADD CONSTRAINT "information_redaction_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "information_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "information_redaction" ADD CONSTRAINT "information_redaction_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "information_redaction" ADD CONSTRAINT "information_redaction_exemption_code_fkey" FOREIGN KEY ("exemption_code") REFERENCES "exemption"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "information_redaction" ADD CONSTRAINT "information_redaction_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "information_release" ADD CONSTRAINT "information_release_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "information_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "information_release" ADD CONSTRAINT "information_release_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "information_release" ADD CONSTRAINT "information_release_prepared_by_id_fkey" FOREIGN KEY ("prepared_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "information_release" ADD CONSTRAINT "information_release_checked_by_id_fkey" FOREIGN KEY ("checked_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE information_request
  ADD CONSTRAINT information_request_says_what CHECK (btrim(words) <> ''),
  ADD CONSTRAINT information_request_is_due_after CHECK (due_on > received_on),
  ADD CONSTRAINT information_request_is_extended_whole CHECK (
    num_nonnulls(extended_to, extension_reason, extended_by_id, extended_at) IN (0, 4)
    AND extended_to > due_on AND btrim(extension_reason) <> ''),
  ADD CONSTRAINT information_request_is_closed_whole CHECK (
    num_nonnulls(outcome, outcome_on, closed_by_id, closed_at) IN (0, 4) AND outcome_on >= received_on);
ALTER TABLE information_clarification
  ADD CONSTRAINT information_clarification_asks CHECK (btrim(asked) <> ''),
  ADD CONSTRAINT information_clarification_is_answered_whole CHECK (
    num_nonnulls(answer, answered_on, answered_by_id) IN (0, 3) AND btrim(answer) <> '' AND answered_on >= asked_on);
CREATE UNIQUE INDEX information_clarification_one_open ON information_clarification (request_id) WHERE answered_on IS NULL;
ALTER TABLE information_consultation
  ADD CONSTRAINT information_consultation_is_answered_whole CHECK (
    num_nonnulls(objects, answer, answered_by_id, answered_at) IN (0, 4)
    AND (NOT objects OR btrim(answer) <> ''));
ALTER TABLE information_redaction
  ADD CONSTRAINT information_redaction_is_somewhere CHECK (
    (passage IS NULL OR field IS NOT NULL) AND (field IS NULL OR record_key IS NOT NULL)
    AND btrim(passage) <> '' AND btrim(field) <> '');
ALTER TABLE information_release
  ADD CONSTRAINT information_release_is_checked_by_another CHECK (checked_by_id <> prepared_by_id),
  ADD CONSTRAINT information_release_is_settled_once CHECK (
    num_nonnulls(released_at, returned_at) = num_nonnulls(checked_by_id)
    AND num_nonnulls(returned_at) = num_nonnulls(returned_reason) AND btrim(returned_reason) <> '');
CREATE UNIQUE INDEX information_release_one_stands ON information_release (request_id, question_id) WHERE returned_at IS NULL;

-- What was asked and when it came is kept; nothing of a closed request changes.
CREATE FUNCTION soundings.keep_information_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.closed_at IS NULL
    AND (NEW.id, NEW.reference, NEW.words, NEW.received_on, NEW.logged_by_id, NEW.logged_at)
      IS NOT DISTINCT FROM (OLD.id, OLD.reference, OLD.words, OLD.received_on, OLD.logged_by_id, OLD.logged_at)
  THEN RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a request for information is kept as it came, and closed once' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER information_request_is_kept BEFORE UPDATE OR DELETE ON information_request
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_information_request();

-- An answer is given once.
CREATE FUNCTION soundings.keep_answered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(OLD)->>'answered_by_id' IS NULL THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'what was answered is kept as it was answered' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER information_clarification_is_kept BEFORE UPDATE OR DELETE ON information_clarification
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_answered();
CREATE TRIGGER information_consultation_is_kept BEFORE UPDATE OR DELETE ON information_consultation
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_answered();

CREATE FUNCTION soundings.keep_exemption() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'exemptions are rows that never change' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER exemption_is_kept BEFORE UPDATE OR DELETE ON exemption
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_exemption();

-- A qualified exemption needs the public interest weighed (section 2(2)(b)). While a release stands nothing changes.
CREATE FUNCTION soundings.guard_redaction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a redaction is taken back, never deleted' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - ARRAY['everywhere', 'removed_at'])
    IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['everywhere', 'removed_at']) THEN
    RAISE EXCEPTION 'what a redaction withholds never changes' USING ERRCODE = 'check_violation';
  END IF;
  IF btrim(NEW.public_interest) = '' AND EXISTS (
    SELECT FROM exemption e WHERE e.code = NEW.exemption_code AND NOT e.absolute) THEN
    PERFORM soundings.refuse('PublicInterestIsMissing', 'PublicInterestIsMissing: This exemption is qualified: say how the public interest was weighed.');
  END IF;
  IF EXISTS (SELECT FROM information_release r WHERE r.request_id = NEW.request_id
      AND r.question_id = NEW.question_id AND r.returned_at IS NULL) THEN
    PERFORM soundings.refuse('ReleaseStands', 'ReleaseStands: A release was prepared from these redactions. They change once it is returned.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER information_redaction_is_guarded BEFORE INSERT OR UPDATE OR DELETE ON information_redaction
  FOR EACH ROW EXECUTE FUNCTION soundings.guard_redaction();

-- What is checked is what is released, and nobody checks what they withheld.
CREATE FUNCTION soundings.guard_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.checked_by_id IS NOT NULL
    OR (NEW.id, NEW.request_id, NEW.question_id, NEW.archive, NEW.manifest_hash, NEW.prepared_by_id, NEW.prepared_at)
      IS DISTINCT FROM (OLD.id, OLD.request_id, OLD.question_id, OLD.archive, OLD.manifest_hash, OLD.prepared_by_id, OLD.prepared_at)
  THEN
    RAISE EXCEPTION 'a release is kept as it was prepared, and settled once' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.released_at IS NOT NULL AND EXISTS (SELECT FROM information_redaction d WHERE d.request_id = NEW.request_id
      AND d.question_id = NEW.question_id AND d.removed_at IS NULL AND d.made_by_id = NEW.checked_by_id) THEN
    PERFORM soundings.refuse('MakerChecks', 'MakerChecks: You withheld some of it yourself. Somebody else checks it.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER information_release_is_guarded BEFORE UPDATE OR DELETE ON information_release
  FOR EACH ROW EXECUTE FUNCTION soundings.guard_release();

-- Freedom of Information Act 2000, Part II. Which are absolute: section 2(3), for a department.
INSERT INTO exemption (position, code, title, absolute, valid_from, source)
SELECT row_number() OVER (), v.* FROM (VALUES
  ('s.21', 'Accessible by other means', true, DATE '2005-01-01', 'Freedom of Information Act 2000, s.21 and s.2(3)(a)'),
  ('s.22', 'Intended for future publication', false, DATE '2005-01-01', 'Freedom of Information Act 2000, s.22'),
  ('s.23(1)', 'From or about bodies that deal with security matters', true, DATE '2005-01-01', 'Freedom of Information Act 2000, s.23 and s.2(3)(b)'),
  ('s.24(1)', 'National security', false, DATE '2005-01-01', 'Freedom of Information Act 2000, s.24'),
  ('s.27(1)', 'International relations', false, DATE '2005-01-01', 'Freedom of Information Act 2000, s.27(1)'),
  ('s.27(2)', 'Obtained in confidence from another State', false, DATE '2005-01-01', 'Freedom of Information Act 2000, s.27(2)'),
  ('s.31(1)', 'Law enforcement', false, DATE '2005-01-01', 'Freedom of Information Act 2000, s.31'),
  ('s.35(1)', 'Formulation of government policy', false, DATE '2005-01-01', 'Freedom of Information Act 2000, s.35'),
  ('s.36(2)', 'Effective conduct of public affairs, in the opinion of a qualified person', false, DATE '2005-01-01', 'Freedom of Information Act 2000, s.36'),
  ('s.38(1)', 'Health and safety', false, DATE '2005-01-01', 'Freedom of Information Act 2000, s.38'),
  ('s.40(1)', 'Personal data of whoever asks', true, DATE '2018-05-25', 'Freedom of Information Act 2000, s.40(1) and s.2(3)(fa), as amended by the Data Protection Act 2018'),
  ('s.40(2)', 'Personal data of others, where releasing them would break the data protection principles', true, DATE '2018-05-25', 'Freedom of Information Act 2000, s.40(2), (3A)(a) and s.2(3)(fa), as amended by the Data Protection Act 2018'),
  ('s.41(1)', 'Provided in confidence', true, DATE '2005-01-01', 'Freedom of Information Act 2000, s.41 and s.2(3)(g)'),
  ('s.42(1)', 'Legal professional privilege', false, DATE '2005-01-01', 'Freedom of Information Act 2000, s.42'),
  ('s.43(1)', 'Trade secrets', false, DATE '2005-01-01', 'Freedom of Information Act 2000, s.43(1)'),
  ('s.43(2)', 'Commercial interests', false, DATE '2005-01-01', 'Freedom of Information Act 2000, s.43(2)')
) AS v(code, title, absolute, valid_from, source);
