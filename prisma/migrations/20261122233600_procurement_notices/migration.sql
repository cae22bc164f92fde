-- CreateTable
CREATE TABLE "procurement_threshold" (
    "id" UUID NOT NULL,
    "buyer" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(6) NOT NULL,
    "added_by_id" UUID,

    CONSTRAINT "procurement_threshold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "procurement_notice" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "question_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "published_on" DATE NOT NULL,
    "linked_at" TIMESTAMPTZ(6) NOT NULL,
    "linked_by_id" UUID NOT NULL,
    "removed_at" TIMESTAMPTZ(6),

    CONSTRAINT "procurement_notice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "procurement_threshold_buyer_kind_valid_from_key" ON "procurement_threshold"("buyer", "kind", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "procurement_notice_reference_key" ON "procurement_notice"("reference");

-- CreateIndex
CREATE INDEX "procurement_notice_question_id_idx" ON "procurement_notice"("question_id");

-- AddForeignKey
ALTER TABLE "procurement_notice" ADD CONSTRAINT "procurement_notice_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Thresholds are data with dates: a later row takes over from its day on, and none is ever changed.
ALTER TABLE procurement_threshold
  ADD CONSTRAINT procurement_threshold_buyer CHECK (buyer IN ('central', 'others')),
  ADD CONSTRAINT procurement_threshold_kind CHECK (kind IN ('full', 'notice')),
  ADD CONSTRAINT procurement_threshold_amount CHECK (amount > 0),
  ADD CONSTRAINT procurement_threshold_words CHECK (btrim(name) <> '' AND btrim(source) <> '');
CREATE FUNCTION procurement_threshold_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.refuse('ThresholdIsKept', 'ThresholdIsKept: A threshold is never changed. Add a later one.');
  RETURN NULL;
END $$;
CREATE TRIGGER procurement_threshold_is_kept BEFORE UPDATE OR DELETE ON procurement_threshold
  FOR EACH ROW EXECUTE FUNCTION procurement_threshold_is_kept();
INSERT INTO procurement_threshold (id, buyer, kind, name, amount, valid_from, source, added_at) VALUES
  (gen_random_uuid(), 'central', 'full', 'Services, central government authorities', 13501800, '2026-01-01',
   'Procurement Act 2023, schedule 1, amounts in force from 1 January 2026, with VAT', now()),
  (gen_random_uuid(), 'others', 'full', 'Services, sub-central authorities', 20772000, '2026-01-01',
   'Procurement Act 2023, schedule 1, amounts in force from 1 January 2026, with VAT', now()),
  (gen_random_uuid(), 'central', 'notice', 'Below-threshold tender notice, central government authorities', 1200000, '2026-01-01',
   'Procurement Act 2023, part 6, regulated below-threshold contracts, with VAT', now()),
  (gen_random_uuid(), 'others', 'notice', 'Below-threshold tender notice, other authorities', 3000000, '2026-01-01',
   'Procurement Act 2023, part 6, regulated below-threshold contracts, with VAT', now());

-- A link to a notice is taken off, once, and otherwise stays as it was.
ALTER TABLE procurement_notice
  ADD CONSTRAINT procurement_notice_kind CHECK (kind IN ('planned', 'tender', 'award', 'contractDetails')),
  ADD CONSTRAINT procurement_notice_address CHECK (address ~ '^https://[^\s]+$' AND length(address) <= 500);
CREATE UNIQUE INDEX procurement_notice_once ON procurement_notice (question_id, address) WHERE removed_at IS NULL;
CREATE FUNCTION procurement_notice_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.removed_at IS NOT NULL OR (to_jsonb(OLD) - 'removed_at') <> (to_jsonb(NEW) - 'removed_at') THEN
    PERFORM soundings.refuse('NoticeIsKept', 'NoticeIsKept: A linked notice is taken off, never changed.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER procurement_notice_is_kept BEFORE UPDATE ON procurement_notice
  FOR EACH ROW EXECUTE FUNCTION procurement_notice_is_kept();
