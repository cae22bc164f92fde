-- AlterTable
ALTER TABLE "award" ADD COLUMN     "suspended_from" DATE,
ADD COLUMN     "suspended_until" DATE,
ADD COLUMN     "terminated_on" DATE;

-- AlterTable
ALTER TABLE "milestone" ADD COLUMN     "cancelled_at" TIMESTAMPTZ(6),
ADD COLUMN     "kind_code" TEXT NOT NULL DEFAULT 'deliverable';

-- CreateTable
CREATE TABLE "milestone_kind" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hint" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,
    "approval" BOOLEAN NOT NULL DEFAULT false,
    "publishes" BOOLEAN NOT NULL DEFAULT false,
    "delivers" BOOLEAN NOT NULL DEFAULT true,
    "protocol" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "milestone_kind_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "delivery_move" (
    "subject" TEXT NOT NULL,
    "from_state" TEXT NOT NULL,
    "to_state" TEXT NOT NULL,

    CONSTRAINT "delivery_move_pkey" PRIMARY KEY ("subject","from_state","to_state")
);

-- CreateTable
CREATE TABLE "delivery_step" (
    "id" UUID NOT NULL,
    "award_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "amount" INTEGER,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "delivery_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_letter" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "award_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "text_hash" TEXT,
    "contract_reference" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "signatory_id" UUID,
    "prepared_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "agreement_letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_request" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "award_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposal" JSONB NOT NULL,
    "asked_at" TIMESTAMPTZ(6) NOT NULL,
    "asked_by_id" UUID NOT NULL,

    CONSTRAINT "change_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award_plan" (
    "award_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "in_force_from" TIMESTAMPTZ(6) NOT NULL,
    "change_request_id" UUID,
    "plan" JSONB NOT NULL,

    CONSTRAINT "award_plan_pkey" PRIMARY KEY ("award_id","number")
);

-- CreateTable
CREATE TABLE "award_person" (
    "award_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "joined_at" TIMESTAMPTZ(6),
    "left_at" TIMESTAMPTZ(6),

    CONSTRAINT "award_person_pkey" PRIMARY KEY ("award_id","person_id")
);

-- CreateTable
CREATE TABLE "monitoring_question" (
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "hint" TEXT NOT NULL DEFAULT '',
    "options" JSONB NOT NULL,

    CONSTRAINT "monitoring_question_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "monitoring_schedule" (
    "award_id" UUID NOT NULL,
    "every_months" INTEGER NOT NULL,
    "set_at" TIMESTAMPTZ(6) NOT NULL,
    "set_by_id" UUID NOT NULL,

    CONSTRAINT "monitoring_schedule_pkey" PRIMARY KEY ("award_id")
);

-- CreateTable
CREATE TABLE "monitoring_report" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "award_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(6),

    CONSTRAINT "monitoring_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "monitoring_answer" (
    "report_id" UUID NOT NULL,
    "question_code" TEXT NOT NULL,
    "score" INTEGER,
    "comment" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "monitoring_answer_pkey" PRIMARY KEY ("report_id","question_code")
);

-- CreateTable
CREATE TABLE "payment_claim" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "milestone_id" UUID NOT NULL,
    "amount" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(6) NOT NULL,
    "made_by_id" UUID NOT NULL,
    "paid_on" DATE,

    CONSTRAINT "payment_claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "funding" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "award_id" UUID,
    "organisation_id" UUID NOT NULL,
    "amount" INTEGER NOT NULL,
    "certainty" TEXT NOT NULL,
    "condition" TEXT NOT NULL DEFAULT '',
    "ring_fenced" BOOLEAN NOT NULL DEFAULT false,
    "secure_from" INTEGER,
    "secure_until" INTEGER,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_id" UUID NOT NULL,

    CONSTRAINT "funding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tranche" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "funding_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "planned_on" DATE NOT NULL,
    "planned_amount" INTEGER NOT NULL,
    "actual_on" DATE,
    "actual_amount" INTEGER,

    CONSTRAINT "tranche_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "obligation" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "award_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "in_terms" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL,

    CONSTRAINT "obligation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_round" (
    "id" UUID NOT NULL,
    "deliverable_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "opened_at" TIMESTAMPTZ(6) NOT NULL,
    "opened_by_id" UUID NOT NULL,

    CONSTRAINT "review_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "round_id" UUID NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "decision" TEXT,
    "comment" TEXT NOT NULL DEFAULT '',
    "given_at" TIMESTAMPTZ(6),

    CONSTRAINT "review_pkey" PRIMARY KEY ("round_id","reviewer_id")
);

