-- CreateTable
CREATE TABLE "relevance_span" (
    "id" BIGSERIAL NOT NULL,
    "finding_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,
    "held_from" TIMESTAMPTZ(6),
    "held_until" TIMESTAMPTZ(6),

    CONSTRAINT "relevance_span_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "expert_span" (
    "id" BIGSERIAL NOT NULL,
    "person_id" UUID,
    "term_ids" UUID[],
    "derived_ids" UUID[],
    "availability" "Availability" NOT NULL,
    "available_from" DATE,
    "held_from" TIMESTAMPTZ(6),
    "held_until" TIMESTAMPTZ(6),

    CONSTRAINT "expert_span_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "relevance_span_finding_id_idx" ON "relevance_span"("finding_id");

-- CreateIndex
CREATE INDEX "expert_span_person_id_idx" ON "expert_span"("person_id");

-- CreateIndex
CREATE INDEX "expert_span_term_ids_idx" ON "expert_span" USING GIN ("term_ids");

-- AddForeignKey
ALTER TABLE "relevance_span" ADD CONSTRAINT "relevance_span_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert_span" ADD CONSTRAINT "expert_span_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE relevance_span
  ADD CONSTRAINT relevance_span_level_check CHECK (level BETWEEN 1 AND 5),
  ADD CONSTRAINT relevance_span_time_check CHECK (held_until >= held_from);
CREATE UNIQUE INDEX relevance_span_one_open ON relevance_span (finding_id) WHERE held_until IS NULL;
ALTER TABLE expert_span ADD CONSTRAINT expert_span_time_check CHECK (held_until >= held_from);
CREATE UNIQUE INDEX expert_span_one_open ON expert_span (person_id) WHERE held_until IS NULL;

-- Called where estimates were worked out anew: estimates move a little every night, whole points seldom.
CREATE FUNCTION soundings.note_relevance() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  at timestamptz := soundings.now();
  kept boolean := soundings.keeps_changes();
BEGIN
  UPDATE relevance_span s SET held_until = at WHERE kept AND s.held_until IS NULL AND s.level IS DISTINCT FROM
    (SELECT floor(max(i.estimate)) FROM rating_fit_item i WHERE i.finding_id = s.finding_id);
  DELETE FROM relevance_span WHERE NOT kept;
  INSERT INTO relevance_span (finding_id, level, held_from)
    SELECT i.finding_id, floor(max(i.estimate)), CASE WHEN kept THEN at END FROM rating_fit_item i
    WHERE NOT EXISTS (SELECT FROM relevance_span s WHERE s.finding_id = i.finding_id AND s.held_until IS NULL)
    GROUP BY i.finding_id;
END $$;

CREATE FUNCTION soundings.expert_state(people uuid[])
RETURNS TABLE (person_id uuid, term_ids uuid[], derived_ids uuid[], availability "Availability", available_from date)
LANGUAGE sql STABLE AS $$
  SELECT p.id, ARRAY(SELECT x.term_id FROM expert_term x WHERE x.person_id = p.id ORDER BY 1),
    ARRAY(SELECT d.term_id FROM derived_expert_term d WHERE d.person_id = p.id AND d.rejected_at IS NULL ORDER BY 1),
    e.availability, e.available_from
  FROM person p JOIN expert_profile e ON e.person_id = p.id AND e.listed
  WHERE p.id = ANY(people) AND p.verified_at IS NOT NULL AND p.suspended_at IS NULL AND p.erased_at IS NULL
    AND p.merged_into_id IS NULL
$$;

-- A span that began in the same transaction never held for anybody else, so that it goes instead of ending.
CREATE FUNCTION soundings.note_experts(people uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  at timestamptz;
  kept boolean := soundings.keeps_changes();
BEGIN
  IF coalesce(cardinality(people), 0) = 0 THEN RETURN; END IF;
  PERFORM FROM person WHERE id = ANY(people) ORDER BY id FOR NO KEY UPDATE;
  at := soundings.now();
  DELETE FROM expert_span s WHERE s.person_id = ANY(people) AND s.held_until IS NULL
    AND (NOT kept OR s.xmin::text = pg_current_xact_id()::xid::text);
  UPDATE expert_span s SET held_until = greatest(at, s.held_from) WHERE s.person_id = ANY(people) AND s.held_until IS NULL
    AND NOT EXISTS (SELECT FROM soundings.expert_state(people) n WHERE n.person_id = s.person_id
      AND (n.term_ids, n.derived_ids, n.availability, n.available_from)
        IS NOT DISTINCT FROM (s.term_ids, s.derived_ids, s.availability, s.available_from));
  INSERT INTO expert_span (person_id, term_ids, derived_ids, availability, available_from, held_from)
    SELECT n.*, CASE WHEN kept THEN at END FROM soundings.expert_state(people) n
    WHERE NOT EXISTS (SELECT FROM expert_span s WHERE s.person_id = n.person_id AND s.held_until IS NULL);
END $$;

CREATE FUNCTION soundings.note_expert_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    PERFORM soundings.note_experts(ARRAY(SELECT person_id FROM changed UNION SELECT person_id FROM became));
  ELSE
    PERFORM soundings.note_experts(ARRAY(SELECT DISTINCT person_id FROM changed));
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION soundings.note_expert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.note_experts(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
DO $$
DECLARE
  held text;
BEGIN
  FOREACH held IN ARRAY ARRAY['expert_profile', 'expert_term', 'derived_expert_term'] LOOP
    EXECUTE format('CREATE TRIGGER note_gained AFTER INSERT ON %I REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION soundings.note_expert_rows()', held);
    EXECUTE format('CREATE TRIGGER note_lost AFTER DELETE ON %I REFERENCING OLD TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION soundings.note_expert_rows()', held);
    EXECUTE format('CREATE TRIGGER note_other AFTER UPDATE ON %I REFERENCING OLD TABLE AS changed NEW TABLE AS became
      FOR EACH STATEMENT EXECUTE FUNCTION soundings.note_expert_rows()', held);
  END LOOP;
END $$;
CREATE TRIGGER note_expert AFTER UPDATE OF verified_at, suspended_at, erased_at, merged_into_id ON person FOR EACH ROW
  WHEN ((OLD.verified_at, OLD.suspended_at, OLD.erased_at, OLD.merged_into_id)
    IS DISTINCT FROM (NEW.verified_at, NEW.suspended_at, NEW.erased_at, NEW.merged_into_id))
  EXECUTE FUNCTION soundings.note_expert();

INSERT INTO expert_span (person_id, term_ids, derived_ids, availability, available_from)
  SELECT n.* FROM soundings.expert_state(ARRAY(SELECT person_id FROM expert_profile)) n;
INSERT INTO relevance_span (finding_id, level)
  SELECT finding_id, floor(max(estimate)) FROM rating_fit_item GROUP BY finding_id;
