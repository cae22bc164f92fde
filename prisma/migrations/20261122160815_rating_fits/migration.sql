-- CreateTable
CREATE TABLE "rating_fit" (
    "id" UUID NOT NULL,
    "priority_set_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "fitted_at" TIMESTAMPTZ(6) NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "ratings" INTEGER NOT NULL,
    "mean" DOUBLE PRECISION NOT NULL,
    "item_variance" DOUBLE PRECISION NOT NULL,
    "bias_variance" DOUBLE PRECISION NOT NULL,
    "noise_variance" DOUBLE PRECISION NOT NULL,
    "iterations" INTEGER NOT NULL,
    "converged" BOOLEAN NOT NULL,

    CONSTRAINT "rating_fit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rating_fit_item" (
    "fit_id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "priority_id" UUID NOT NULL,
    "ratings" INTEGER NOT NULL,
    "estimate" DOUBLE PRECISION NOT NULL,
    "lower" DOUBLE PRECISION NOT NULL,
    "upper" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "rating_fit_item_pkey" PRIMARY KEY ("fit_id","finding_id","priority_id")
);

-- CreateTable
CREATE TABLE "rating_fit_rater" (
    "fit_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "ratings" INTEGER NOT NULL,
    "bias" DOUBLE PRECISION NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "rating_fit_rater_pkey" PRIMARY KEY ("fit_id","person_id")
);

-- CreateTable
CREATE TABLE "rating_outlier" (
    "rating_id" UUID NOT NULL,
    "value" INTEGER NOT NULL,
    "invited_at" TIMESTAMPTZ(6) NOT NULL,
    "note" TEXT,
    "noted_at" TIMESTAMPTZ(6),

    CONSTRAINT "rating_outlier_pkey" PRIMARY KEY ("rating_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "rating_fit_priority_set_id_key" ON "rating_fit"("priority_set_id");

-- CreateIndex
CREATE INDEX "rating_fit_item_finding_id_idx" ON "rating_fit_item"("finding_id");

-- CreateIndex
CREATE INDEX "rating_fit_rater_person_id_idx" ON "rating_fit_rater"("person_id");

-- AddForeignKey
ALTER TABLE "rating_fit" ADD CONSTRAINT "rating_fit_priority_set_id_fkey" FOREIGN KEY ("priority_set_id") REFERENCES "priority_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating_fit_item" ADD CONSTRAINT "rating_fit_item_fit_id_fkey" FOREIGN KEY ("fit_id") REFERENCES "rating_fit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating_fit_item" ADD CONSTRAINT "rating_fit_item_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating_fit_item" ADD CONSTRAINT "rating_fit_item_priority_id_fkey" FOREIGN KEY ("priority_id") REFERENCES "priority"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating_fit_rater" ADD CONSTRAINT "rating_fit_rater_fit_id_fkey" FOREIGN KEY ("fit_id") REFERENCES "rating_fit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating_fit_rater" ADD CONSTRAINT "rating_fit_rater_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating_outlier" ADD CONSTRAINT "rating_outlier_rating_id_fkey" FOREIGN KEY ("rating_id") REFERENCES "rating"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE rating_fit
  ADD CONSTRAINT rating_fit_variances_check CHECK (item_variance > 0 AND bias_variance > 0 AND noise_variance > 0),
  ADD CONSTRAINT rating_fit_counts_check CHECK (ratings > 0 AND iterations > 0 AND version > 0);
ALTER TABLE rating_fit_item
  ADD CONSTRAINT rating_fit_item_scale_check CHECK (lower >= 1 AND lower <= estimate AND estimate <= upper AND upper <= 5);
ALTER TABLE rating_fit_rater ADD CONSTRAINT rating_fit_rater_weight_check CHECK (weight > 0);
ALTER TABLE rating_outlier
  ADD CONSTRAINT rating_outlier_value_check CHECK (value BETWEEN 1 AND 5),
  ADD CONSTRAINT rating_outlier_noted_check CHECK ((note IS NULL) = (noted_at IS NULL)),
  ADD CONSTRAINT rating_outlier_note_check CHECK (note <> '' AND noted_at >= invited_at);

-- Asked once: what somebody was asked about stays, only what they say of it changes.
CREATE FUNCTION soundings.keep_outlier_invitation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.rating_id <> OLD.rating_id OR NEW.value <> OLD.value OR NEW.invited_at <> OLD.invited_at THEN
    PERFORM soundings.refuse('InvitationIsKept', 'InvitationIsKept: What somebody was asked to explain cannot be changed.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rating_outlier_kept BEFORE UPDATE ON rating_outlier
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_outlier_invitation();
