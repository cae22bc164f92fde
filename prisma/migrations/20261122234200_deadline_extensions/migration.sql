-- CreateTable
CREATE TABLE "deadline_extension" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "instead_of" TIMESTAMPTZ(6) NOT NULL,
    "closes_at" TIMESTAMPTZ(6) NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(6) NOT NULL,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(6),
    "declined_by_id" UUID,
    "declined_at" TIMESTAMPTZ(6),
    "declined_reason" TEXT,

    CONSTRAINT "deadline_extension_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "deadline_extension_question_id_idx" ON "deadline_extension"("question_id");

-- AddForeignKey
ALTER TABLE "deadline_extension" ADD CONSTRAINT "deadline_extension_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE UNIQUE INDEX deadline_extension_one_waits ON deadline_extension (question_id)
  WHERE confirmed_at IS NULL AND declined_at IS NULL;

ALTER TABLE deadline_extension
  ADD CONSTRAINT deadline_extension_is_later CHECK (closes_at > instead_of AND proposed_at < instead_of),
  ADD CONSTRAINT deadline_extension_says_why CHECK (reason <> ''),
  ADD CONSTRAINT deadline_extension_by_two CHECK (confirmed_by_id <> proposed_by_id),
  ADD CONSTRAINT deadline_extension_confirmed CHECK (
    (confirmed_at IS NULL) = (confirmed_by_id IS NULL) AND confirmed_at < instead_of),
  ADD CONSTRAINT deadline_extension_declined CHECK (
    (declined_at IS NULL) = (declined_by_id IS NULL) AND (declined_at IS NULL) = (coalesce(declined_reason, '') = '')
    AND (declined_at IS NULL OR confirmed_at IS NULL));

CREATE TRIGGER deadline_extension_is_kept BEFORE UPDATE ON deadline_extension
  FOR EACH ROW WHEN (OLD.confirmed_at IS NOT NULL OR OLD.declined_at IS NOT NULL) EXECUTE FUNCTION evaluation_is_kept();
CREATE TRIGGER deadline_extension_stays BEFORE DELETE ON deadline_extension
  FOR EACH ROW EXECUTE FUNCTION evaluation_is_kept();

-- The closing of a published question moves forward alone, before it has come, to what two people agreed on.
CREATE FUNCTION soundings.deadline_moves(before question, after question) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT after.closes_at > before.closes_at AND before.opened_at IS NULL AND before.closes_at > soundings.now()
    AND after.clarifications_close_at >= before.clarifications_close_at AND after.answers_due_at >= before.answers_due_at
    AND EXISTS (SELECT FROM deadline_extension e WHERE e.question_id = before.id AND e.confirmed_at IS NOT NULL
      AND e.instead_of = before.closes_at AND e.closes_at = after.closes_at)
$$;

CREATE OR REPLACE FUNCTION soundings.keep_published_question() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  takes_bids boolean;
  total integer;
  moves text[] := ARRAY[]::text[];
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.submitted_at IS NOT NULL THEN
      PERFORM soundings.refuse('QuestionIsKept', 'QuestionIsKept: A question that was submitted is never deleted.');
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.published_at IS NOT NULL THEN
    IF NEW.closes_at IS DISTINCT FROM OLD.closes_at AND soundings.deadline_moves(OLD, NEW) THEN
      moves := ARRAY['closes_at', 'clarifications_close_at', 'answers_due_at', 'bidding_working_days'];
    END IF;
    IF soundings.question_frozen_part(to_jsonb(OLD)) - moves <> soundings.question_frozen_part(to_jsonb(NEW)) - moves THEN
      PERFORM soundings.refuse('PublishedTextIsFrozen',
        'PublishedTextIsFrozen: A published question cannot be changed. Add an addendum, or withdraw it and publish it again.');
    END IF;
    IF OLD.withdrawn_at IS NOT NULL AND (NEW.withdrawn_at, NEW.withdrawn_reason)
       IS DISTINCT FROM (OLD.withdrawn_at, OLD.withdrawn_reason) THEN
      PERFORM soundings.refuse('WithdrawalIsFinal', 'WithdrawalIsFinal: A question that was withdrawn stays withdrawn.');
    END IF;
  ELSIF NEW.published_at IS NOT NULL THEN
    SELECT r.takes_bids INTO takes_bids FROM route r WHERE r.id = NEW.route_id;
    SELECT coalesce(sum(c.weight), 0) INTO total FROM criterion c WHERE c.question_id = NEW.id;
    IF takes_bids AND total <> 100 THEN
      PERFORM soundings.refuse('WeightsDoNotTotal', 'WeightsDoNotTotal: The weights of the criteria must total 100.');
    END IF;
  END IF;
  RETURN NEW;
END $$;
