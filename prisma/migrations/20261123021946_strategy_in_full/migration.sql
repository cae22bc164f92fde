-- CreateEnum
CREATE TYPE "UnderstandingDimension" AS ENUM ('scale', 'nature', 'drivers', 'harm', 'response');

-- CreateEnum
CREATE TYPE "UnderstandingLevel" AS ENUM ('weak', 'partial', 'good');

-- CreateEnum
CREATE TYPE "IndicatorKind" AS ENUM ('threat', 'harm');

-- CreateEnum
CREATE TYPE "CountryRole" AS ENUM ('source', 'transit', 'destination');

-- AlterTable
ALTER TABLE "priority_set" ADD COLUMN     "interim" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "joint_set_id" UUID,
ADD COLUMN     "owner_organisation_id" UUID,
ADD COLUMN     "owner_team_id" UUID;

-- CreateTable
CREATE TABLE "joint_set" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "kind" "PriorityKind" NOT NULL,
    "starts_written" TEXT NOT NULL,
    "ends_written" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "priorities" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(6) NOT NULL,
    "changed_at" TIMESTAMPTZ(6) NOT NULL,
    "published_at" TIMESTAMPTZ(6),
    "withdrawn_at" TIMESTAMPTZ(6),
    "withdrawn_by_id" UUID,
    "withdrawn_reason" TEXT,

    CONSTRAINT "joint_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "joint_set_owner" (
    "joint_set_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "joint_set_owner_pkey" PRIMARY KEY ("joint_set_id","organisation_id")
);

