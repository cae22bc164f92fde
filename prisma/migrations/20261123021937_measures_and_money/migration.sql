-- CreateTable
CREATE TABLE "ledger_line" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "planned" BIGINT,
    "actual" BIGINT,
    "certainty" TEXT NOT NULL,
    "condition" TEXT NOT NULL DEFAULT '',
    "ring_fenced" BOOLEAN NOT NULL,
    "secure_from" INTEGER,
    "secure_until" INTEGER,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "base" TEXT NOT NULL,
    "stated_on" DATE NOT NULL,
    "estimate" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "activities" INTEGER,
    "strand_id" UUID,
    "level_id" UUID,
    "intervention_id" UUID,
    "overseas" BOOLEAN,
    "invented" BOOLEAN NOT NULL DEFAULT false,
    "supersedes_id" UUID,
    "import_id" UUID,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "ledger_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_line_area" (
    "line_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,

    CONSTRAINT "ledger_line_area_pkey" PRIMARY KEY ("line_id","term_id")
);

-- CreateTable
CREATE TABLE "money_band" (
    "id" UUID NOT NULL,
    "term_id" UUID NOT NULL,
    "low" DOUBLE PRECISION NOT NULL,
    "high" DOUBLE PRECISION NOT NULL,
    "holds_from" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "money_band_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measure" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "priority_id" UUID,
    "term_id" UUID,
    "item_id" UUID,
    "unit" TEXT NOT NULL,
    "wanted" TEXT NOT NULL,
    "period_kind" TEXT NOT NULL,
    "baseline" DOUBLE PRECISION,
    "baseline_on" DATE,
    "effect_months" INTEGER,
    "organisation_id" UUID,
    "owner_id" UUID,
    "review_on" DATE,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "state_reason" TEXT NOT NULL DEFAULT '',
    "piloted_at" TIMESTAMPTZ(6),
    "invented" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measure_version" (
    "measure_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "definition" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "change_note" TEXT NOT NULL DEFAULT '',
    "holds_from" DATE NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "measure_version_pkey" PRIMARY KEY ("measure_id","number")
);

-- CreateTable
CREATE TABLE "measure_value" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "measure_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "source" TEXT NOT NULL,
    "confidence" "Confidence" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "supersedes_id" UUID,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "measure_value_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measure_check" (
    "value_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "finding_id" UUID,
    "dataset_id" UUID,
    "impact_id" UUID,
    "address" TEXT,
    "note" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "measure_check_pkey" PRIMARY KEY ("value_id","step")
);

-- CreateTable
CREATE TABLE "scorecard" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "priority_set_id" UUID,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "number" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "content" JSONB NOT NULL,
    "issued_by_id" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "scorecard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "follow_up_schedule" (
    "subject" TEXT NOT NULL,
    "months" INTEGER NOT NULL,
    "escalate_days" INTEGER NOT NULL,

    CONSTRAINT "follow_up_schedule_pkey" PRIMARY KEY ("subject","months")
);

-- CreateTable
CREATE TABLE "follow_up" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "award_id" UUID,
    "finding_id" UUID,
    "measure_id" UUID,
    "months" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "owner_id" UUID,
    "outcome" TEXT,
    "words" TEXT NOT NULL DEFAULT '',
    "value_id" UUID,
    "answered_at" TIMESTAMPTZ(6),
    "answered_by_id" UUID,

    CONSTRAINT "follow_up_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "harm_figure" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "term_id" UUID,
    "other_threat" TEXT,
    "value" DOUBLE PRECISION NOT NULL,
    "unit" TEXT NOT NULL DEFAULT '',
    "year" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "estimate" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT NOT NULL DEFAULT '',
    "invented" BOOLEAN NOT NULL DEFAULT false,
    "supersedes_id" UUID,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "released_at" TIMESTAMPTZ(6),
    "released_by_id" UUID,

    CONSTRAINT "harm_figure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ledger_line_reference_key" ON "ledger_line"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_line_supersedes_id_key" ON "ledger_line"("supersedes_id");

-- CreateIndex
CREATE INDEX "ledger_line_starts_on_idx" ON "ledger_line"("starts_on");

-- CreateIndex
CREATE INDEX "ledger_line_recorded_at_id_idx" ON "ledger_line"("recorded_at", "id");

