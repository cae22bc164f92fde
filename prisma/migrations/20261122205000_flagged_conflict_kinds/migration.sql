ALTER TABLE bid_preference DROP CONSTRAINT bid_preference_conflict_check;

-- AlterTable
ALTER TABLE "bid_preference" DROP COLUMN "conflict",
ADD COLUMN     "conflict_kind" "InterestKind";

ALTER TABLE bid_preference
  ADD CONSTRAINT bid_preference_conflict_check CHECK ((conflict_kind IS NULL) = (conflict_words = ''));
