-- CreateTable
CREATE TABLE "bid_keeping" (
    "bid_id" UUID NOT NULL,
    "references" BOOLEAN NOT NULL DEFAULT false,
    "datasets" BOOLEAN NOT NULL DEFAULT false,
    "contact" BOOLEAN NOT NULL DEFAULT false,
    "dataset_lines" TEXT NOT NULL DEFAULT '',
    "given_by_id" UUID NOT NULL,
    "given_at" TIMESTAMPTZ(6) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(6),
    "kept_at" TIMESTAMPTZ(6),
    "removal_asked_at" TIMESTAMPTZ(6),
    "dataset_ids" UUID[] DEFAULT ARRAY[]::UUID[],

    CONSTRAINT "bid_keeping_pkey" PRIMARY KEY ("bid_id")
);

-- CreateTable
CREATE TABLE "reference_lead" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "bid_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "doi" TEXT,
    "kept_at" TIMESTAMPTZ(6) NOT NULL,
    "taken_up_at" TIMESTAMPTZ(6),
    "set_aside_at" TIMESTAMPTZ(6),
    "reason" TEXT,

    CONSTRAINT "reference_lead_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "reference_lead_reference_key" ON "reference_lead"("reference");

-- CreateIndex
CREATE INDEX "reference_lead_bid_id_idx" ON "reference_lead"("bid_id");

-- AddForeignKey
ALTER TABLE "bid_keeping" ADD CONSTRAINT "bid_keeping_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reference_lead" ADD CONSTRAINT "reference_lead_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE bid_keeping
  ADD CONSTRAINT bid_keeping_withdrawn_before CHECK (withdrawn_at IS NULL OR kept_at IS NULL),
  ADD CONSTRAINT bid_keeping_removal_after CHECK (removal_asked_at IS NULL OR kept_at IS NOT NULL),
  ADD CONSTRAINT bid_keeping_datasets CHECK (datasets OR dataset_lines = '');
ALTER TABLE reference_lead
  ADD CONSTRAINT reference_lead_settled_once CHECK (taken_up_at IS NULL OR set_aside_at IS NULL),
  ADD CONSTRAINT reference_lead_reason CHECK ((set_aside_at IS NULL) = (coalesce(reason, '') = '')),
  ADD CONSTRAINT reference_lead_title CHECK (title <> '');

-- Nothing is kept of a bid without consent that stands, and nothing before its award notice.
CREATE FUNCTION soundings.lead_has_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM bid_keeping k JOIN bid b ON b.id = k.bid_id
      WHERE k.bid_id = NEW.bid_id AND k.references AND k.withdrawn_at IS NULL AND k.kept_at IS NOT NULL
        AND EXISTS (SELECT FROM award a WHERE a.question_id = b.question_id AND a.notice_at IS NOT NULL)) THEN
    PERFORM soundings.refuse('NothingMayBeKept', 'NothingMayBeKept: Nothing of this bid may be kept.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reference_lead_has_consent BEFORE INSERT ON reference_lead
  FOR EACH ROW EXECUTE FUNCTION soundings.lead_has_consent();
