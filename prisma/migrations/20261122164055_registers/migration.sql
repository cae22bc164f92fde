-- CreateEnum
CREATE TYPE "Likelihood" AS ENUM ('remoteChance', 'highlyUnlikely', 'unlikely', 'realisticPossibility', 'likely', 'highlyLikely', 'almostCertain');

-- CreateTable
CREATE TABLE "dataset" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "holds" TEXT NOT NULL,
    "access_route" TEXT NOT NULL,
    "constraints" TEXT NOT NULL DEFAULT '',
    "covers_from" INTEGER,
    "covers_to" INTEGER,
    "geography" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "owner_id" UUID NOT NULL,
    "review_by" DATE NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "changed_at" TIMESTAMPTZ(6) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(6),
    "confirmed_by_id" UUID,

    CONSTRAINT "dataset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dataset_term" (
    "dataset_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,

    CONSTRAINT "dataset_term_pkey" PRIMARY KEY ("dataset_id","term_id")
);

-- CreateTable
CREATE TABLE "dataset_link" (
    "id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "question_id" UUID,
    "finding_id" UUID,
    "linked_by_id" UUID NOT NULL,
    "linked_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "dataset_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_gap_reason" (
    "question_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "stated_by_id" UUID NOT NULL,
    "stated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "data_gap_reason_pkey" PRIMARY KEY ("question_id")
);

-- CreateTable
CREATE TABLE "signal" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "changing" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "changed_at" TIMESTAMPTZ(6) NOT NULL,
    "review_by" DATE NOT NULL,
    "published_at" TIMESTAMPTZ(6),
    "published_by_id" UUID,
    "elicitation_id" UUID,

    CONSTRAINT "signal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signal_term" (
    "signal_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,

    CONSTRAINT "signal_term_pkey" PRIMARY KEY ("signal_id","term_id")
);

-- CreateTable
CREATE TABLE "signal_judgement" (
    "signal_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "likelihood" "Likelihood" NOT NULL,
    "confidence" "Confidence" NOT NULL,
    "reason" TEXT NOT NULL,
    "judged_by_id" UUID NOT NULL,
    "judged_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "signal_judgement_pkey" PRIMARY KEY ("signal_id","number")
);

