CREATE TABLE "reply_promise" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "working_days" INTEGER,
    "holds_from" TIMESTAMPTZ(6) NOT NULL,
    "set_by_id" UUID NOT NULL,

    CONSTRAINT "reply_promise_pkey" PRIMARY KEY ("id"),
    CONSTRAINT reply_promise_is_short CHECK (working_days BETWEEN 1 AND 20)
);
CREATE TABLE "enquiry" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "team_id" UUID NOT NULL,
    "asker_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(6) NOT NULL,
    "last_at" TIMESTAMPTZ(6) NOT NULL,
    "closed_at" TIMESTAMPTZ(6),

    CONSTRAINT "enquiry_pkey" PRIMARY KEY ("id"),
    CONSTRAINT enquiry_in_order CHECK (last_at >= opened_at AND (closed_at IS NULL OR closed_at >= last_at))
);
CREATE TABLE "enquiry_message" (
    "id" UUID NOT NULL,
    "enquiry_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "from_team" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(6) NOT NULL,
    "due_on" DATE,
    "answered_at" TIMESTAMPTZ(6),

    CONSTRAINT "enquiry_message_pkey" PRIMARY KEY ("id"),
    CONSTRAINT enquiry_message_says_something CHECK (text <> ''),
    CONSTRAINT enquiry_message_clock_is_the_askers CHECK (NOT from_team OR (due_on IS NULL AND answered_at IS NULL)),
    CONSTRAINT enquiry_message_answered_later CHECK (answered_at >= sent_at)
);
CREATE INDEX "reply_promise_team_id_holds_from_idx" ON "reply_promise"("team_id", "holds_from");
CREATE UNIQUE INDEX "enquiry_reference_key" ON "enquiry"("reference");
CREATE INDEX "enquiry_team_id_last_at_idx" ON "enquiry"("team_id", "last_at");
CREATE INDEX "enquiry_asker_id_last_at_idx" ON "enquiry"("asker_id", "last_at");
CREATE INDEX "enquiry_message_enquiry_id_sent_at_idx" ON "enquiry_message"("enquiry_id", "sent_at");
CREATE INDEX "enquiry_message_author_id_idx" ON "enquiry_message"("author_id");
-- One clock runs in a thread at a time, and what waits too long is found by it.
CREATE UNIQUE INDEX enquiry_message_one_clock ON enquiry_message (enquiry_id)
  WHERE due_on IS NOT NULL AND answered_at IS NULL;
CREATE INDEX enquiry_message_waiting ON enquiry_message (due_on) WHERE due_on IS NOT NULL AND answered_at IS NULL;

ALTER TABLE "reply_promise" ADD CONSTRAINT "reply_promise_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reply_promise" ADD CONSTRAINT "reply_promise_set_by_id_fkey" FOREIGN KEY ("set_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_asker_id_fkey" FOREIGN KEY ("asker_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "enquiry_message" ADD CONSTRAINT "enquiry_message_enquiry_id_fkey" FOREIGN KEY ("enquiry_id") REFERENCES "enquiry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "enquiry_message" ADD CONSTRAINT "enquiry_message_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was said and promised stays as it was: of a message only its answer may be noted, once.
CREATE FUNCTION soundings.keep_what_was_said() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.answered_at IS NULL
    AND (NEW.id, NEW.enquiry_id, NEW.author_id, NEW.from_team, NEW.text, NEW.sent_at, NEW.due_on)
      IS NOT DISTINCT FROM (OLD.id, OLD.enquiry_id, OLD.author_id, OLD.from_team, OLD.text, OLD.sent_at, OLD.due_on)
  THEN RETURN NEW;
  END IF;
  RAISE EXCEPTION 'what was said in an enquiry is never changed' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER enquiry_message_is_kept BEFORE UPDATE OR DELETE ON enquiry_message
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_what_was_said();

CREATE FUNCTION soundings.keep_promise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a promise is never changed: another follows it' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER reply_promise_is_kept BEFORE UPDATE OR DELETE ON reply_promise
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_promise();
