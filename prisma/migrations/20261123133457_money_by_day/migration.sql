-- CreateTable
CREATE TABLE "money_change" (
    "id" BIGSERIAL NOT NULL,
    "change" INTEGER NOT NULL,
    "owner_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "planned" BIGINT,
    "actual" BIGINT,
    "firm" BOOLEAN NOT NULL,
    "ring_fenced" BOOLEAN NOT NULL,
    "secure" BOOLEAN NOT NULL,
    "starts_on" DATE NOT NULL,
    "base" TEXT NOT NULL,
    "stated_on" DATE NOT NULL,
    "estimate" BOOLEAN NOT NULL,
    "strand_id" UUID,
    "level_id" UUID,
    "intervention_id" UUID,
    "overseas" BOOLEAN,
    "areas" UUID[],
    "activities" INTEGER,
    "shared" BOOLEAN NOT NULL,
    "changed_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "money_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "money_change_changed_at_idx" ON "money_change"("changed_at");

CREATE TRIGGER money_change_kept BEFORE UPDATE OR DELETE ON money_change
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_row();

-- As before, and what changes is kept by its day. A recount of everything repairs what is counted, and is no change of it.
CREATE OR REPLACE FUNCTION soundings.count_money(owners uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  kept boolean := soundings.keeps_changes();
BEGIN
  PERFORM FROM question WHERE id = ANY(owners) ORDER BY id FOR NO KEY UPDATE;
  PERFORM FROM ledger_line WHERE id = ANY(owners) ORDER BY id FOR NO KEY UPDATE;
  WITH standing AS MATERIALIZED (SELECT * FROM soundings.standing_money WHERE owner_id = ANY(owners)),
    gone AS (DELETE FROM counted_money c WHERE c.owner_id = ANY(owners)
      AND NOT EXISTS (SELECT FROM standing s WHERE s.id = c.id AND s IS NOT DISTINCT FROM c) RETURNING c.*),
    changed AS MATERIALIZED (
      SELECT -1 AS change, gone.* FROM gone
      UNION ALL SELECT 1, s.* FROM standing s
        WHERE NOT EXISTS (SELECT FROM counted_money c WHERE c.id = s.id AND c IS NOT DISTINCT FROM s)),
    summed AS (INSERT INTO money_tally_change (change, source, organisation_id, amount, planned, actual, firm, ring_fenced,
        secure, starts_on, base, stated_on, estimate, strand_id, level_id, intervention_id, overseas, areas, activities)
      SELECT change, source, organisation_id, amount, planned, actual, firm, ring_fenced, secure, starts_on, base, stated_on,
        estimate, strand_id, level_id, intervention_id, overseas, areas, activities FROM changed WHERE shared)
  INSERT INTO money_change (change, owner_id, source, organisation_id, amount, planned, actual, firm, ring_fenced, secure,
      starts_on, base, stated_on, estimate, strand_id, level_id, intervention_id, overseas, areas, activities, shared, changed_at)
    SELECT change, owner_id, source, organisation_id, amount, planned, actual, firm, ring_fenced, secure, starts_on, base,
      stated_on, estimate, strand_id, level_id, intervention_id, overseas, areas, activities, shared, soundings.now()
    FROM changed WHERE kept;
  INSERT INTO counted_money SELECT * FROM soundings.standing_money s WHERE owner_id = ANY(owners)
    AND NOT EXISTS (SELECT FROM counted_money c WHERE c.id = s.id);
END $$;