-- CreateTable
CREATE TABLE "publication_clock" (
    "deliverable_id" UUID NOT NULL,
    "rights" TEXT NOT NULL,
    "protocol" BOOLEAN NOT NULL DEFAULT false,
    "signed_off_on" DATE NOT NULL,
    "sight_ends_on" DATE,
    "due_on" DATE NOT NULL,
    "released_at" TIMESTAMPTZ(6),

    CONSTRAINT "publication_clock_pkey" PRIMARY KEY ("deliverable_id")
);

-- CreateTable
CREATE TABLE "publication_hold" (
    "id" UUID NOT NULL,
    "deliverable_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "placed_on" DATE NOT NULL,
    "placed_by_id" UUID NOT NULL,
    "ends_on" DATE NOT NULL,
    "lifted_at" TIMESTAMPTZ(6),

    CONSTRAINT "publication_hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award_closing" (
    "award_id" UUID NOT NULL,
    "worked" TEXT NOT NULL,
    "did_not" TEXT NOT NULL,
    "next_time" TEXT NOT NULL,
    "open" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "award_closing_pkey" PRIMARY KEY ("award_id")
);

-- CreateIndex
CREATE INDEX "delivery_step_subject_id_at_idx" ON "delivery_step"("subject_id", "at");

-- CreateIndex
CREATE INDEX "delivery_step_award_id_idx" ON "delivery_step"("award_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_letter_reference_key" ON "agreement_letter"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_letter_award_id_number_key" ON "agreement_letter"("award_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "change_request_reference_key" ON "change_request"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "change_request_award_id_number_key" ON "change_request"("award_id", "number");

-- CreateIndex
CREATE INDEX "award_person_person_id_idx" ON "award_person"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "monitoring_report_reference_key" ON "monitoring_report"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "monitoring_report_award_id_number_key" ON "monitoring_report"("award_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "payment_claim_reference_key" ON "payment_claim"("reference");

-- CreateIndex
CREATE INDEX "payment_claim_milestone_id_idx" ON "payment_claim"("milestone_id");

-- CreateIndex
CREATE INDEX "funding_question_id_idx" ON "funding"("question_id");

-- CreateIndex
CREATE INDEX "funding_award_id_idx" ON "funding"("award_id");

-- CreateIndex
CREATE UNIQUE INDEX "tranche_reference_key" ON "tranche"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "tranche_funding_id_position_key" ON "tranche"("funding_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "obligation_reference_key" ON "obligation"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "obligation_award_id_position_key" ON "obligation"("award_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "review_round_deliverable_id_number_key" ON "review_round"("deliverable_id", "number");

-- CreateIndex
CREATE INDEX "review_reviewer_id_idx" ON "review"("reviewer_id");

-- CreateIndex
CREATE INDEX "publication_hold_deliverable_id_idx" ON "publication_hold"("deliverable_id");

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_kind_code_fkey" FOREIGN KEY ("kind_code") REFERENCES "milestone_kind"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_step" ADD CONSTRAINT "delivery_step_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "award"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_letter" ADD CONSTRAINT "agreement_letter_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "award"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "award"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_plan" ADD CONSTRAINT "award_plan_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "award"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_plan" ADD CONSTRAINT "award_plan_change_request_id_fkey" FOREIGN KEY ("change_request_id") REFERENCES "change_request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_person" ADD CONSTRAINT "award_person_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "award"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitoring_schedule" ADD CONSTRAINT "monitoring_schedule_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "award"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitoring_report" ADD CONSTRAINT "monitoring_report_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "award"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitoring_answer" ADD CONSTRAINT "monitoring_answer_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "monitoring_report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monitoring_answer" ADD CONSTRAINT "monitoring_answer_question_code_fkey" FOREIGN KEY ("question_code") REFERENCES "monitoring_question"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_claim" ADD CONSTRAINT "payment_claim_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding" ADD CONSTRAINT "funding_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding" ADD CONSTRAINT "funding_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "award"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding" ADD CONSTRAINT "funding_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tranche" ADD CONSTRAINT "tranche_funding_id_fkey" FOREIGN KEY ("funding_id") REFERENCES "funding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "award"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_deliverable_id_fkey" FOREIGN KEY ("deliverable_id") REFERENCES "deliverable"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "review_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_clock" ADD CONSTRAINT "publication_clock_deliverable_id_fkey" FOREIGN KEY ("deliverable_id") REFERENCES "deliverable"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_hold" ADD CONSTRAINT "publication_hold_deliverable_id_fkey" FOREIGN KEY ("deliverable_id") REFERENCES "publication_clock"("deliverable_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_closing" ADD CONSTRAINT "award_closing_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "award"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

INSERT INTO milestone_kind (code, name, hint, position, approval, publishes, protocol) VALUES
  ('deliverable', 'Deliverable', 'A piece of work, reviewed and signed off', 1, false, true, false),
  ('report', 'Report', 'An interim or final report', 2, false, true, false),
  ('protocol', 'Protocol', 'How the study will be done; released before anything else', 3, false, true, true),
  ('publication', 'Publication', 'A paper, a dataset or a public summary', 4, false, true, false),
  ('approval', 'Approval', 'What comes after it waits for it', 5, true, false, false),
  ('meeting', 'Meeting', 'A meeting with its note', 6, false, false, false),
  ('payment', 'Payment', 'A payment by date, with a short note of progress', 7, false, false, false);
UPDATE milestone_kind SET delivers = false WHERE code = 'payment';

-- A milestone says twice whether it is an approval: by the mark that blocks what follows, and by its kind.
CREATE FUNCTION milestone_kind_and_approval() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  blocks boolean;
BEGIN
  SELECT approval INTO blocks FROM milestone_kind WHERE code = NEW.kind_code;
  IF NEW.approval AND NOT coalesce(blocks, false) THEN NEW.kind_code := 'approval'; END IF;
  IF blocks THEN NEW.approval := true; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER milestone_kind_and_approval BEFORE INSERT OR UPDATE OF approval, kind_code ON milestone
  FOR EACH ROW EXECUTE FUNCTION milestone_kind_and_approval();
UPDATE milestone SET kind_code = 'approval' WHERE approval;

-- Which step may follow which, for everything that goes through states.
INSERT INTO delivery_move (subject, from_state, to_state) VALUES
  ('agreement_letter', '', 'prepared'), ('agreement_letter', 'prepared', 'sent'), ('agreement_letter', 'sent', 'signed'),
  ('agreement_letter', 'signed', 'countersigned'), ('agreement_letter', 'signed', 'approved'),
  ('agreement_letter', 'countersigned', 'approved'), ('agreement_letter', 'sent', 'rejected'),
  ('agreement_letter', 'signed', 'rejected'), ('agreement_letter', 'countersigned', 'rejected'),
  ('agreement_letter', 'prepared', 'reset'), ('agreement_letter', 'sent', 'reset'),
  ('agreement_letter', 'signed', 'reset'), ('agreement_letter', 'countersigned', 'reset'),
  ('change_request', '', 'asked'), ('change_request', 'asked', 'accepted'), ('change_request', 'asked', 'declined'),
  ('change_request', 'asked', 'withdrawn'),
  ('payment_claim', '', 'new'), ('payment_claim', 'new', 'submitted'), ('payment_claim', 'submitted', 'queried'),
  ('payment_claim', 'queried', 'answered'), ('payment_claim', 'answered', 'queried'),
  ('payment_claim', 'submitted', 'approved'), ('payment_claim', 'answered', 'approved'),
  ('payment_claim', 'approved', 'requested'), ('payment_claim', 'requested', 'paid'),
  ('payment_claim', 'new', 'withdrawn'), ('payment_claim', 'submitted', 'withdrawn'),
  ('payment_claim', 'queried', 'withdrawn'), ('payment_claim', 'answered', 'withdrawn'),
  ('monitoring_report', '', 'due'), ('monitoring_report', 'due', 'draft'), ('monitoring_report', 'due', 'submitted'),
  ('monitoring_report', 'draft', 'submitted'), ('monitoring_report', 'submitted', 'queried'),
  ('monitoring_report', 'queried', 'submitted'), ('monitoring_report', 'submitted', 'approved'),
  ('obligation', '', 'due'), ('obligation', 'due', 'met'), ('obligation', 'due', 'disputed'),
  ('obligation', 'met', 'disputed'), ('obligation', 'disputed', 'met');

CREATE FUNCTION delivery_step_is_next() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before text := '';
BEGIN
  IF TG_OP = 'UPDATE' THEN before := OLD.state; END IF;
  IF before = NEW.state THEN RETURN NEW; END IF;
  IF NOT EXISTS (SELECT FROM delivery_move m
                 WHERE m.subject = TG_TABLE_NAME AND m.from_state = before AND m.to_state = NEW.state) THEN
    PERFORM soundings.refuse('StepIsNotNext', 'StepIsNotNext: This has moved on since you looked at it.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agreement_letter_step BEFORE INSERT OR UPDATE OF state ON agreement_letter
  FOR EACH ROW EXECUTE FUNCTION delivery_step_is_next();
CREATE TRIGGER change_request_step BEFORE INSERT OR UPDATE OF state ON change_request
  FOR EACH ROW EXECUTE FUNCTION delivery_step_is_next();
CREATE TRIGGER payment_claim_step BEFORE INSERT OR UPDATE OF state ON payment_claim
  FOR EACH ROW EXECUTE FUNCTION delivery_step_is_next();
CREATE TRIGGER monitoring_report_step BEFORE INSERT OR UPDATE OF state ON monitoring_report
  FOR EACH ROW EXECUTE FUNCTION delivery_step_is_next();
CREATE TRIGGER obligation_step BEFORE INSERT OR UPDATE OF state ON obligation
  FOR EACH ROW EXECUTE FUNCTION delivery_step_is_next();

CREATE FUNCTION delivery_history_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.refuse('DeliveryIsKept', 'DeliveryIsKept: What was agreed and done in delivery is kept as it was.');
  RETURN NULL;
END $$;
CREATE TRIGGER delivery_step_is_kept BEFORE UPDATE OR DELETE ON delivery_step
  FOR EACH ROW EXECUTE FUNCTION delivery_history_is_kept();
CREATE TRIGGER award_plan_is_kept BEFORE UPDATE OR DELETE ON award_plan
  FOR EACH ROW EXECUTE FUNCTION delivery_history_is_kept();
CREATE TRIGGER change_request_is_kept BEFORE DELETE OR UPDATE OF kind, side, reason, proposal, award_id ON change_request
  FOR EACH ROW EXECUTE FUNCTION delivery_history_is_kept();
CREATE TRIGGER payment_claim_is_kept BEFORE DELETE ON payment_claim
  FOR EACH ROW EXECUTE FUNCTION delivery_history_is_kept();
CREATE TRIGGER award_closing_is_kept BEFORE UPDATE OR DELETE ON award_closing
  FOR EACH ROW EXECUTE FUNCTION delivery_history_is_kept();

-- A letter: one at a time, frozen with its hash once sent, approved by both signatures where two are named.
CREATE UNIQUE INDEX agreement_letter_one_live ON agreement_letter (award_id) WHERE state NOT IN ('rejected', 'reset');
ALTER TABLE agreement_letter ADD CONSTRAINT agreement_letter_days CHECK (ends_on >= starts_on);
ALTER TABLE agreement_letter ADD CONSTRAINT agreement_letter_text CHECK (btrim(text) <> '' AND btrim(contract_reference) <> '');
ALTER TABLE agreement_letter ADD CONSTRAINT agreement_letter_hashed
  CHECK (state IN ('prepared', 'reset') OR text_hash ~ '^[0-9a-f]{64}$');
ALTER TABLE agreement_letter ADD CONSTRAINT agreement_letter_countersigned
  CHECK (state <> 'countersigned' OR signatory_id IS NOT NULL);
CREATE FUNCTION agreement_letter_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'prepared' AND (NEW.text, NEW.text_hash, NEW.contract_reference, NEW.starts_on, NEW.ends_on, NEW.signatory_id)
      IS DISTINCT FROM (OLD.text, OLD.text_hash, OLD.contract_reference, OLD.starts_on, OLD.ends_on, OLD.signatory_id) THEN
    PERFORM soundings.refuse('LetterIsFrozen', 'LetterIsFrozen: The letter was sent, so its text can no longer be changed.');
  END IF;
  IF NEW.state = 'approved' AND OLD.state = 'signed' AND NEW.signatory_id IS NOT NULL THEN
    PERFORM soundings.refuse('SignatureIsMissing', 'SignatureIsMissing: The institution’s signatory has not signed yet.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agreement_letter_is_frozen BEFORE UPDATE ON agreement_letter
  FOR EACH ROW EXECUTE FUNCTION agreement_letter_is_frozen();
CREATE TRIGGER agreement_letter_is_kept BEFORE DELETE ON agreement_letter
  FOR EACH ROW EXECUTE FUNCTION delivery_history_is_kept();

-- One request of a kind is open at a time; a plan changes only in the transaction that accepts one.
ALTER TABLE change_request ADD CONSTRAINT change_request_kind
  CHECK (kind IN ('dates', 'people', 'budget', 'scope', 'suspension', 'termination'));
ALTER TABLE change_request ADD CONSTRAINT change_request_side CHECK (side IN ('team', 'winner'));
ALTER TABLE change_request ADD CONSTRAINT change_request_reason CHECK (btrim(reason) <> '');
CREATE UNIQUE INDEX change_request_one_open ON change_request (award_id, kind) WHERE state = 'asked';

CREATE FUNCTION soundings.change_is_being_accepted(award uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM public.change_request c
                 WHERE c.award_id = award AND c.state = 'accepted' AND c.xmin = pg_current_xact_id()::xid)
$$;
CREATE OR REPLACE FUNCTION milestone_is_agreed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  signed timestamptz;
BEGIN
  SELECT contracted_at INTO signed FROM award WHERE id = coalesce(NEW.award_id, OLD.award_id);
  IF signed IS NOT NULL AND NOT soundings.change_is_being_accepted(coalesce(NEW.award_id, OLD.award_id)) THEN
    PERFORM soundings.refuse('ContractIsSigned', 'ContractIsSigned: The contract is signed, so its milestones can no longer be changed.');
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
DROP TRIGGER milestone_is_agreed ON milestone;
CREATE TRIGGER milestone_is_agreed
  BEFORE INSERT OR DELETE OR UPDATE OF position, title, due_on, amount, approval, kind_code, cancelled_at ON milestone
  FOR EACH ROW EXECUTE FUNCTION milestone_is_agreed();

CREATE FUNCTION award_terms_are_agreed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.contracted_at IS NOT NULL AND NOT soundings.change_is_being_accepted(OLD.id)
    AND (NEW.starts_on, NEW.ends_on, NEW.amount, NEW.contract_reference, NEW.suspended_from, NEW.suspended_until, NEW.terminated_on)
      IS DISTINCT FROM (OLD.starts_on, OLD.ends_on, OLD.amount, OLD.contract_reference, OLD.suspended_from, OLD.suspended_until, OLD.terminated_on) THEN
    PERFORM soundings.refuse('ContractIsSigned', 'ContractIsSigned: The contract is signed, so it changes by an accepted request alone.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER award_terms_are_agreed BEFORE UPDATE ON award FOR EACH ROW EXECUTE FUNCTION award_terms_are_agreed();
ALTER TABLE award ADD CONSTRAINT award_suspended_in_order
  CHECK ((suspended_from IS NULL) = (suspended_until IS NULL) AND (suspended_until IS NULL OR suspended_until >= suspended_from));
ALTER TABLE award_person ADD CONSTRAINT award_person_role CHECK (role IN ('lead', 'editor', 'partner'));
ALTER TABLE award_person ADD CONSTRAINT award_person_came_or_left CHECK (joined_at IS NOT NULL OR left_at IS NOT NULL);

-- Who works on an award: the people of its bid who said yes, less who left, with who came.
CREATE VIEW award_winner AS
  SELECT a.id AS award_id, m.person_id, m.role::text AS role FROM award a
    JOIN bid_member m ON m.bid_id = a.bid_id AND m.accepted_at IS NOT NULL AND m.declined_at IS NULL
    WHERE NOT EXISTS (SELECT FROM award_person p WHERE p.award_id = a.id AND p.person_id = m.person_id)
  UNION ALL
  SELECT p.award_id, p.person_id, p.role FROM award_person p WHERE p.joined_at IS NOT NULL AND p.left_at IS NULL;

-- Claims: one open a milestone, never more than the milestone, which never is more than the award.
ALTER TABLE payment_claim ADD CONSTRAINT payment_claim_amount CHECK (amount > 0);
ALTER TABLE payment_claim ADD CONSTRAINT payment_claim_paid_on CHECK ((state = 'paid') = (paid_on IS NOT NULL));
CREATE UNIQUE INDEX payment_claim_one_open ON payment_claim (milestone_id) WHERE state NOT IN ('paid', 'withdrawn');
CREATE FUNCTION claims_within_milestone() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_milestone uuid;
  allowed integer;
BEGIN
  IF TG_TABLE_NAME = 'milestone' THEN of_milestone := NEW.id; ELSE of_milestone := NEW.milestone_id; END IF;
  SELECT amount INTO allowed FROM milestone WHERE id = of_milestone FOR UPDATE;
  IF (SELECT coalesce(sum(c.amount), 0) FROM payment_claim c
      WHERE c.milestone_id = of_milestone AND c.state <> 'withdrawn') > allowed THEN
    PERFORM soundings.refuse('ClaimsExceedTheMilestone', 'ClaimsExceedTheMilestone: That is more than is left to claim for this milestone.');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER claims_within_milestone AFTER INSERT OR UPDATE OF amount, state ON payment_claim
  FOR EACH ROW EXECUTE FUNCTION claims_within_milestone();
CREATE TRIGGER claims_within_milestone AFTER UPDATE OF amount ON milestone
  FOR EACH ROW EXECUTE FUNCTION claims_within_milestone();
CREATE FUNCTION paid_claim_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'new' AND (NEW.amount, NEW.milestone_id) IS DISTINCT FROM (OLD.amount, OLD.milestone_id) THEN
    PERFORM soundings.refuse('ClaimIsSubmitted', 'ClaimIsSubmitted: A submitted claim keeps its amount.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER paid_claim_is_kept BEFORE UPDATE ON payment_claim FOR EACH ROW EXECUTE FUNCTION paid_claim_is_kept();

-- Funding and its tranches.
ALTER TABLE funding ADD CONSTRAINT funding_amount CHECK (amount > 0);
ALTER TABLE funding ADD CONSTRAINT funding_certainty CHECK (certainty IN ('firm', 'conditional'));
ALTER TABLE funding ADD CONSTRAINT funding_condition CHECK ((certainty = 'conditional') = (btrim(condition) <> ''));
ALTER TABLE funding ADD CONSTRAINT funding_years
  CHECK ((secure_from IS NULL) = (secure_until IS NULL) AND (secure_until IS NULL OR secure_until >= secure_from));
CREATE UNIQUE INDEX funding_once_an_award ON funding (award_id, organisation_id) WHERE award_id IS NOT NULL;
ALTER TABLE tranche ADD CONSTRAINT tranche_planned CHECK (planned_amount > 0);
ALTER TABLE tranche ADD CONSTRAINT tranche_actual
  CHECK ((actual_on IS NULL) = (actual_amount IS NULL) AND (actual_amount IS NULL OR actual_amount > 0));
CREATE FUNCTION tranches_within_funding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT coalesce(sum(t.planned_amount), 0) > f.amount FROM funding f LEFT JOIN tranche t ON t.funding_id = f.id
      WHERE f.id = NEW.funding_id GROUP BY f.amount) THEN
    PERFORM soundings.refuse('TranchesExceedTheFunding', 'TranchesExceedTheFunding: The tranches come to more than the organisation gives.');
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.actual_on IS NOT NULL THEN
    PERFORM soundings.refuse('TrancheHasArrived', 'TrancheHasArrived: This tranche has arrived already.');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER tranches_within_funding AFTER INSERT OR UPDATE ON tranche
  FOR EACH ROW EXECUTE FUNCTION tranches_within_funding();
CREATE FUNCTION funding_within_award() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  award_amount integer;
BEGIN
  IF NEW.award_id IS NULL THEN RETURN NULL; END IF;
  SELECT amount INTO award_amount FROM award WHERE id = NEW.award_id FOR UPDATE;
  IF (SELECT sum(f.amount) FROM funding f WHERE f.award_id = NEW.award_id) > award_amount THEN
    PERFORM soundings.refuse('FundingExceedsTheAward', 'FundingExceedsTheAward: The funders would give more than the award.');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER funding_within_award AFTER INSERT OR UPDATE ON funding FOR EACH ROW EXECUTE FUNCTION funding_within_award();

ALTER TABLE obligation ADD CONSTRAINT obligation_kind CHECK (kind IN ('data', 'access', 'liaison', 'other'));
ALTER TABLE obligation ADD CONSTRAINT obligation_what CHECK (btrim(what) <> '');

-- Rounds of review.
ALTER TABLE review ADD CONSTRAINT review_decision CHECK (decision IN ('accept', 'acceptWithChanges', 'return'));
ALTER TABLE review ADD CONSTRAINT review_whole
  CHECK ((decision IS NULL) = (given_at IS NULL) AND (given_at IS NULL OR btrim(comment) <> ''));
CREATE FUNCTION given_review_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.refuse('ReviewIsGiven', 'ReviewIsGiven: This review has been given already.');
  RETURN NULL;
END $$;
CREATE TRIGGER given_review_is_kept BEFORE UPDATE OR DELETE ON review
  FOR EACH ROW WHEN (OLD.given_at IS NOT NULL) EXECUTE FUNCTION given_review_is_kept();

-- Monitoring.
ALTER TABLE monitoring_schedule ADD CONSTRAINT monitoring_every CHECK (every_months BETWEEN 1 AND 12);
ALTER TABLE monitoring_answer ADD CONSTRAINT monitoring_score CHECK (score BETWEEN 0 AND 5);
INSERT INTO monitoring_question (code, position, text, hint, options) VALUES
  ('progress', 1, 'Progress against the plan', 'Milestones due in this period, and how far each is.',
   '[{"score":1,"label":"Stopped or far behind"},{"score":2,"label":"Behind, with no plan to catch up"},{"score":3,"label":"Behind, with a plan to catch up"},{"score":4,"label":"On plan"},{"score":5,"label":"Ahead of the plan"}]'),
  ('quality', 2, 'Quality of data and methods', 'Access, samples, response, anything that weakens what can be said.',
   '[{"score":1,"label":"The question can no longer be answered"},{"score":2,"label":"Serious limits"},{"score":3,"label":"Some limits, stated"},{"score":4,"label":"As planned"},{"score":5,"label":"Better than planned"}]'),
  ('money', 3, 'Spending against the budget', 'What was spent, and what it will come to.',
   '[{"score":1,"label":"Will not be enough"},{"score":2,"label":"More than a tenth away from the budget"},{"score":3,"label":"Within a tenth of the budget"},{"score":4,"label":"On budget"},{"score":5,"label":"Below budget for the same work"}]'),
  ('risk', 4, 'Risks and ethics', 'New risks to people, data or the study, and what you do about them.',
   '[{"score":1,"label":"Harm has happened or is likely"},{"score":2,"label":"A serious risk without an answer"},{"score":3,"label":"Risks with an answer"},{"score":4,"label":"As foreseen"},{"score":5,"label":"Lower than foreseen"}]'),
  ('use', 5, 'Readiness for use', 'What the team could already use, and whom you spoke to.',
   '[{"score":1,"label":"Nothing can be used yet, and nobody was asked"},{"score":2,"label":"Nothing yet, users are known"},{"score":3,"label":"First results are shared with the team"},{"score":4,"label":"The team works with results"},{"score":5,"label":"Results inform a decision"}]');

-- Publication: a hold has a reason, words and an end; one at a time; while it lasts, nothing from it is published.
ALTER TABLE publication_clock ADD CONSTRAINT publication_clock_rights CHECK (rights IN ('free', 'afterReview'));
ALTER TABLE publication_clock ADD CONSTRAINT publication_clock_days CHECK (due_on >= signed_off_on);
ALTER TABLE publication_hold ADD CONSTRAINT publication_hold_reason
  CHECK (reason IN ('signOff', 'procurement', 'resources', 'quality', 'policyChange', 'other'));
ALTER TABLE publication_hold ADD CONSTRAINT publication_hold_words CHECK (btrim(words) <> '');
ALTER TABLE publication_hold ADD CONSTRAINT publication_hold_ends CHECK (ends_on > placed_on AND ends_on <= placed_on + 366);
CREATE FUNCTION publication_hold_alone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM publication_clock WHERE deliverable_id = NEW.deliverable_id FOR UPDATE;
  IF EXISTS (SELECT FROM publication_clock c WHERE c.deliverable_id = NEW.deliverable_id AND c.released_at IS NOT NULL) THEN
    PERFORM soundings.refuse('DeliverableIsReleased', 'DeliverableIsReleased: It has been released, so it can no longer be held.');
  END IF;
  IF EXISTS (SELECT FROM publication_hold h WHERE h.deliverable_id = NEW.deliverable_id AND h.id <> NEW.id
             AND h.lifted_at IS NULL AND h.ends_on > NEW.placed_on) THEN
    PERFORM soundings.refuse('PublicationIsHeld', 'PublicationIsHeld: Publication is held already.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER publication_hold_alone BEFORE INSERT ON publication_hold FOR EACH ROW EXECUTE FUNCTION publication_hold_alone();
CREATE FUNCTION publication_hold_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.lifted_at IS NULL AND (NEW.reason, NEW.words, NEW.placed_on, NEW.ends_on, NEW.placed_by_id)
      IS NOT DISTINCT FROM (OLD.reason, OLD.words, OLD.placed_on, OLD.ends_on, OLD.placed_by_id) THEN
    RETURN NEW;
  END IF;
  PERFORM soundings.refuse('DeliveryIsKept', 'DeliveryIsKept: A hold is lifted or runs out; it is never rewritten.');
  RETURN NULL;
END $$;
CREATE TRIGGER publication_hold_is_kept BEFORE UPDATE OR DELETE ON publication_hold
  FOR EACH ROW EXECUTE FUNCTION publication_hold_is_kept();

CREATE FUNCTION finding_is_not_held() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  until date;
BEGIN
  IF NEW.published_at IS NULL OR NEW.deliverable_id IS NULL THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.published_at IS NOT NULL THEN RETURN NEW; END IF;
  SELECT max(h.ends_on) INTO until FROM publication_hold h
    JOIN publication_clock c ON c.deliverable_id = h.deliverable_id AND c.rights = 'afterReview'
    WHERE h.deliverable_id = NEW.deliverable_id AND h.lifted_at IS NULL AND h.ends_on > soundings.now()::date;
  IF until IS NOT NULL THEN
    PERFORM soundings.refuse('PublicationIsHeld', format('PublicationIsHeld: Publication is held until %s, as the terms allow.',
      to_char(until, 'FMDD FMMonth YYYY')));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER finding_is_not_held BEFORE INSERT OR UPDATE OF published_at ON finding
  FOR EACH ROW EXECUTE FUNCTION finding_is_not_held();
