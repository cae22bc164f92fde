-- AlterTable
ALTER TABLE "bid_submission" ADD COLUMN     "sign_off_id" UUID;

-- AlterTable
ALTER TABLE "question" ADD COLUMN     "sign_off_required" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "bid_sign_off" (
    "id" UUID NOT NULL,
    "bid_id" UUID NOT NULL,
    "approver_id" UUID,
    "address" TEXT,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(6) NOT NULL,
    "again" BOOLEAN NOT NULL DEFAULT false,
    "nonce" BYTEA,
    "content_hash" BYTEA,
    "signed_at" TIMESTAMPTZ(6),
    "returned_at" TIMESTAMPTZ(6),
    "returned_reason" TEXT,
    "voided_at" TIMESTAMPTZ(6),
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "bid_sign_off_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "bid_sign_off_bid_id_idx" ON "bid_sign_off"("bid_id");

-- CreateIndex
CREATE INDEX "bid_sign_off_approver_id_idx" ON "bid_sign_off"("approver_id");

-- AddForeignKey
ALTER TABLE "bid_sign_off" ADD CONSTRAINT "bid_sign_off_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid_sign_off" ADD CONSTRAINT "bid_sign_off_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid_submission" ADD CONSTRAINT "bid_submission_sign_off_id_fkey" FOREIGN KEY ("sign_off_id") REFERENCES "bid_sign_off"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE bid_sign_off
  ADD CONSTRAINT bid_sign_off_of_somebody CHECK (approver_id IS NOT NULL OR address IS NOT NULL),
  ADD CONSTRAINT bid_sign_off_signed CHECK (
    (signed_at IS NULL) = (content_hash IS NULL) AND (signed_at IS NULL) = (nonce IS NULL)
    AND (signed_at IS NULL OR approver_id IS NOT NULL) AND octet_length(content_hash) = 32),
  ADD CONSTRAINT bid_sign_off_returned CHECK (
    (returned_at IS NULL) = (coalesce(returned_reason, '') = '') AND (returned_at IS NULL OR signed_at IS NULL)
    AND (returned_at IS NULL OR approver_id IS NOT NULL)),
  ADD CONSTRAINT bid_sign_off_voided CHECK (voided_at IS NULL OR (signed_at IS NOT NULL AND ended_at IS NOT NULL));
CREATE UNIQUE INDEX bid_sign_off_one_open ON bid_sign_off (bid_id) WHERE ended_at IS NULL;

-- What was signed or returned stays as it was; only that it ended is added.
CREATE FUNCTION soundings.keep_sign_off() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'voided_at' - 'ended_at' <> to_jsonb(OLD) - 'voided_at' - 'ended_at' OR OLD.ended_at IS NOT NULL THEN
    PERFORM soundings.refuse('SignOffIsKept', 'SignOffIsKept: What was signed or returned is kept as it was.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bid_sign_off_kept BEFORE UPDATE ON bid_sign_off
  FOR EACH ROW WHEN (OLD.signed_at IS NOT NULL OR OLD.returned_at IS NOT NULL OR OLD.ended_at IS NOT NULL)
  EXECUTE FUNCTION soundings.keep_sign_off();

-- A submission carries no signature but one of its own bid that stands, and has one where the question asks for it.
CREATE FUNCTION soundings.submission_is_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.sign_off_id IS NULL THEN
    IF EXISTS (SELECT FROM bid b JOIN question q ON q.id = b.question_id WHERE b.id = NEW.bid_id AND q.sign_off_required) THEN
      PERFORM soundings.refuse('SignatureIsNeeded', 'SignatureIsNeeded: This question takes only bids that were signed for their organisation.');
    END IF;
  ELSIF NOT EXISTS (SELECT FROM bid_sign_off s WHERE s.id = NEW.sign_off_id AND s.bid_id = NEW.bid_id
      AND s.signed_at IS NOT NULL AND s.voided_at IS NULL) THEN
    PERFORM soundings.refuse('SignatureIsVoid', 'SignatureIsVoid: The signature does not stand any more.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bid_submission_signed BEFORE INSERT ON bid_submission
  FOR EACH ROW EXECUTE FUNCTION soundings.submission_is_signed();
