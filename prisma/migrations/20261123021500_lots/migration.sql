-- CreateEnum
CREATE TYPE "LotRule" AS ENUM ('preference', 'difference');

-- AlterTable
ALTER TABLE "question" ADD COLUMN     "divided" BOOLEAN,
ADD COLUMN     "lot_rule" "LotRule",
ADD COLUMN     "lots_most_awards" INTEGER,
ADD COLUMN     "lots_most_bids" INTEGER,
ADD COLUMN     "undivided_reason" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "bid" ADD COLUMN     "lot_id" UUID,
ADD COLUMN     "lot_order" INTEGER;

-- AlterTable
ALTER TABLE "recommendation" ADD COLUMN     "unawarded" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "reserve_place" ADD COLUMN     "lot_id" UUID;

-- CreateTable
CREATE TABLE "lot" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "covers" TEXT NOT NULL,
    "budget" INTEGER NOT NULL,
    "awards_available" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "lot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "panel_lot" (
    "lot_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "panel_lot_pkey" PRIMARY KEY ("lot_id","person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "lot_question_id_number_key" ON "lot"("question_id", "number");

-- CreateIndex
CREATE INDEX "panel_lot_person_id_idx" ON "panel_lot"("person_id");

-- CreateIndex
CREATE INDEX "bid_lot_id_idx" ON "bid"("lot_id");

-- AddForeignKey
ALTER TABLE "bid" ADD CONSTRAINT "bid_lot_id_fkey" FOREIGN KEY ("lot_id") REFERENCES "lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lot" ADD CONSTRAINT "lot_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_lot" ADD CONSTRAINT "panel_lot_lot_id_fkey" FOREIGN KEY ("lot_id") REFERENCES "lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_lot" ADD CONSTRAINT "panel_lot_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