-- CreateIndex
CREATE INDEX "ledger_line_area_term_id_idx" ON "ledger_line_area"("term_id");

-- CreateIndex
CREATE UNIQUE INDEX "money_band_term_id_holds_from_key" ON "money_band"("term_id", "holds_from");

-- CreateIndex
CREATE UNIQUE INDEX "measure_reference_key" ON "measure"("reference");

-- CreateIndex
CREATE INDEX "measure_priority_id_idx" ON "measure"("priority_id");

-- CreateIndex
CREATE INDEX "measure_term_id_idx" ON "measure"("term_id");

-- CreateIndex
CREATE UNIQUE INDEX "measure_value_reference_key" ON "measure_value"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "measure_value_supersedes_id_key" ON "measure_value"("supersedes_id");

-- CreateIndex
CREATE INDEX "measure_value_measure_id_starts_on_idx" ON "measure_value"("measure_id", "starts_on");

-- CreateIndex
CREATE UNIQUE INDEX "scorecard_reference_key" ON "scorecard"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "follow_up_reference_key" ON "follow_up"("reference");

-- CreateIndex
CREATE INDEX "follow_up_owner_id_due_on_idx" ON "follow_up"("owner_id", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "follow_up_award_id_months_key" ON "follow_up"("award_id", "months");

-- CreateIndex
CREATE UNIQUE INDEX "follow_up_finding_id_months_key" ON "follow_up"("finding_id", "months");

-- CreateIndex
CREATE UNIQUE INDEX "follow_up_measure_id_months_key" ON "follow_up"("measure_id", "months");

-- CreateIndex
CREATE UNIQUE INDEX "harm_figure_reference_key" ON "harm_figure"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "harm_figure_supersedes_id_key" ON "harm_figure"("supersedes_id");

-- CreateIndex
CREATE INDEX "harm_figure_term_id_idx" ON "harm_figure"("term_id");

-- AddForeignKey
ALTER TABLE "ledger_line" ADD CONSTRAINT "ledger_line_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_line" ADD CONSTRAINT "ledger_line_strand_id_fkey" FOREIGN KEY ("strand_id") REFERENCES "term"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_line" ADD CONSTRAINT "ledger_line_level_id_fkey" FOREIGN KEY ("level_id") REFERENCES "term"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_line" ADD CONSTRAINT "ledger_line_intervention_id_fkey" FOREIGN KEY ("intervention_id") REFERENCES "term"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_line" ADD CONSTRAINT "ledger_line_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "ledger_line"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_line" ADD CONSTRAINT "ledger_line_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_line_area" ADD CONSTRAINT "ledger_line_area_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "ledger_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_line_area" ADD CONSTRAINT "ledger_line_area_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "money_band" ADD CONSTRAINT "money_band_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "money_band" ADD CONSTRAINT "money_band_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "money_band" ADD CONSTRAINT "money_band_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_priority_id_fkey" FOREIGN KEY ("priority_id") REFERENCES "priority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "framework_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_version" ADD CONSTRAINT "measure_version_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_version" ADD CONSTRAINT "measure_version_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_value" ADD CONSTRAINT "measure_value_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_value" ADD CONSTRAINT "measure_value_measure_id_version_fkey" FOREIGN KEY ("measure_id", "version") REFERENCES "measure_version"("measure_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_value" ADD CONSTRAINT "measure_value_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "measure_value"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_value" ADD CONSTRAINT "measure_value_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_check" ADD CONSTRAINT "measure_check_value_id_fkey" FOREIGN KEY ("value_id") REFERENCES "measure_value"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_check" ADD CONSTRAINT "measure_check_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_check" ADD CONSTRAINT "measure_check_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_check" ADD CONSTRAINT "measure_check_impact_id_fkey" FOREIGN KEY ("impact_id") REFERENCES "impact_record"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_check" ADD CONSTRAINT "measure_check_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scorecard" ADD CONSTRAINT "scorecard_priority_set_id_fkey" FOREIGN KEY ("priority_set_id") REFERENCES "priority_set"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scorecard" ADD CONSTRAINT "scorecard_issued_by_id_fkey" FOREIGN KEY ("issued_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "award"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_value_id_fkey" FOREIGN KEY ("value_id") REFERENCES "measure_value"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "harm_figure" ADD CONSTRAINT "harm_figure_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "harm_figure" ADD CONSTRAINT "harm_figure_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "harm_figure"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "harm_figure" ADD CONSTRAINT "harm_figure_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "harm_figure" ADD CONSTRAINT "harm_figure_released_by_id_fkey" FOREIGN KEY ("released_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE FUNCTION soundings.keep_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.refuse('RowIsKept', 'RowIsKept: What was recorded stays as it was; record what replaces it.');
  RETURN NULL;
END $$;

-- Measures: of one thing; none leaves draft without owner, organisation and a day to look again.
ALTER TABLE measure
  ADD CONSTRAINT measure_said_check CHECK (btrim(name) <> '' AND btrim(unit) <> ''),
  ADD CONSTRAINT measure_kinds_check CHECK (class IN ('input', 'output', 'outcome')
    AND part IN ('effort', 'impact', 'threatReduction') AND wanted IN ('higher', 'lower')
    AND period_kind IN ('month', 'quarter', 'year') AND state IN ('draft', 'pilot', 'inUse', 'retired')),
  ADD CONSTRAINT measure_about_check CHECK (num_nonnulls(priority_id, term_id, item_id) = 1),
  ADD CONSTRAINT measure_baseline_check CHECK ((baseline IS NULL) = (baseline_on IS NULL)),
  ADD CONSTRAINT measure_effect_check CHECK (effect_months BETWEEN 0 AND 240),
  ADD CONSTRAINT measure_owned_check
    CHECK (state = 'draft' OR num_nulls(owner_id, organisation_id, review_on) = 0),
  ADD CONSTRAINT measure_piloted_check CHECK (state = 'draft' OR state = 'retired' OR piloted_at IS NOT NULL),
  ADD CONSTRAINT measure_retired_check CHECK (state <> 'retired' OR btrim(state_reason) <> '');
ALTER TABLE measure_version ADD CONSTRAINT measure_version_said_check
  CHECK (number > 0 AND btrim(definition) <> '' AND btrim(method) <> '' AND btrim(source) <> ''
    AND (number = 1 OR btrim(change_note) <> ''));
ALTER TABLE measure_value ADD CONSTRAINT measure_value_sourced_check CHECK (btrim(source) <> '');
CREATE UNIQUE INDEX measure_value_one_a_period ON measure_value (measure_id, starts_on) WHERE supersedes_id IS NULL;

CREATE FUNCTION soundings.measure_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' THEN
      PERFORM soundings.refuse('MeasureBeginsAsDraft', 'MeasureBeginsAsDraft: A measure begins as a draft.');
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN
      (('draft', 'pilot'), ('pilot', 'inUse'), ('pilot', 'retired'), ('inUse', 'retired'), ('draft', 'retired')) THEN
    PERFORM soundings.refuse('MeasureMovesOnward', 'MeasureMovesOnward: A measure goes from draft to pilot to use, and is retired.');
  END IF;
  IF EXISTS (SELECT FROM measure_value v WHERE v.measure_id = OLD.id)
      AND (NEW.class, NEW.part, NEW.priority_id, NEW.term_id, NEW.item_id, NEW.unit, NEW.wanted, NEW.period_kind)
        IS DISTINCT FROM (OLD.class, OLD.part, OLD.priority_id, OLD.term_id, OLD.item_id, OLD.unit, OLD.wanted, OLD.period_kind) THEN
    PERFORM soundings.refuse('MeasureHasValues', 'MeasureHasValues: It has figures already, so what they mean stays. Retire it and define another.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER measure_moves BEFORE INSERT OR UPDATE ON measure FOR EACH ROW EXECUTE FUNCTION soundings.measure_moves();

CREATE FUNCTION soundings.measure_series() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last record;
BEGIN
  PERFORM FROM measure WHERE id = NEW.measure_id FOR UPDATE;
  SELECT max(number) AS number, max(holds_from) AS holds_from INTO last FROM measure_version WHERE measure_id = NEW.measure_id;
  IF NEW.number <> coalesce(last.number, 0) + 1 OR NEW.holds_from <= last.holds_from
     OR EXISTS (SELECT FROM measure_value v WHERE v.measure_id = NEW.measure_id AND v.starts_on >= NEW.holds_from) THEN
    PERFORM soundings.refuse('SeriesHasBegun',
      'SeriesHasBegun: A new definition holds from a day after the last one began and after every period that has a figure.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER measure_series BEFORE INSERT ON measure_version FOR EACH ROW EXECUTE FUNCTION soundings.measure_series();
CREATE TRIGGER measure_version_kept BEFORE UPDATE OR DELETE ON measure_version FOR EACH ROW EXECUTE FUNCTION soundings.keep_row();

-- A figure belongs to the definition that held when its period began, and begins where such periods begin.
CREATE FUNCTION soundings.measure_value_fits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of record;
  before record;
BEGIN
  SELECT m.state, m.period_kind,
    (SELECT max(v.number) FROM measure_version v WHERE v.measure_id = m.id AND v.holds_from <= NEW.starts_on) AS version
    INTO of FROM measure m WHERE m.id = NEW.measure_id FOR UPDATE;
  IF of.state NOT IN ('pilot', 'inUse') THEN
    PERFORM soundings.refuse('MeasureIsNotCounted', 'MeasureIsNotCounted: Figures are recorded while a measure is piloted or in use.');
  END IF;
  IF of.version IS NULL OR NEW.version <> of.version THEN
    PERFORM soundings.refuse('SeriesIsWrong', 'SeriesIsWrong: No definition held when that period began.');
  END IF;
  IF NEW.starts_on <> date_trunc(of.period_kind, NEW.starts_on::timestamp)::date THEN
    PERFORM soundings.refuse('PeriodIsWrong', 'PeriodIsWrong: A period begins on the first day of its month, quarter or year.');
  END IF;
  IF NEW.supersedes_id IS NOT NULL THEN
    SELECT v.measure_id, v.starts_on INTO before FROM measure_value v WHERE v.id = NEW.supersedes_id;
    IF (before.measure_id, before.starts_on) IS DISTINCT FROM (NEW.measure_id, NEW.starts_on) THEN
      PERFORM soundings.refuse('CorrectionIsElsewhere', 'CorrectionIsElsewhere: A correction is of the same measure and period.');
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER measure_value_fits BEFORE INSERT ON measure_value FOR EACH ROW EXECUTE FUNCTION soundings.measure_value_fits();
CREATE TRIGGER measure_value_kept BEFORE UPDATE OR DELETE ON measure_value FOR EACH ROW EXECUTE FUNCTION soundings.keep_row();

-- Claimed by whoever records it, then evidenced, then validated by somebody else.
ALTER TABLE measure_check
  ADD CONSTRAINT measure_check_step CHECK (step IN ('evidenced', 'validated')),
  ADD CONSTRAINT measure_check_said CHECK (btrim(note) <> ''),
  ADD CONSTRAINT measure_check_evidence
    CHECK (num_nonnulls(finding_id, dataset_id, impact_id, address) = CASE step WHEN 'evidenced' THEN 1 ELSE 0 END);
CREATE FUNCTION soundings.measure_check_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.step = 'validated' THEN
    IF NOT EXISTS (SELECT FROM measure_check c WHERE c.value_id = NEW.value_id AND c.step = 'evidenced') THEN
      PERFORM soundings.refuse('FigureIsNotEvidenced', 'FigureIsNotEvidenced: Evidence is linked before a figure is validated.');
    END IF;
    IF EXISTS (SELECT FROM measure_value v WHERE v.id = NEW.value_id AND v.recorded_by_id = NEW.by_id) THEN
      PERFORM soundings.refuse('OthersValidate', 'OthersValidate: Somebody other than who recorded a figure validates it.');
    END IF;
  END IF;
  IF EXISTS (SELECT FROM measure_value v WHERE v.supersedes_id = NEW.value_id) THEN
    PERFORM soundings.refuse('FigureIsSuperseded', 'FigureIsSuperseded: This figure was corrected. Look at the one that replaced it.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER measure_check_in_order BEFORE INSERT ON measure_check FOR EACH ROW EXECUTE FUNCTION soundings.measure_check_in_order();
CREATE TRIGGER measure_check_kept BEFORE UPDATE ON measure_check FOR EACH ROW EXECUTE FUNCTION soundings.keep_row();

ALTER TABLE scorecard ADD CONSTRAINT scorecard_period_check CHECK (number > 0 AND ends_on >= starts_on);
CREATE UNIQUE INDEX scorecard_numbered ON scorecard
  (coalesce(priority_set_id, '00000000-0000-0000-0000-000000000000'::uuid), starts_on, ends_on, number);
CREATE TRIGGER scorecard_kept BEFORE UPDATE OR DELETE ON scorecard FOR EACH ROW EXECUTE FUNCTION soundings.keep_row();

-- Follow-ups: data say after how many months.
ALTER TABLE follow_up_schedule ADD CONSTRAINT follow_up_schedule_check
  CHECK (subject IN ('award', 'finding', 'measure') AND months > 0 AND escalate_days >= 0);
INSERT INTO follow_up_schedule (subject, months, escalate_days)
  SELECT subject, months, 30 FROM unnest(ARRAY['award', 'finding', 'measure']) subject, unnest(ARRAY[6, 12, 24]) months;
ALTER TABLE follow_up
  ADD CONSTRAINT follow_up_about_check CHECK (num_nonnulls(award_id, finding_id, measure_id) = 1
    AND subject = CASE WHEN award_id IS NOT NULL THEN 'award' WHEN finding_id IS NOT NULL THEN 'finding' ELSE 'measure' END),
  ADD CONSTRAINT follow_up_answered_check CHECK ((outcome IS NULL) = (answered_at IS NULL)
    AND (outcome IS NULL) = (answered_by_id IS NULL) AND (outcome IS NULL OR btrim(words) <> '')),
  ADD CONSTRAINT follow_up_outcome_check CHECK (outcome IN ('value', 'note', 'noEffect') AND (value_id IS NULL OR outcome = 'value'));
CREATE INDEX follow_up_open ON follow_up (due_on) WHERE outcome IS NULL;
CREATE FUNCTION soundings.follow_up_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.outcome IS NOT NULL THEN
    PERFORM soundings.refuse('FollowUpIsAnswered', 'FollowUpIsAnswered: This has been answered already.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER follow_up_kept BEFORE UPDATE ON follow_up FOR EACH ROW EXECUTE FUNCTION soundings.follow_up_kept();

-- A reference as the product makes them: seven signs of 29, and the check that `reference.ts` asks for.
CREATE FUNCTION soundings.random_reference() RETURNS text LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  alphabet CONSTANT text := '23456789ABCDEFGHJKMNPQRSTVWXY';
  random bytea := uuid_send(gen_random_uuid());
  body text := '';
  total integer := 0;
  sign integer;
BEGIN
  -- Bytes 6 and 8 of a random UUID hold its version, so byte 9 is the seventh.
  FOR i IN 1..7 LOOP
    sign := get_byte(random, CASE i WHEN 7 THEN 9 ELSE i - 1 END) % 29;
    body := body || substr(alphabet, sign + 1, 1);
    total := total + i * sign;
  END LOOP;
  RETURN body || substr(alphabet, total % 29 + 1, 1);
END $$;
CREATE FUNCTION soundings.make_follow_ups(what text, thing uuid, owner uuid, since timestamptz) RETURNS void LANGUAGE sql AS $$
  INSERT INTO follow_up (id, reference, subject, award_id, finding_id, measure_id, months, due_on, owner_id)
  SELECT gen_random_uuid(), soundings.random_reference(), s.subject,
    CASE what WHEN 'award' THEN thing END, CASE what WHEN 'finding' THEN thing END, CASE what WHEN 'measure' THEN thing END,
    s.months, ((since AT TIME ZONE 'Europe/London')::date + make_interval(months => s.months))::date, owner
  FROM follow_up_schedule s WHERE s.subject = what
  ON CONFLICT DO NOTHING
$$;
CREATE FUNCTION soundings.follow_up_begins() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  owner uuid;
BEGIN
  IF TG_TABLE_NAME = 'award' THEN
    SELECT q.author_id INTO owner FROM question q WHERE q.id = NEW.question_id;
    PERFORM soundings.make_follow_ups('award', NEW.id, owner, NEW.closed_at);
  ELSIF TG_TABLE_NAME = 'finding' THEN
    PERFORM soundings.make_follow_ups('finding', NEW.id, NEW.submitted_by_id, NEW.published_at);
  ELSE
    PERFORM soundings.make_follow_ups('measure', NEW.id, NEW.owner_id, NEW.piloted_at);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER award_follow_ups AFTER INSERT OR UPDATE OF closed_at ON award
  FOR EACH ROW WHEN (NEW.closed_at IS NOT NULL) EXECUTE FUNCTION soundings.follow_up_begins();
-- A bare reference has no use to look for; whoever brought the finding in looks what became of it.
CREATE TRIGGER finding_follow_ups AFTER INSERT OR UPDATE OF published_at ON finding
  FOR EACH ROW WHEN (NEW.published_at IS NOT NULL AND NOT NEW.bibliographic AND NEW.submitted_by_id IS NOT NULL)
  EXECUTE FUNCTION soundings.follow_up_begins();
CREATE TRIGGER measure_follow_ups AFTER UPDATE OF piloted_at ON measure
  FOR EACH ROW WHEN (NEW.piloted_at IS NOT NULL) EXECUTE FUNCTION soundings.follow_up_begins();

-- Harm.
ALTER TABLE harm_figure
  ADD CONSTRAINT harm_figure_kind_check CHECK (kind IN ('deaths', 'people', 'economy', 'attitude')),
  ADD CONSTRAINT harm_figure_about_check CHECK (num_nonnulls(term_id, other_threat) = 1 AND other_threat <> ''),
  ADD CONSTRAINT harm_figure_source_check CHECK (btrim(source) <> '' AND year BETWEEN 1900 AND 2200),
  ADD CONSTRAINT harm_figure_value_check CHECK (value >= 0 AND (kind <> 'attitude' OR (value <= 100 AND btrim(note) <> ''))),
  ADD CONSTRAINT harm_figure_released_check CHECK ((released_at IS NULL) = (released_by_id IS NULL));
CREATE FUNCTION soundings.harm_figure_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'released_at' - 'released_by_id' = to_jsonb(OLD) - 'released_at' - 'released_by_id' THEN
    RETURN NEW;
  END IF;
  PERFORM soundings.refuse('RowIsKept', 'RowIsKept: What was recorded stays as it was; record what replaces it.');
  RETURN NULL;
END $$;
CREATE TRIGGER harm_figure_kept BEFORE UPDATE OR DELETE ON harm_figure FOR EACH ROW EXECUTE FUNCTION soundings.harm_figure_kept();

-- Money of the field, in pence.
ALTER TABLE ledger_line
  ADD CONSTRAINT ledger_line_amount_check CHECK (num_nonnulls(planned, actual) > 0 AND planned >= 0 AND actual >= 0),
  ADD CONSTRAINT ledger_line_certainty_check CHECK (certainty IN ('firm', 'conditional')
    AND (certainty = 'conditional') = (btrim(condition) <> '')),
  ADD CONSTRAINT ledger_line_years_check CHECK ((secure_from IS NULL) = (secure_until IS NULL) AND secure_until >= secure_from),
  ADD CONSTRAINT ledger_line_period_check CHECK (ends_on >= starts_on),
  ADD CONSTRAINT ledger_line_said_check CHECK (btrim(purpose) <> '' AND btrim(base) <> '' AND btrim(source) <> ''),
  ADD CONSTRAINT ledger_line_activities_check CHECK (activities >= 0);
CREATE TRIGGER ledger_line_kept BEFORE UPDATE OR DELETE ON ledger_line FOR EACH ROW EXECUTE FUNCTION soundings.keep_row();
CREATE TRIGGER ledger_line_area_kept BEFORE UPDATE OR DELETE ON ledger_line_area FOR EACH ROW EXECUTE FUNCTION soundings.keep_row();
ALTER TABLE money_band ADD CONSTRAINT money_band_check
  CHECK (low >= 0 AND high <= 100 AND low <= high AND btrim(reason) <> '');
CREATE TRIGGER money_band_kept BEFORE UPDATE OR DELETE ON money_band FOR EACH ROW EXECUTE FUNCTION soundings.keep_row();