-- CreateTable
CREATE TABLE "joint_set_signature" (
    "id" UUID NOT NULL,
    "joint_set_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "signed_by_id" UUID NOT NULL,
    "text_hash" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "joint_set_signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "following" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "framework_id" UUID,
    "priority_set_id" UUID,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "note" TEXT NOT NULL DEFAULT '',
    "declared_by_id" UUID NOT NULL,
    "declared_at" TIMESTAMPTZ(6) NOT NULL,
    "ended_by_id" UUID,
    "ended_at" TIMESTAMPTZ(6),
    "ended_why" TEXT,
    "declared_until" DATE,

    CONSTRAINT "following_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "weighting" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "harm" INTEGER NOT NULL,
    "gap" INTEGER NOT NULL,
    "timeliness" INTEGER NOT NULL,
    "feasibility" INTEGER NOT NULL,
    "domestic" INTEGER NOT NULL,
    "overseas" INTEGER NOT NULL,
    "standing" BOOLEAN NOT NULL DEFAULT false,
    "saved_by_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "weighting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objective_version" (
    "id" UUID NOT NULL,
    "framework_item_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "owner_organisation_id" UUID,
    "owner_words" TEXT NOT NULL DEFAULT '',
    "measure" TEXT NOT NULL DEFAULT '',
    "cost_pounds" INTEGER,
    "due_on" DATE,
    "rationale" TEXT NOT NULL DEFAULT '',
    "change_note" TEXT NOT NULL,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "objective_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objective_area" (
    "objective_version_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,

    CONSTRAINT "objective_area_pkey" PRIMARY KEY ("objective_version_id","term_id")
);

-- CreateTable
CREATE TABLE "understanding_rating" (
    "id" UUID NOT NULL,
    "term_id" UUID NOT NULL,
    "dimension" "UnderstandingDimension" NOT NULL,
    "number" INTEGER NOT NULL,
    "level" "UnderstandingLevel",
    "basis" TEXT NOT NULL,
    "review_by" DATE,
    "rated_by_id" UUID NOT NULL,
    "rated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "understanding_rating_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "understanding_evidence" (
    "rating_id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,

    CONSTRAINT "understanding_evidence_pkey" PRIMARY KEY ("rating_id","finding_id")
);

-- CreateTable
CREATE TABLE "understanding_team" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "authorised_by_id" UUID NOT NULL,
    "authorised_at" TIMESTAMPTZ(6) NOT NULL,
    "ended_by_id" UUID,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "understanding_team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "term_id" UUID NOT NULL,
    "kind" "IndicatorKind" NOT NULL,
    "name" TEXT NOT NULL,
    "measures" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "baseline_written" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_point" (
    "id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "period_written" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "source" TEXT NOT NULL,
    "source_date" DATE NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "indicator_point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_break" (
    "id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "period_written" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "what" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "indicator_break_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_country" (
    "question_id" UUID NOT NULL,
    "country" TEXT NOT NULL,
    "role" "CountryRole" NOT NULL,

    CONSTRAINT "question_country_pkey" PRIMARY KEY ("question_id","country","role")
);

-- CreateTable
CREATE TABLE "finding_country" (
    "finding_id" UUID NOT NULL,
    "country" TEXT NOT NULL,
    "role" "CountryRole" NOT NULL,

    CONSTRAINT "finding_country_pkey" PRIMARY KEY ("finding_id","country","role")
);

-- CreateIndex
CREATE UNIQUE INDEX "joint_set_reference_key" ON "joint_set"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "joint_set_signature_joint_set_id_organisation_id_text_hash_key" ON "joint_set_signature"("joint_set_id", "organisation_id", "text_hash");

-- CreateIndex
CREATE UNIQUE INDEX "following_reference_key" ON "following"("reference");

-- CreateIndex
CREATE INDEX "following_organisation_id_idx" ON "following"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "weighting_reference_key" ON "weighting"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "objective_version_framework_item_id_number_key" ON "objective_version"("framework_item_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "understanding_rating_term_id_dimension_number_key" ON "understanding_rating"("term_id", "dimension", "number");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_reference_key" ON "indicator"("reference");

-- CreateIndex
CREATE INDEX "indicator_term_id_idx" ON "indicator"("term_id");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_point_indicator_id_period_written_number_key" ON "indicator_point"("indicator_id", "period_written", "number");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_break_indicator_id_period_written_key" ON "indicator_break"("indicator_id", "period_written");

-- CreateIndex
CREATE UNIQUE INDEX "priority_set_joint_set_id_key" ON "priority_set"("joint_set_id");

-- AddForeignKey
ALTER TABLE "joint_set_owner" ADD CONSTRAINT "joint_set_owner_joint_set_id_fkey" FOREIGN KEY ("joint_set_id") REFERENCES "joint_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "joint_set_owner" ADD CONSTRAINT "joint_set_owner_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "joint_set_signature" ADD CONSTRAINT "joint_set_signature_joint_set_id_fkey" FOREIGN KEY ("joint_set_id") REFERENCES "joint_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "following" ADD CONSTRAINT "following_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "following" ADD CONSTRAINT "following_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "following" ADD CONSTRAINT "following_priority_set_id_fkey" FOREIGN KEY ("priority_set_id") REFERENCES "priority_set"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "weighting" ADD CONSTRAINT "weighting_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective_version" ADD CONSTRAINT "objective_version_framework_item_id_fkey" FOREIGN KEY ("framework_item_id") REFERENCES "framework_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective_version" ADD CONSTRAINT "objective_version_owner_organisation_id_fkey" FOREIGN KEY ("owner_organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective_area" ADD CONSTRAINT "objective_area_objective_version_id_fkey" FOREIGN KEY ("objective_version_id") REFERENCES "objective_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective_area" ADD CONSTRAINT "objective_area_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "priority_set" ADD CONSTRAINT "priority_set_owner_organisation_id_fkey" FOREIGN KEY ("owner_organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "priority_set" ADD CONSTRAINT "priority_set_owner_team_id_fkey" FOREIGN KEY ("owner_team_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "priority_set" ADD CONSTRAINT "priority_set_joint_set_id_fkey" FOREIGN KEY ("joint_set_id") REFERENCES "joint_set"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "understanding_rating" ADD CONSTRAINT "understanding_rating_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "understanding_rating" ADD CONSTRAINT "understanding_rating_rated_by_id_fkey" FOREIGN KEY ("rated_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "understanding_evidence" ADD CONSTRAINT "understanding_evidence_rating_id_fkey" FOREIGN KEY ("rating_id") REFERENCES "understanding_rating"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "understanding_evidence" ADD CONSTRAINT "understanding_evidence_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "understanding_team" ADD CONSTRAINT "understanding_team_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_point" ADD CONSTRAINT "indicator_point_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_break" ADD CONSTRAINT "indicator_break_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_country" ADD CONSTRAINT "question_country_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_country" ADD CONSTRAINT "finding_country_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An interim set is somebody's and ends, two years after its start at most; its name says so wherever it is shown.
ALTER TABLE priority_set
  ADD CONSTRAINT priority_set_interim_check CHECK (
    NOT interim OR (owner_organisation_id IS NOT NULL AND owner_team_id IS NOT NULL AND ends_on IS NOT NULL
      AND ends_on <= starts_on + interval '2 years' AND document LIKE '% (interim)')),
  ADD CONSTRAINT priority_set_joint_check CHECK (joint_set_id IS NULL OR joint_set_id = id);

ALTER TABLE joint_set
  ADD CONSTRAINT joint_set_text_check CHECK (btrim(document) <> '' AND cardinality(priorities) > 0),
  ADD CONSTRAINT joint_set_withdrawn_check CHECK (
    (withdrawn_at IS NULL) = (withdrawn_reason IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)
    AND (withdrawn_reason IS NULL OR btrim(withdrawn_reason) <> ''));
ALTER TABLE joint_set_signature ADD CONSTRAINT joint_set_signature_owner FOREIGN KEY (joint_set_id, organisation_id)
  REFERENCES joint_set_owner (joint_set_id, organisation_id);

-- What is signed, to the letter: one line each, so that no two texts read alike.
CREATE FUNCTION soundings.joint_set_text(the_set uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT jsonb_pretty(jsonb_build_object('document', j.document, 'kind', j.kind, 'from', j.starts_written,
    'until', j.ends_written, 'note', j.note, 'priorities', to_jsonb(j.priorities),
    'owners', (SELECT jsonb_agg(o.organisation_id ORDER BY o.organisation_id) FROM joint_set_owner o
               WHERE o.joint_set_id = j.id)))
  FROM joint_set j WHERE j.id = the_set
$$;
CREATE FUNCTION soundings.joint_set_hash(the_set uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(soundings.joint_set_text(the_set), 'UTF8')), 'hex')
$$;

-- A signature is of the text as it stands, and is kept.
CREATE FUNCTION soundings.joint_set_signed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  signed joint_set%ROWTYPE;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM soundings.refuse('SignatureIsKept', 'SignatureIsKept: A signature is never changed.');
  END IF;
  SELECT * INTO signed FROM joint_set WHERE id = NEW.joint_set_id FOR UPDATE;
  IF signed.published_at IS NOT NULL OR signed.withdrawn_at IS NOT NULL THEN
    PERFORM soundings.refuse('JointSetIsClosed', 'JointSetIsClosed: This set was published or withdrawn already.');
  END IF;
  IF NEW.text_hash <> soundings.joint_set_hash(NEW.joint_set_id) THEN
    PERFORM soundings.refuse('TextWasChanged', 'TextWasChanged: The text is not the one that was shown to you.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER joint_set_signed BEFORE INSERT OR UPDATE OR DELETE ON joint_set_signature
  FOR EACH ROW EXECUTE FUNCTION soundings.joint_set_signed();

CREATE FUNCTION soundings.joint_set_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM soundings.refuse('JointSetIsKept', 'JointSetIsKept: A jointly owned set is withdrawn, never deleted.');
  END IF;
  IF OLD.withdrawn_at IS NOT NULL
     OR (OLD.published_at IS NOT NULL AND (to_jsonb(OLD) - ARRAY['withdrawn_at', 'withdrawn_by_id', 'withdrawn_reason'])
         <> (to_jsonb(NEW) - ARRAY['withdrawn_at', 'withdrawn_by_id', 'withdrawn_reason'])) THEN
    PERFORM soundings.refuse('JointSetIsClosed', 'JointSetIsClosed: What was published or withdrawn is not changed.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER joint_set_kept BEFORE UPDATE OR DELETE ON joint_set
  FOR EACH ROW EXECUTE FUNCTION soundings.joint_set_kept();
CREATE FUNCTION soundings.joint_set_owners_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM joint_set WHERE id = coalesce(NEW.joint_set_id, OLD.joint_set_id)
             AND (published_at IS NOT NULL OR withdrawn_at IS NOT NULL)) THEN
    PERFORM soundings.refuse('JointSetIsClosed', 'JointSetIsClosed: What was published or withdrawn is not changed.');
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER joint_set_owners_kept BEFORE INSERT OR UPDATE OR DELETE ON joint_set_owner
  FOR EACH ROW EXECUTE FUNCTION soundings.joint_set_owners_kept();

-- Published only as it was signed, by all that are named, two at least.
CREATE FUNCTION soundings.joint_set_published() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  signed joint_set%ROWTYPE;
BEGIN
  SELECT * INTO signed FROM joint_set WHERE id = NEW.joint_set_id FOR UPDATE;
  IF signed.withdrawn_at IS NOT NULL THEN
    PERFORM soundings.refuse('JointSetIsClosed', 'JointSetIsClosed: This set was withdrawn.');
  END IF;
  IF (SELECT count(*) FROM joint_set_owner o WHERE o.joint_set_id = signed.id) < 2
     OR EXISTS (SELECT FROM joint_set_owner o WHERE o.joint_set_id = signed.id AND NOT EXISTS (
       SELECT FROM joint_set_signature s WHERE s.joint_set_id = signed.id AND s.organisation_id = o.organisation_id
         AND s.text_hash = soundings.joint_set_hash(signed.id))) THEN
    PERFORM soundings.refuse('SignatureIsMissing', 'SignatureIsMissing: Not every owner has signed this text.');
  END IF;
  IF (NEW.document, NEW.kind::text, NEW.starts_written, NEW.ends_written, NEW.note)
     IS DISTINCT FROM (signed.document, signed.kind::text, signed.starts_written, signed.ends_written, signed.note) THEN
    PERFORM soundings.refuse('SignedTextIsKept', 'SignedTextIsKept: This is not the text that was signed.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER joint_set_published BEFORE INSERT ON priority_set
  FOR EACH ROW WHEN (NEW.joint_set_id IS NOT NULL) EXECUTE FUNCTION soundings.joint_set_published();

-- After that only its end may come earlier; its priorities are those that were signed.
CREATE FUNCTION soundings.signed_set_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.joint_set_id IS DISTINCT FROM NEW.joint_set_id
     OR (OLD.document, OLD.kind, OLD.starts_written, OLD.starts_on, OLD.note)
        IS DISTINCT FROM (NEW.document, NEW.kind, NEW.starts_written, NEW.starts_on, NEW.note)
     OR coalesce(NEW.ends_on, 'infinity') > coalesce(OLD.ends_on, 'infinity') THEN
    PERFORM soundings.refuse('SignedTextIsKept', 'SignedTextIsKept: A signed set is withdrawn, never changed.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signed_set_kept BEFORE UPDATE ON priority_set
  FOR EACH ROW WHEN (OLD.joint_set_id IS NOT NULL OR NEW.joint_set_id IS NOT NULL)
  EXECUTE FUNCTION soundings.signed_set_kept();
CREATE FUNCTION soundings.signed_priority_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM priority_set s JOIN joint_set j ON j.id = s.joint_set_id WHERE s.id = NEW.priority_set_id
             AND (NEW.retired_at IS NOT NULL OR j.priorities[NEW.position] IS DISTINCT FROM NEW.name)) THEN
    PERFORM soundings.refuse('SignedTextIsKept', 'SignedTextIsKept: This is not a priority that was signed.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signed_priority_kept BEFORE INSERT OR UPDATE ON priority
  FOR EACH ROW EXECUTE FUNCTION soundings.signed_priority_kept();

-- One of the two is followed, for some days at least, and no organisation says so twice for one day.
ALTER TABLE following
  ADD CONSTRAINT following_one_check CHECK (num_nonnulls(framework_id, priority_set_id) = 1),
  ADD CONSTRAINT following_days_check CHECK (ends_on >= starts_on AND declared_until >= starts_on),
  ADD CONSTRAINT following_ended_check CHECK ((ended_at IS NULL) = (ended_by_id IS NULL)
    AND (ended_at IS NULL) = (ended_why IS NULL) AND (ended_at IS NULL OR ends_on IS NOT NULL));
CREATE FUNCTION soundings.following_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL
     AND (to_jsonb(OLD) - ARRAY['ends_on', 'ended_at', 'ended_by_id', 'ended_why'])
       = (to_jsonb(NEW) - ARRAY['ends_on', 'ended_at', 'ended_by_id', 'ended_why'])
     AND NEW.ends_on <= coalesce(OLD.ends_on, 'infinity') THEN
    RETURN NEW;
  END IF;
  PERFORM soundings.refuse('FollowingIsKept', 'FollowingIsKept: What was declared is ended once, never changed.');
  RETURN NULL;
END $$;
CREATE TRIGGER following_kept BEFORE UPDATE OR DELETE ON following
  FOR EACH ROW EXECUTE FUNCTION soundings.following_kept();
CREATE FUNCTION soundings.following_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext(NEW.organisation_id::text));
  IF EXISTS (SELECT FROM following f WHERE f.organisation_id = NEW.organisation_id
      AND f.framework_id IS NOT DISTINCT FROM NEW.framework_id
      AND f.priority_set_id IS NOT DISTINCT FROM NEW.priority_set_id
      AND f.starts_on <= coalesce(NEW.ends_on, 'infinity') AND NEW.starts_on <= coalesce(f.ends_on, 'infinity')) THEN
    PERFORM soundings.refuse('FollowedAlready', 'FollowedAlready: This organisation follows it already in these days.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER following_once BEFORE INSERT ON following
  FOR EACH ROW EXECUTE FUNCTION soundings.following_once();

ALTER TABLE weighting
  ADD CONSTRAINT weighting_parts_check CHECK (least(harm, gap, timeliness, feasibility) >= 0
    AND harm + gap + timeliness + feasibility = 100),
  ADD CONSTRAINT weighting_places_check CHECK (least(domestic, overseas) >= 0 AND domestic + overseas = 100),
  ADD CONSTRAINT weighting_words_check CHECK (btrim(name) <> '' AND btrim(note) <> '');
CREATE TRIGGER weighting_kept BEFORE UPDATE OR DELETE ON weighting
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_strategy_version();

ALTER TABLE objective_version
  ADD CONSTRAINT objective_version_number_check CHECK (number > 0 AND btrim(change_note) <> ''),
  ADD CONSTRAINT objective_version_cost_check CHECK (cost_pounds >= 0);
CREATE TRIGGER objective_version_kept BEFORE UPDATE OR DELETE ON objective_version
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_strategy_version();
CREATE TRIGGER objective_area_kept BEFORE UPDATE OR DELETE ON objective_area
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_strategy_version();

-- A judgement says what it rests on; one with a level says when it is looked at again.
ALTER TABLE understanding_rating
  ADD CONSTRAINT understanding_rating_basis_check CHECK (btrim(basis) <> '' AND number > 0),
  ADD CONSTRAINT understanding_rating_review_check CHECK ((level IS NULL) = (review_by IS NULL));
CREATE TRIGGER understanding_rating_kept BEFORE UPDATE OR DELETE ON understanding_rating
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_strategy_version();
CREATE TRIGGER understanding_evidence_kept BEFORE UPDATE OR DELETE ON understanding_evidence
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_strategy_version();
CREATE FUNCTION soundings.understanding_of_area() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM term WHERE id = NEW.term_id AND scheme = 'threatArea') THEN
    PERFORM soundings.refuse('TermIsNoThreatArea', 'TermIsNoThreatArea: This is for threat areas alone.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER understanding_of_area BEFORE INSERT ON understanding_rating
  FOR EACH ROW EXECUTE FUNCTION soundings.understanding_of_area();
CREATE TRIGGER indicator_of_area BEFORE INSERT ON indicator
  FOR EACH ROW EXECUTE FUNCTION soundings.understanding_of_area();
CREATE TRIGGER objective_of_area BEFORE INSERT ON objective_area
  FOR EACH ROW EXECUTE FUNCTION soundings.understanding_of_area();
ALTER TABLE understanding_team ADD CONSTRAINT understanding_team_ended_check
  CHECK ((ended_at IS NULL) = (ended_by_id IS NULL));
CREATE UNIQUE INDEX understanding_team_once ON understanding_team (team_id) WHERE ended_at IS NULL;

-- A figure without its source and date is none.
ALTER TABLE indicator ADD CONSTRAINT indicator_words_check
  CHECK (btrim(name) <> '' AND btrim(measures) <> '' AND btrim(unit) <> '');
ALTER TABLE indicator_point
  ADD CONSTRAINT indicator_point_source_check CHECK (btrim(source) <> ''),
  ADD CONSTRAINT indicator_point_value_check CHECK (value >= 0 AND value < 'Infinity' AND number > 0);
ALTER TABLE indicator_break ADD CONSTRAINT indicator_break_words_check CHECK (btrim(what) <> '' AND btrim(source) <> '');
CREATE TRIGGER indicator_point_kept BEFORE UPDATE OR DELETE ON indicator_point
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_strategy_version();
CREATE TRIGGER indicator_break_kept BEFORE UPDATE OR DELETE ON indicator_break
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_strategy_version();

ALTER TABLE question_country ADD CONSTRAINT question_country_code_check CHECK (country ~ '^[A-Z]{2}$');
ALTER TABLE finding_country ADD CONSTRAINT finding_country_code_check CHECK (country ~ '^[A-Z]{2}$');
CREATE INDEX question_country_by_country ON question_country (country);
CREATE INDEX finding_country_by_country ON finding_country (country);
