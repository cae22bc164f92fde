CREATE TABLE "letter_template" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "set_by_id" UUID,
    "set_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "letter_template_pkey" PRIMARY KEY ("id"),
    CONSTRAINT letter_template_kind CHECK (kind IN ('winner', 'reserve', 'unsuccessful', 'excluded', 'withdrawn')),
    CONSTRAINT letter_template_says_something CHECK (btrim(text) <> '' AND number >= 1)
);
CREATE TABLE "decision_letter" (
    "id" UUID NOT NULL,
    "bid_id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "prepared_by_id" UUID NOT NULL,
    "prepared_at" TIMESTAMPTZ(6) NOT NULL,
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(6),
    "sent_by_id" UUID,
    "sent_at" TIMESTAMPTZ(6),
    "hash" TEXT,

    CONSTRAINT "decision_letter_pkey" PRIMARY KEY ("id"),
    CONSTRAINT decision_letter_says_something CHECK (btrim(text) <> ''),
    CONSTRAINT decision_letter_change_has_author CHECK ((changed_at IS NULL) = (changed_by_id IS NULL)),
    CONSTRAINT decision_letter_is_sealed_when_sent CHECK (
      (sent_at IS NULL) = (sent_by_id IS NULL) AND (sent_at IS NULL) = (hash IS NULL)
      AND (hash IS NULL OR hash = encode(sha256(convert_to(text, 'UTF8')), 'hex')))
);
CREATE UNIQUE INDEX "letter_template_kind_number_key" ON "letter_template"("kind", "number");
CREATE INDEX "decision_letter_bid_id_idx" ON "decision_letter"("bid_id");
ALTER TABLE "letter_template" ADD CONSTRAINT "letter_template_set_by_id_fkey" FOREIGN KEY ("set_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "decision_letter" ADD CONSTRAINT "decision_letter_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "decision_letter" ADD CONSTRAINT "decision_letter_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "letter_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "decision_letter" ADD CONSTRAINT "decision_letter_prepared_by_id_fkey" FOREIGN KEY ("prepared_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "decision_letter" ADD CONSTRAINT "decision_letter_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "decision_letter" ADD CONSTRAINT "decision_letter_sent_by_id_fkey" FOREIGN KEY ("sent_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE UNIQUE INDEX decision_letter_one_unsent ON decision_letter (bid_id) WHERE sent_at IS NULL;

CREATE FUNCTION soundings.keep_letters() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a template or a letter that was sent is never changed' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER letter_template_is_kept BEFORE UPDATE OR DELETE ON letter_template
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_letters();
CREATE TRIGGER decision_letter_is_kept BEFORE UPDATE OR DELETE ON decision_letter
  FOR EACH ROW WHEN (OLD.sent_at IS NOT NULL) EXECUTE FUNCTION soundings.keep_letters();

INSERT INTO letter_template (id, kind, number, text, set_at) VALUES
  ('0198f000-0000-7000-8000-000000000001', 'winner', 1, 'Dear {{bidder}}

Your bid {{bid}} for “{{question}}” has been chosen for an award of {{amount}}, without VAT.

It reached {{total}} of 100 and ranks {{rank}} of {{ranked}}. The scores and reasons by criterion are on the page of your bid.

This letter is no contract. The contract follows after any standstill.

{{team}}', now()),
  ('0198f000-0000-7000-8000-000000000002', 'reserve', 1, 'Dear {{bidder}}

Your bid {{bid}} for “{{question}}” was not chosen for an award. It is on the reserve list, in place {{place}}, until {{until}}.

It reached {{total}} of 100 and ranks {{rank}} of {{ranked}}. Should an award end before its contract, the first on the list is awarded next. You are told when you leave the list.

{{team}}', now()),
  ('0198f000-0000-7000-8000-000000000003', 'unsuccessful', 1, 'Dear {{bidder}}

Thank you for your bid {{bid}} for “{{question}}”. It was not chosen for an award.

It reached {{total}} of 100 and ranks {{rank}} of {{ranked}}. The scores and reasons by criterion are on the page of your bid.

{{team}}', now()),
  ('0198f000-0000-7000-8000-000000000004', 'excluded', 1, 'Dear {{bidder}}

Your bid {{bid}} for “{{question}}” was excluded and not assessed.

The reason: {{reason}}

{{team}}', now()),
  ('0198f000-0000-7000-8000-000000000005', 'withdrawn', 1, 'Dear {{bidder}}

The decision to award your bid {{bid}} for “{{question}}” has been withdrawn.

The reason: {{reason}}

{{team}}', now());
