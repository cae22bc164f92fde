-- DropForeignKey
ALTER TABLE "handover" DROP CONSTRAINT "handover_from_part";

-- DropForeignKey
ALTER TABLE "handover" DROP CONSTRAINT "handover_to_part";

