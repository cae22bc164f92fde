-- DropForeignKey
ALTER TABLE "funding" DROP CONSTRAINT "funding_question_id_fkey";

-- AlterTable
ALTER TABLE "funding" ADD COLUMN     "decided_by" DATE,
ADD COLUMN     "from_id" UUID,
ADD COLUMN     "reference" TEXT,
ADD COLUMN     "team_id" UUID;

-- CreateTable
CREATE TABLE "funding_change" (
    "funding_id" UUID NOT NULL,
    "certainty" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_id" UUID NOT NULL,

    CONSTRAINT "funding_change_pkey" PRIMARY KEY ("funding_id","certainty")
);

-- CreateIndex
CREATE UNIQUE INDEX "funding_reference_key" ON "funding"("reference");

-- AddForeignKey
ALTER TABLE "funding" ADD CONSTRAINT "funding_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding" ADD CONSTRAINT "funding_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding" ADD CONSTRAINT "funding_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "funding"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding_change" ADD CONSTRAINT "funding_change_funding_id_fkey" FOREIGN KEY ("funding_id") REFERENCES "funding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "question" ADD COLUMN "uncovered_reason" TEXT NOT NULL DEFAULT '';

-- A question's funder has an address; money on a condition has a day by which it is decided.
ALTER TABLE funding
  ADD CONSTRAINT funding_of_question CHECK ((award_id IS NULL) = (reference IS NOT NULL)),
  ADD CONSTRAINT funding_decided_by CHECK (
    CASE WHEN award_id IS NULL THEN (certainty = 'conditional') = (decided_by IS NOT NULL) ELSE decided_by IS NULL END),
  ADD CONSTRAINT funding_from CHECK (from_id IS NULL OR award_id IS NOT NULL);
DROP INDEX funding_once_an_award;
CREATE UNIQUE INDEX funding_once_an_award ON funding (award_id, organisation_id, team_id) NULLS NOT DISTINCT
  WHERE award_id IS NOT NULL;

-- What was named for a question stays as it was named; only a draft takes its funders with it.
CREATE FUNCTION question_funding_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM question WHERE id = OLD.question_id) THEN RETURN OLD; END IF;
  PERFORM soundings.refuse('FundingIsKept', 'FundingIsKept: A funder of a question is never changed. It becomes firm or falls away.');
  RETURN NULL;
END $$;
CREATE TRIGGER question_funding_is_kept BEFORE UPDATE OR DELETE ON funding
  FOR EACH ROW WHEN (OLD.award_id IS NULL) EXECUTE FUNCTION question_funding_is_kept();

ALTER TABLE funding_change
  ADD CONSTRAINT funding_change_certainty CHECK (certainty IN ('firm', 'fallenAway')),
  ADD CONSTRAINT funding_change_reason CHECK (btrim(reason) <> '');
CREATE FUNCTION funding_change_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM funding WHERE id = OLD.funding_id) THEN RETURN OLD; END IF;
  PERFORM soundings.refuse('FundingChangeIsKept', 'FundingChangeIsKept: What became of money is never changed.');
  RETURN NULL;
END $$;
CREATE TRIGGER funding_change_is_kept BEFORE UPDATE OR DELETE ON funding_change
  FOR EACH ROW EXECUTE FUNCTION funding_change_is_kept();
CREATE FUNCTION funding_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  named funding%ROWTYPE;
BEGIN
  SELECT * INTO named FROM funding WHERE id = NEW.funding_id FOR UPDATE;
  IF named.award_id IS NOT NULL THEN
    PERFORM soundings.refuse('FundingIsOfAnAward', 'FundingIsOfAnAward: Only the money of a question becomes firm or falls away.');
  END IF;
  IF EXISTS (SELECT FROM funding_change c WHERE c.funding_id = NEW.funding_id AND c.certainty = 'fallenAway')
     OR (NEW.certainty = 'firm' AND named.certainty = 'firm') THEN
    PERFORM soundings.refuse('FundingIsSettled', 'FundingIsSettled: This was recorded already.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER funding_moves_on BEFORE INSERT ON funding_change
  FOR EACH ROW EXECUTE FUNCTION funding_moves_on();
