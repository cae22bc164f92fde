-- CreateTable
CREATE TABLE "matched_expertise" (
    "bid_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "matched_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "matched_expertise_pkey" PRIMARY KEY ("bid_id","person_id")
);

-- CreateIndex
CREATE INDEX "matched_expertise_person_id_idx" ON "matched_expertise"("person_id");

-- AddForeignKey
ALTER TABLE "matched_expertise" ADD CONSTRAINT "matched_expertise_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matched_expertise" ADD CONSTRAINT "matched_expertise_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE matched_expertise ADD CONSTRAINT matched_expertise_score_check CHECK (score BETWEEN 0 AND 1);