-- CreateTable
CREATE TABLE "signal_evidence" (
    "id" UUID NOT NULL,
    "signal_id" UUID NOT NULL,
    "finding_id" UUID,
    "address" TEXT,
    "says" TEXT NOT NULL,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(6) NOT NULL,
    "removed_at" TIMESTAMPTZ(6),

    CONSTRAINT "signal_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signal_question" (
    "signal_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,

    CONSTRAINT "signal_question_pkey" PRIMARY KEY ("signal_id","question_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "dataset_reference_key" ON "dataset"("reference");

-- CreateIndex
CREATE INDEX "dataset_term_term_id_idx" ON "dataset_term"("term_id");

-- CreateIndex
CREATE INDEX "dataset_link_question_id_idx" ON "dataset_link"("question_id");

-- CreateIndex
CREATE INDEX "dataset_link_finding_id_idx" ON "dataset_link"("finding_id");

-- CreateIndex
CREATE UNIQUE INDEX "dataset_link_dataset_id_question_id_key" ON "dataset_link"("dataset_id", "question_id");

-- CreateIndex
CREATE UNIQUE INDEX "dataset_link_dataset_id_finding_id_key" ON "dataset_link"("dataset_id", "finding_id");

-- CreateIndex
CREATE UNIQUE INDEX "signal_reference_key" ON "signal"("reference");

-- CreateIndex
CREATE INDEX "signal_term_term_id_idx" ON "signal_term"("term_id");

-- CreateIndex
CREATE INDEX "signal_evidence_signal_id_idx" ON "signal_evidence"("signal_id");

-- CreateIndex
CREATE INDEX "signal_evidence_finding_id_idx" ON "signal_evidence"("finding_id");

-- CreateIndex
CREATE INDEX "signal_question_question_id_idx" ON "signal_question"("question_id");

-- AddForeignKey
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset_term" ADD CONSTRAINT "dataset_term_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset_term" ADD CONSTRAINT "dataset_term_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset_link" ADD CONSTRAINT "dataset_link_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset_link" ADD CONSTRAINT "dataset_link_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset_link" ADD CONSTRAINT "dataset_link_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset_link" ADD CONSTRAINT "dataset_link_linked_by_id_fkey" FOREIGN KEY ("linked_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_gap_reason" ADD CONSTRAINT "data_gap_reason_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_gap_reason" ADD CONSTRAINT "data_gap_reason_stated_by_id_fkey" FOREIGN KEY ("stated_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signal" ADD CONSTRAINT "signal_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signal" ADD CONSTRAINT "signal_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signal" ADD CONSTRAINT "signal_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signal" ADD CONSTRAINT "signal_elicitation_id_fkey" FOREIGN KEY ("elicitation_id") REFERENCES "elicitation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signal_term" ADD CONSTRAINT "signal_term_signal_id_fkey" FOREIGN KEY ("signal_id") REFERENCES "signal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signal_term" ADD CONSTRAINT "signal_term_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signal_judgement" ADD CONSTRAINT "signal_judgement_signal_id_fkey" FOREIGN KEY ("signal_id") REFERENCES "signal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signal_judgement" ADD CONSTRAINT "signal_judgement_judged_by_id_fkey" FOREIGN KEY ("judged_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signal_evidence" ADD CONSTRAINT "signal_evidence_signal_id_fkey" FOREIGN KEY ("signal_id") REFERENCES "signal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signal_evidence" ADD CONSTRAINT "signal_evidence_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signal_evidence" ADD CONSTRAINT "signal_evidence_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signal_question" ADD CONSTRAINT "signal_question_signal_id_fkey" FOREIGN KEY ("signal_id") REFERENCES "signal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signal_question" ADD CONSTRAINT "signal_question_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE dataset
  ADD CONSTRAINT dataset_said_check CHECK (name <> '' AND holds <> '' AND access_route <> ''),
  ADD CONSTRAINT dataset_years_check CHECK (covers_from BETWEEN 1800 AND 2200 AND covers_to BETWEEN 1800 AND 2200
    AND covers_from <= covers_to),
  ADD CONSTRAINT dataset_confirmed_check CHECK ((confirmed_at IS NULL) = (confirmed_by_id IS NULL));
ALTER TABLE dataset_link ADD CONSTRAINT dataset_link_one_check CHECK (num_nonnulls(question_id, finding_id) = 1);
ALTER TABLE data_gap_reason ADD CONSTRAINT data_gap_reason_said_check CHECK (reason <> '');

CREATE FUNCTION soundings.is_open_gap(question uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM question_term qt JOIN term t ON t.id = qt.term_id
      WHERE qt.question_id = question AND t.scheme = 'questionType' AND t.slug = 'data-gap')
    AND NOT EXISTS (SELECT FROM dataset_link l JOIN dataset d ON d.id = l.dataset_id AND d.confirmed_at IS NOT NULL
      WHERE l.question_id = question)
    AND NOT EXISTS (SELECT FROM data_gap_reason r WHERE r.question_id = question)
$$;

-- A question about missing data is answered by data that somebody can get at, or by why there are none.
CREATE FUNCTION soundings.keep_data_gap_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.answered_at IS NULL AND NEW.answered_at IS NOT NULL AND soundings.is_open_gap(NEW.id) THEN
    PERFORM soundings.refuse('DataGapIsOpen',
      'DataGapIsOpen: This question is about missing data. Link a confirmed dataset to it, or say why there is none.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER question_data_gap BEFORE UPDATE ON question
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_data_gap_open();

-- What closed it stays while it is closed.
CREATE FUNCTION soundings.keep_data_gap_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.question_id IS NOT NULL AND soundings.is_open_gap(OLD.question_id)
     AND EXISTS (SELECT FROM question q WHERE q.id = OLD.question_id AND q.answered_at IS NOT NULL) THEN
    PERFORM soundings.refuse('DataGapIsClosed',
      'DataGapIsClosed: This question was closed by it. Link another dataset first, or say why there is none.');
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER dataset_link_closes_gap AFTER DELETE ON dataset_link
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_data_gap_closed();
CREATE TRIGGER data_gap_reason_closes_gap AFTER DELETE ON data_gap_reason
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_data_gap_closed();

ALTER TABLE signal
  ADD CONSTRAINT signal_said_check CHECK (title <> '' AND changing <> ''),
  ADD CONSTRAINT signal_published_check CHECK ((published_at IS NULL) = (published_by_id IS NULL));
ALTER TABLE signal_judgement ADD CONSTRAINT signal_judgement_said_check CHECK (number > 0 AND reason <> '');
ALTER TABLE signal_evidence
  ADD CONSTRAINT signal_evidence_one_check CHECK (num_nonnulls(finding_id, address) = 1 AND says <> '');

-- How likelihood was judged is never rewritten.
CREATE FUNCTION soundings.keep_judgements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.refuse('JudgementIsKept', 'JudgementIsKept: A judgement stays as it was; give the next one.');
  RETURN NULL;
END $$;
CREATE TRIGGER signal_judgement_kept BEFORE UPDATE OR DELETE ON signal_judgement
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_judgements();

-- Nothing is published without evidence and a judgement of how likely it is.
CREATE FUNCTION soundings.keep_signal_grounded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.published_at IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.published_at IS NULL) AND (
       NOT EXISTS (SELECT FROM signal_judgement j WHERE j.signal_id = NEW.id)
       OR NOT EXISTS (SELECT FROM signal_evidence e WHERE e.signal_id = NEW.id AND e.removed_at IS NULL)) THEN
    PERFORM soundings.refuse('SignalIsUngrounded',
      'SignalIsUngrounded: A signal is published with at least one piece of evidence and one judgement.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signal_grounded BEFORE INSERT OR UPDATE ON signal
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_signal_grounded();
