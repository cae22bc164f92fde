-- All money as it counts, one row a funder or line, and its sums by what it is asked by: triggers keep both.
CREATE TABLE "counted_money" (
  "id" UUID NOT NULL,
  "owner_id" UUID NOT NULL,
  "award_id" UUID,
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

  CONSTRAINT "counted_money_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "counted_money_owner_id_idx" ON "counted_money"("owner_id");
CREATE INDEX "counted_money_starts_on_id_idx" ON "counted_money"("starts_on", "id");
CREATE INDEX counted_money_unshared ON counted_money (id) WHERE NOT shared;

CREATE TABLE "money_tally" (
  "dimension" TEXT NOT NULL,
  "quarter" DATE NOT NULL,
  "base" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "lines" INTEGER NOT NULL,
  "amount" BIGINT NOT NULL,
  "firm_lines" INTEGER NOT NULL,
  "firm" BIGINT NOT NULL,
  "ring_fenced" BIGINT NOT NULL,
  "secure" BIGINT NOT NULL,
  "planned" BIGINT NOT NULL,
  "actual_lines" INTEGER NOT NULL,
  "actual" BIGINT NOT NULL,
  "estimates" INTEGER NOT NULL,
  "estimated" BIGINT NOT NULL,
  "overseas" BIGINT NOT NULL,
  "home" BIGINT NOT NULL,
  "activities" BIGINT NOT NULL,

  CONSTRAINT "money_tally_pkey" PRIMARY KEY ("dimension", "quarter", "base", "source", "key")
);

CREATE TABLE "money_tally_change" (
  "id" BIGSERIAL NOT NULL,
  "change" INTEGER NOT NULL,
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

  CONSTRAINT "money_tally_change_pkey" PRIMARY KEY ("id")
);

CREATE FUNCTION soundings.uk_day(at timestamptz) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT (at AT TIME ZONE 'Europe/London')::date $$;

-- Each pound once, with the columns of counted_money. An award counts by its funders, and what they leave by the asking
-- team's organisation; what a question was promised counts only until an award was noticed; then come entered lines.
-- A dimension that several terms of a question compete for is nobody's, because nobody said how to split. Shared is
-- what everybody reads who reads all money together: a published question that is decided, and every line.
CREATE VIEW soundings.standing_money AS
  SELECT m.id, q.id AS owner_id, m.award_id, m.source, m.organisation_id, m.amount, m.planned, m.actual, m.firm, m.ring_fenced,
    m.secure, m.starts_on, 'Research through Soundings' AS base, m.stated_on, false AS estimate, said.strand_id, said.level_id,
    said.intervention_id, said.overseas, coalesce(said.areas, '{}'::uuid[]) AS areas, NULL::int AS activities,
    q.published_at IS NOT NULL AND coalesce(q.decided_at, q.answered_at) IS NOT NULL AS shared
  FROM question q
    CROSS JOIN LATERAL (
      SELECT u.id, a.id AS award_id, 'award' AS source, u.organisation_id, u.amount::bigint AS amount,
        coalesce(t.planned, u.amount)::bigint AS planned, t.actual::bigint AS actual, u.certainty = 'firm' AS firm, u.ring_fenced,
        coalesce(u.secure_until - u.secure_from >= 1, false) AS secure,
        coalesce(a.starts_on, soundings.uk_day(a.notice_at)) AS starts_on, soundings.uk_day(a.notice_at) AS stated_on
      FROM award a JOIN funding u ON u.award_id = a.id
        LEFT JOIN LATERAL (SELECT sum(x.planned_amount) AS planned, sum(x.actual_amount) AS actual FROM tranche x
          WHERE x.funding_id = u.id) t ON true
      WHERE a.question_id = q.id AND a.withdrawn_at IS NULL AND a.notice_at IS NOT NULL
      UNION ALL
      SELECT a.id, a.id, 'award', k.organisation_id, a.amount - given.amount, a.amount - given.amount, NULL, true, false, false,
        coalesce(a.starts_on, soundings.uk_day(a.notice_at)), soundings.uk_day(a.notice_at)
      FROM award a JOIN team k ON k.id = q.team_id
        CROSS JOIN LATERAL (SELECT coalesce(sum(u.amount), 0)::bigint AS amount FROM funding u WHERE u.award_id = a.id) given
      WHERE a.question_id = q.id AND a.withdrawn_at IS NULL AND a.notice_at IS NOT NULL AND a.amount > given.amount
      UNION ALL
      SELECT u.id, NULL, 'pledge', u.organisation_id, u.amount, u.amount, NULL,
        u.certainty = 'firm' OR EXISTS (SELECT FROM funding_change c WHERE c.funding_id = u.id AND c.certainty = 'firm'),
        u.ring_fenced, coalesce(u.secure_until - u.secure_from >= 1, false), soundings.uk_day(u.recorded_at),
        soundings.uk_day(u.recorded_at)
      FROM funding u
      WHERE u.question_id = q.id AND u.award_id IS NULL
        AND NOT EXISTS (SELECT FROM funding_change c WHERE c.funding_id = u.id AND c.certainty = 'fallenAway')
        AND NOT EXISTS (SELECT FROM award a WHERE a.question_id = q.id AND a.withdrawn_at IS NULL AND a.notice_at IS NOT NULL)) m
    CROSS JOIN LATERAL (
      SELECT CASE count(*) FILTER (WHERE t.scheme = 'strand')
          WHEN 1 THEN (min(t.id::text) FILTER (WHERE t.scheme = 'strand'))::uuid END AS strand_id,
        CASE count(*) FILTER (WHERE t.scheme = 'level')
          WHEN 1 THEN (min(t.id::text) FILTER (WHERE t.scheme = 'level'))::uuid END AS level_id,
        CASE count(*) FILTER (WHERE t.scheme = 'interventionType')
          WHEN 1 THEN (min(t.id::text) FILTER (WHERE t.scheme = 'interventionType'))::uuid END AS intervention_id,
        CASE WHEN bool_and(t.slug = 'international') FILTER (WHERE t.scheme = 'level') THEN true
          WHEN NOT bool_or(t.slug = 'international') FILTER (WHERE t.scheme = 'level') THEN false END AS overseas,
        array_agg(t.id ORDER BY t.id) FILTER (WHERE t.scheme = 'threatArea') AS areas
      FROM question_term x JOIN term t ON t.id = x.term_id WHERE x.question_id = q.id) said
  WHERE q.withdrawn_at IS NULL AND q.merged_into_id IS NULL
  UNION ALL
  SELECT l.id, l.id, NULL, 'line', l.organisation_id, coalesce(l.actual, l.planned), l.planned, l.actual, l.certainty = 'firm',
    l.ring_fenced, coalesce(l.secure_until - l.secure_from >= 1, false), l.starts_on, l.base, l.stated_on, l.estimate,
    l.strand_id, l.level_id, l.intervention_id, l.overseas,
    ARRAY(SELECT x.term_id FROM ledger_line_area x WHERE x.line_id = l.id ORDER BY x.term_id), l.activities, true
  FROM ledger_line l WHERE NOT EXISTS (SELECT FROM ledger_line n WHERE n.supersedes_id = l.id);

-- Counts the money of questions or lines anew, where anything of it changed. Two who change the money of one at once
-- wait for each other at its row, and the second counts what both left.
CREATE FUNCTION soundings.count_money(owners uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM question WHERE id = ANY(owners) ORDER BY id FOR NO KEY UPDATE;
  PERFORM FROM ledger_line WHERE id = ANY(owners) ORDER BY id FOR NO KEY UPDATE;
  WITH standing AS MATERIALIZED (SELECT * FROM soundings.standing_money WHERE owner_id = ANY(owners)),
    gone AS (DELETE FROM counted_money c WHERE c.owner_id = ANY(owners)
      AND NOT EXISTS (SELECT FROM standing s WHERE s.id = c.id AND s IS NOT DISTINCT FROM c) RETURNING c.*),
    changed AS (
      SELECT -1 AS change, gone.* FROM gone
      UNION ALL SELECT 1, s.* FROM standing s
        WHERE NOT EXISTS (SELECT FROM counted_money c WHERE c.id = s.id AND c IS NOT DISTINCT FROM s))
  INSERT INTO money_tally_change (change, source, organisation_id, amount, planned, actual, firm, ring_fenced, secure,
      starts_on, base, stated_on, estimate, strand_id, level_id, intervention_id, overseas, areas, activities)
    SELECT change, source, organisation_id, amount, planned, actual, firm, ring_fenced, secure, starts_on, base, stated_on,
      estimate, strand_id, level_id, intervention_id, overseas, areas, activities FROM changed WHERE shared;
  INSERT INTO counted_money SELECT * FROM soundings.standing_money s WHERE owner_id = ANY(owners)
    AND NOT EXISTS (SELECT FROM counted_money c WHERE c.id = s.id);
END $$;

CREATE FUNCTION soundings.money_of_question_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM soundings.count_money(ARRAY[OLD.question_id]); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM soundings.count_money(ARRAY[NEW.question_id]); END IF;
  RETURN NULL;
END $$;
-- Money of an award counts where the award is, and other money where it was named.
CREATE FUNCTION soundings.count_funding(of_question uuid, of_award uuid) RETURNS void LANGUAGE sql AS $$
  SELECT soundings.count_money(ARRAY[coalesce((SELECT question_id FROM award WHERE id = of_award), of_question)])
$$;
CREATE FUNCTION soundings.money_of_funding_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM soundings.count_funding(OLD.question_id, OLD.award_id); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM soundings.count_funding(NEW.question_id, NEW.award_id); END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION soundings.money_of_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.count_funding(question_id, award_id)
    FROM funding WHERE id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.funding_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.funding_id END);
  RETURN NULL;
END $$;
CREATE FUNCTION soundings.money_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.count_money(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
CREATE FUNCTION soundings.money_of_team_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.count_money(ARRAY(SELECT id FROM question WHERE team_id = NEW.id));
  RETURN NULL;
END $$;
CREATE FUNCTION soundings.lines_were_entered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.count_money(ARRAY(SELECT id FROM entered
    UNION SELECT supersedes_id FROM entered WHERE supersedes_id IS NOT NULL));
  RETURN NULL;
END $$;
CREATE FUNCTION soundings.lines_were_tagged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.count_money(ARRAY(SELECT DISTINCT line_id FROM tagged));
  RETURN NULL;
END $$;

CREATE TRIGGER question_money_counted AFTER UPDATE OF published_at, decided_at, answered_at, withdrawn_at, merged_into_id, team_id
  ON question FOR EACH ROW EXECUTE FUNCTION soundings.money_changed();
CREATE TRIGGER question_term_money_counted AFTER INSERT OR UPDATE OR DELETE ON question_term
  FOR EACH ROW EXECUTE FUNCTION soundings.money_of_question_changed();
CREATE TRIGGER award_money_counted AFTER INSERT OR DELETE OR UPDATE OF amount, withdrawn_at, notice_at, starts_on, question_id ON award
  FOR EACH ROW EXECUTE FUNCTION soundings.money_of_question_changed();
CREATE TRIGGER funding_money_counted AFTER INSERT OR UPDATE OR DELETE ON funding
  FOR EACH ROW EXECUTE FUNCTION soundings.money_of_funding_changed();
CREATE TRIGGER funding_change_money_counted AFTER INSERT ON funding_change
  FOR EACH ROW EXECUTE FUNCTION soundings.money_of_part_changed();
CREATE TRIGGER tranche_money_counted AFTER INSERT OR UPDATE OR DELETE ON tranche
  FOR EACH ROW EXECUTE FUNCTION soundings.money_of_part_changed();
CREATE TRIGGER team_money_counted AFTER UPDATE OF organisation_id ON team
  FOR EACH ROW WHEN (OLD.organisation_id <> NEW.organisation_id) EXECUTE FUNCTION soundings.money_of_team_changed();
CREATE TRIGGER ledger_line_counted AFTER INSERT ON ledger_line
  REFERENCING NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION soundings.lines_were_entered();
CREATE TRIGGER ledger_line_area_counted AFTER INSERT ON ledger_line_area
  REFERENCING NEW TABLE AS tagged FOR EACH STATEMENT EXECUTE FUNCTION soundings.lines_were_tagged();

-- What a row of money adds to the sums, once for each thing that it is asked by. An empty key: nobody said.
CREATE FUNCTION soundings.money_parts(change int, organisation_id uuid, amount bigint, planned bigint, actual bigint, firm boolean,
  ring_fenced boolean, secure boolean, stated_on date, estimate boolean, strand_id uuid, level_id uuid, intervention_id uuid,
  overseas boolean, areas uuid[], activities int)
RETURNS TABLE (dimension text, key text, lines int, amount bigint, firm_lines int, firm bigint, ring_fenced bigint, secure bigint,
  planned bigint, actual_lines int, actual bigint, estimates int, estimated bigint, overseas bigint, home bigint, activities bigint)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 6 AS $$
  SELECT d.dimension, d.key, $1, $1 * $3, CASE WHEN $6 THEN $1 ELSE 0 END, CASE WHEN $6 THEN $1 * $3 ELSE 0::bigint END,
    CASE WHEN $7 THEN $1 * $3 ELSE 0::bigint END, CASE WHEN $8 THEN $1 * $3 ELSE 0::bigint END, $1 * coalesce($4, 0::bigint),
    CASE WHEN $5 IS NULL THEN 0 ELSE $1 END, $1 * coalesce($5, 0::bigint), CASE WHEN $10 THEN $1 ELSE 0 END,
    CASE WHEN $10 THEN $1 * $3 ELSE 0::bigint END, CASE WHEN $14 THEN $1 * $3 ELSE 0::bigint END,
    CASE WHEN NOT $14 THEN $1 * $3 ELSE 0::bigint END, $1::bigint * coalesce($16, 0)
  FROM (VALUES ('strand', coalesce($11::text, '')), ('level', coalesce($12::text, '')), ('intervention', coalesce($13::text, '')),
    ('areas', $15::text), ('organisation', $2::text), ('stated', $9::text)) d(dimension, key)
$$;

-- Changes become sums; whatever is added meanwhile waits for the next time. A key of an index has a largest size: of
-- money with more areas than fit, the change itself is what counts.
CREATE FUNCTION soundings.fold_money_tallies() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH taken AS (DELETE FROM money_tally_change WHERE octet_length(areas::text) <= 1500 AND octet_length(base) <= 800 RETURNING *)
  INSERT INTO money_tally AS kept (dimension, quarter, base, source, key, lines, amount, firm_lines, firm, ring_fenced, secure,
      planned, actual_lines, actual, estimates, estimated, overseas, home, activities)
    SELECT p.dimension, date_trunc('quarter', m.starts_on)::date, m.base, m.source, p.key, sum(p.lines), sum(p.amount),
      sum(p.firm_lines), sum(p.firm), sum(p.ring_fenced), sum(p.secure), sum(p.planned), sum(p.actual_lines), sum(p.actual),
      sum(p.estimates), sum(p.estimated), sum(p.overseas), sum(p.home), sum(p.activities)
    FROM taken m CROSS JOIN LATERAL soundings.money_parts(m.change, m.organisation_id, m.amount, m.planned, m.actual, m.firm,
      m.ring_fenced, m.secure, m.stated_on, m.estimate, m.strand_id, m.level_id, m.intervention_id, m.overseas, m.areas,
      m.activities) p
    GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT (dimension, quarter, base, source, key) DO UPDATE SET lines = kept.lines + EXCLUDED.lines,
    amount = kept.amount + EXCLUDED.amount, firm_lines = kept.firm_lines + EXCLUDED.firm_lines, firm = kept.firm + EXCLUDED.firm,
    ring_fenced = kept.ring_fenced + EXCLUDED.ring_fenced, secure = kept.secure + EXCLUDED.secure,
    planned = kept.planned + EXCLUDED.planned, actual_lines = kept.actual_lines + EXCLUDED.actual_lines,
    actual = kept.actual + EXCLUDED.actual, estimates = kept.estimates + EXCLUDED.estimates,
    estimated = kept.estimated + EXCLUDED.estimated, overseas = kept.overseas + EXCLUDED.overseas,
    home = kept.home + EXCLUDED.home, activities = kept.activities + EXCLUDED.activities;
  DELETE FROM money_tally WHERE lines = 0;
END $$;

-- All money counted anew.
CREATE PROCEDURE soundings.tally_money() LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE counted_money, money_tally, money_tally_change RESTART IDENTITY;
  INSERT INTO counted_money SELECT * FROM soundings.standing_money;
  INSERT INTO money_tally_change (change, source, organisation_id, amount, planned, actual, firm, ring_fenced, secure, starts_on,
      base, stated_on, estimate, strand_id, level_id, intervention_id, overseas, areas, activities)
    SELECT 1, source, organisation_id, amount, planned, actual, firm, ring_fenced, secure, starts_on, base, stated_on, estimate,
      strand_id, level_id, intervention_id, overseas, areas, activities FROM counted_money WHERE shared;
  PERFORM soundings.fold_money_tallies();
  ANALYZE counted_money, money_tally, money_tally_change;
END $$;

ALTER PROCEDURE soundings.tally_everything() RENAME TO tally_findings;
-- Everything counted anew, as after a restored backup without counts.
CREATE PROCEDURE soundings.tally_everything() LANGUAGE plpgsql AS $$
BEGIN
  CALL soundings.tally_findings();
  CALL soundings.tally_money();
END $$;

CALL soundings.tally_money();
