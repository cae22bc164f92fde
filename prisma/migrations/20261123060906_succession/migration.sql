-- CreateEnum
CREATE TYPE "ReorganisationKind" AS ENUM ('rename', 'merge', 'split', 'close');

-- CreateEnum
CREATE TYPE "ReorganisationSide" AS ENUM ('predecessor', 'successor');

-- CreateEnum
CREATE TYPE "HandoverAnswer" AS ENUM ('accepted', 'declined', 'withdrawn');

-- CreateTable
CREATE TABLE "reorganisation" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "kind" "ReorganisationKind" NOT NULL,
    "effective_on" DATE NOT NULL,
    "basis" TEXT NOT NULL,
    "former_name" TEXT,
    "new_name" TEXT,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(6) NOT NULL,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(6),
    "withdrawn_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(6),
    "withdrawn_reason" TEXT,
    "completed_by_id" UUID,
    "completed_at" TIMESTAMPTZ(6),

    CONSTRAINT "reorganisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reorganisation_part" (
    "reorganisation_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "side" "ReorganisationSide" NOT NULL,
    "person_id" UUID,

    CONSTRAINT "reorganisation_part_pkey" PRIMARY KEY ("reorganisation_id","organisation_id")
);

-- CreateTable
CREATE TABLE "handover" (
    "id" UUID NOT NULL,
    "reorganisation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "became" TEXT,
    "label" TEXT NOT NULL,
    "path" TEXT,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(6) NOT NULL,
    "answer_by" DATE,
    "escalate_on" DATE,
    "answer" "HandoverAnswer",
    "words" TEXT NOT NULL DEFAULT '',
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(6),
    "followed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "handover_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "reorganisation_reference_key" ON "reorganisation"("reference");

-- CreateIndex
CREATE INDEX "reorganisation_part_organisation_id_idx" ON "reorganisation_part"("organisation_id");

-- CreateIndex
CREATE INDEX "handover_reorganisation_id_idx" ON "handover"("reorganisation_id");

-- CreateIndex
CREATE INDEX "handover_kind_item_idx" ON "handover"("kind", "item");

-- CreateIndex
CREATE INDEX "handover_kind_became_idx" ON "handover"("kind", "became");

-- CreateIndex
CREATE INDEX "handover_to_id_idx" ON "handover"("to_id");

-- AddForeignKey
ALTER TABLE "reorganisation" ADD CONSTRAINT "reorganisation_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reorganisation_part" ADD CONSTRAINT "reorganisation_part_reorganisation_id_fkey" FOREIGN KEY ("reorganisation_id") REFERENCES "reorganisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reorganisation_part" ADD CONSTRAINT "reorganisation_part_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reorganisation_part" ADD CONSTRAINT "reorganisation_part_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_reorganisation_id_fkey" FOREIGN KEY ("reorganisation_id") REFERENCES "reorganisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Two people, a reason, and names where it is about a name.
ALTER TABLE reorganisation
  ADD CONSTRAINT reorganisation_basis_check CHECK (btrim(basis) <> ''),
  ADD CONSTRAINT reorganisation_names_check CHECK (
    (kind = 'rename') = (new_name IS NOT NULL) AND (kind = 'rename') = (former_name IS NOT NULL)
    AND btrim(new_name) <> '' AND new_name <> former_name),
  ADD CONSTRAINT reorganisation_two_people CHECK (confirmed_by_id <> proposed_by_id),
  ADD CONSTRAINT reorganisation_confirmed_check CHECK ((confirmed_by_id IS NULL) = (confirmed_at IS NULL)),
  ADD CONSTRAINT reorganisation_withdrawn_check CHECK (
    (withdrawn_by_id IS NULL) = (withdrawn_at IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL)
    AND btrim(withdrawn_reason) <> ''),
  ADD CONSTRAINT reorganisation_completed_check CHECK (
    (completed_by_id IS NULL) = (completed_at IS NULL) AND (completed_at IS NULL OR confirmed_at IS NOT NULL)
    AND num_nonnulls(completed_at, withdrawn_at) < 2);
ALTER TABLE handover
  ADD CONSTRAINT handover_other_check CHECK (from_id <> to_id AND btrim(kind) <> '' AND btrim(item) <> ''),
  ADD CONSTRAINT handover_answer_check CHECK (
    (answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by_id IS NULL)
    AND (answer IS DISTINCT FROM 'declined' OR btrim(words) <> '')),
  ADD CONSTRAINT handover_days_check CHECK ((answer_by IS NULL) = (escalate_on IS NULL) AND escalate_on > answer_by),
  ADD CONSTRAINT handover_followed_check CHECK (NOT followed OR answer = 'accepted'),
  ADD CONSTRAINT handover_from_part FOREIGN KEY (reorganisation_id, from_id)
    REFERENCES reorganisation_part (reorganisation_id, organisation_id),
  ADD CONSTRAINT handover_to_part FOREIGN KEY (reorganisation_id, to_id)
    REFERENCES reorganisation_part (reorganisation_id, organisation_id);
-- Offered once at a time, and taken over once.
CREATE UNIQUE INDEX handover_once ON handover (reorganisation_id, kind, item, from_id)
  WHERE answer IS NULL OR answer = 'accepted';
CREATE INDEX handover_waiting ON handover (answer_by) WHERE answer IS NULL;

-- Records that were found to be one organisation are one, however often.
CREATE VIEW soundings.merged_record AS
  WITH RECURSIVE step AS (
    SELECT id, merged_into_id AS kept_id FROM organisation WHERE merged_into_id IS NOT NULL
    UNION SELECT s.id, o.merged_into_id FROM step s JOIN organisation o ON o.id = s.kept_id
      WHERE o.merged_into_id IS NOT NULL)
  SELECT s.id, s.kept_id FROM step s JOIN organisation o ON o.id = s.kept_id AND o.merged_into_id IS NULL;

-- Who came after whom, through any number of steps: by one record of two, or by what two people confirmed.
CREATE VIEW soundings.organisation_heir AS
  WITH RECURSIVE step AS (
    SELECT id, merged_into_id AS heir_id FROM organisation WHERE merged_into_id IS NOT NULL
    UNION SELECT p.organisation_id, s.organisation_id FROM reorganisation r
      JOIN reorganisation_part p ON p.reorganisation_id = r.id AND p.side = 'predecessor'
      JOIN reorganisation_part s ON s.reorganisation_id = r.id AND s.side = 'successor'
      WHERE r.confirmed_at IS NOT NULL AND r.withdrawn_at IS NULL
        AND r.effective_on <= (soundings.now() AT TIME ZONE 'Europe/London')::date
  ), line AS (
    SELECT id, heir_id FROM step
    UNION SELECT l.id, s.heir_id FROM line l JOIN step s ON s.id = l.heir_id)
  SELECT id, heir_id FROM line WHERE id <> heir_id;

-- As people see it: H7K4-QXMF.
CREATE FUNCTION soundings.shown_reference(reference text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT substr(reference, 1, 4) || '-' || substr(reference, 5)
$$;

-- Who stands for a bid: the bidder, or whoever it followed to while nobody might know of it.
CREATE FUNCTION soundings.bid_followed(the_kind text, the_item text, written uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT t.to_id FROM handover t WHERE t.kind = the_kind AND t.item = the_item AND t.answer = 'accepted'
    ORDER BY t.answered_at DESC, t.id DESC LIMIT 1), written)
$$;

-- Everything live that an organisation holds and that would be nobody's without it, as the list in the code says:
-- `stands` marks what keeps the name it was written with, and is answered for by whoever accepted it last.
CREATE VIEW soundings.held_row AS
  WITH today AS (SELECT (soundings.now() AT TIME ZONE 'Europe/London')::date AS day)
  SELECT 'team' AS kind, t.id::text AS item, t.organisation_id, false AS stands, t.name AS label,
    '/teams/' || soundings.shown_reference(t.reference) AS path
  FROM team t WHERE t.closed_at IS NULL
  UNION ALL
  SELECT 'affiliation', a.id::text, a.organisation_id, false, p.name,
    (SELECT '/experts/' || soundings.shown_reference(p.reference) FROM expert_profile e WHERE e.person_id = p.id AND e.listed AND p.verified_at IS NOT NULL)
  FROM affiliation a JOIN person p ON p.id = a.person_id AND p.erased_at IS NULL AND p.merged_into_id IS NULL, today
  WHERE a.ends_on IS NULL OR a.ends_on > today.day
  UNION ALL
  SELECT 'domain', d.domain, d.organisation_id, false, d.domain, NULL FROM organisation_domain d
  UNION ALL
  SELECT 'joinRequest', j.id::text, j.organisation_id, false, 'A request to join', NULL FROM join_request j
  WHERE j.decided_at IS NULL AND j.organisation_id IS NOT NULL
  UNION ALL
  SELECT 'invitation', i.id::text, i.organisation_id, false, 'An invitation to join', NULL FROM invitation i
  WHERE i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > soundings.now() AND i.organisation_id IS NOT NULL
  UNION ALL
  SELECT 'questionInvitation', i.id::text, i.organisation_id, false, 'An invitation to answer a question',
    '/questions/' || soundings.shown_reference(q.reference)
  FROM question_invitation i JOIN question q ON q.id = i.question_id
  WHERE i.organisation_id IS NOT NULL AND i.declined_at IS NULL AND q.withdrawn_at IS NULL AND q.answered_at IS NULL
    AND q.decided_at IS NULL
  UNION ALL
  SELECT 'award', a.id::text, soundings.bid_followed('bid', b.id::text, b.organisation_id), true, 'The award for ' || q.title, '/awards/' || soundings.shown_reference(a.reference)
  FROM award a JOIN bid b ON b.id = a.bid_id JOIN question q ON q.id = a.question_id
  WHERE b.organisation_id IS NOT NULL AND a.notice_at IS NOT NULL AND a.withdrawn_at IS NULL AND a.closed_at IS NULL
    AND q.visibility = 'network'
  UNION ALL
  SELECT 'awardPartner', a.id || ':' || x.organisation_id,
    soundings.bid_followed('bidPartner', a.bid_id || ':' || x.organisation_id, x.organisation_id), true, 'A place in the award for ' || q.title,
    '/awards/' || soundings.shown_reference(a.reference)
  FROM award a JOIN bid_partner x ON x.bid_id = a.bid_id JOIN question q ON q.id = a.question_id
  WHERE a.notice_at IS NOT NULL AND a.withdrawn_at IS NULL AND a.closed_at IS NULL AND q.visibility = 'network'
  UNION ALL
  SELECT 'funding', f.id::text, f.organisation_id, true, 'Money named for a question', '/questions/' || soundings.shown_reference(q.reference)
  FROM funding f JOIN question q ON q.id = f.question_id LEFT JOIN award a ON a.id = f.award_id
  WHERE q.withdrawn_at IS NULL AND CASE WHEN f.award_id IS NULL THEN q.decided_at IS NULL AND q.answered_at IS NULL
      AND NOT EXISTS (SELECT FROM funding_change c WHERE c.funding_id = f.id AND c.certainty = 'fallenAway')
    ELSE a.withdrawn_at IS NULL AND a.closed_at IS NULL END
  UNION ALL
  SELECT 'ledgerLine', l.id::text, l.organisation_id, true, l.purpose, '/money/lines/' || soundings.shown_reference(l.reference)
  FROM ledger_line l, today WHERE l.ends_on >= today.day
    AND NOT EXISTS (SELECT FROM ledger_line n WHERE n.supersedes_id = l.id)
  UNION ALL
  SELECT 'groupChair', g.id::text, g.chair_id, false, g.name, '/governance/groups/' || soundings.shown_reference(g.reference)
  FROM governance_group g
  WHERE NOT EXISTS (SELECT FROM group_ending e WHERE e.group_id = g.id AND e.reopened_on IS NULL)
  UNION ALL
  SELECT 'groupMember', m.id::text, m.organisation_id, false, g.name, '/governance/groups/' || soundings.shown_reference(g.reference)
  FROM group_member m JOIN governance_group g ON g.id = m.group_id
  WHERE m.ends_on IS NULL AND NOT EXISTS (SELECT FROM group_ending e WHERE e.group_id = g.id AND e.reopened_on IS NULL)
  UNION ALL
  SELECT 'responsibility', r.id::text, r.organisation_id, false,
    initcap(r.role::text) || ': ' || coalesce(t.name, p.name, i.name,
      CASE WHEN r.question_id IS NOT NULL THEN 'a question' ELSE 'an action of a group' END),
    '/governance/responsibilities/' || CASE WHEN r.term_id IS NOT NULL THEN 'threatArea/' || soundings.shown_reference(t.reference)
      WHEN r.priority_id IS NOT NULL THEN 'priority/' || soundings.shown_reference(p.reference) WHEN r.item_id IS NOT NULL THEN 'objective/' || soundings.shown_reference(i.reference)
      WHEN r.question_id IS NOT NULL THEN 'question/' || soundings.shown_reference(q.reference) ELSE 'action/' || soundings.shown_reference(d.reference) END
  FROM responsibility r LEFT JOIN term t ON t.id = r.term_id LEFT JOIN priority p ON p.id = r.priority_id
    LEFT JOIN framework_item i ON i.id = r.item_id LEFT JOIN question q ON q.id = r.question_id
    LEFT JOIN group_decision d ON d.id = r.decision_id
  WHERE r.ends_on IS NULL
  UNION ALL
  SELECT 'capability', c.id::text, c.owner_id, false, c.name, '/governance/capabilities/' || soundings.shown_reference(c.reference)
  FROM capability c WHERE c.stage IS DISTINCT FROM 'retired'
  UNION ALL
  SELECT 'capabilityUser', c.id || ':' || u.organisation_id, u.organisation_id, false, c.name,
    '/governance/capabilities/' || soundings.shown_reference(c.reference)
  FROM capability_user u JOIN capability c ON c.id = u.capability_id AND c.stage IS DISTINCT FROM 'retired'
  UNION ALL
  SELECT 'measure', m.id::text, m.organisation_id, false, m.name, '/measures/' || soundings.shown_reference(m.reference)
  FROM measure m WHERE m.state <> 'retired' AND m.organisation_id IS NOT NULL
  UNION ALL
  SELECT 'prioritySet', s.id::text, s.owner_organisation_id, false, s.document, '/priority-sets/' || s.slug
  FROM priority_set s, today WHERE s.owner_organisation_id IS NOT NULL AND (s.ends_on IS NULL OR s.ends_on >= today.day)
  UNION ALL
  SELECT 'jointSet', j.id || ':' || o.organisation_id, o.organisation_id, true,
    CASE WHEN j.published_at IS NULL THEN 'A joint set that is being signed' ELSE j.document END,
    CASE WHEN j.published_at IS NULL THEN '/joint-sets/' || soundings.shown_reference(j.reference) ELSE (SELECT '/priority-sets/' || s.slug
      FROM priority_set s WHERE s.joint_set_id = j.id) END
  FROM joint_set_owner o JOIN joint_set j ON j.id = o.joint_set_id AND j.withdrawn_at IS NULL
  WHERE NOT EXISTS (SELECT FROM priority_set s, today WHERE s.joint_set_id = j.id AND s.ends_on < today.day)
  UNION ALL
  SELECT 'following', f.id::text, f.organisation_id, false, coalesce(w.document, s.document),
    CASE WHEN w.id IS NULL THEN '/priority-sets/' || s.slug ELSE '/frameworks/' || w.slug END
  FROM following f LEFT JOIN framework w ON w.id = f.framework_id LEFT JOIN priority_set s ON s.id = f.priority_set_id, today
  WHERE f.ended_at IS NULL AND (f.ends_on IS NULL OR f.ends_on > today.day)
  UNION ALL
  SELECT 'objective', v.framework_item_id::text, v.owner_organisation_id, false, i.name, '/frameworks/' || w.slug
  FROM objective_version v JOIN framework_item i ON i.id = v.framework_item_id JOIN framework w ON w.id = i.framework_id, today
  WHERE v.owner_organisation_id IS NOT NULL AND (w.ends_on IS NULL OR w.ends_on >= today.day)
    AND NOT EXISTS (SELECT FROM objective_version n WHERE n.framework_item_id = v.framework_item_id AND n.number > v.number)
  UNION ALL
  SELECT 'dataset', d.id::text, d.organisation_id, false, d.name, '/datasets/' || soundings.shown_reference(d.reference) FROM dataset d;

-- Bids that nobody may count: what is not yet an award of which everybody knows.
CREATE VIEW soundings.held_unseen AS
  WITH live AS (
    SELECT b.id, b.organisation_id FROM bid b JOIN question q ON q.id = b.question_id
    WHERE b.withdrawn_at IS NULL AND q.withdrawn_at IS NULL AND CASE WHEN q.decided_at IS NULL THEN true
      ELSE EXISTS (SELECT FROM award a WHERE a.bid_id = b.id AND a.withdrawn_at IS NULL AND a.closed_at IS NULL
        AND (a.notice_at IS NULL OR q.visibility <> 'network')) END)
  SELECT 'bid' AS kind, l.id::text AS item, l.organisation_id FROM live l WHERE l.organisation_id IS NOT NULL
  UNION ALL
  SELECT 'bidPartner', l.id || ':' || x.organisation_id, x.organisation_id FROM live l JOIN bid_partner x ON x.bid_id = l.id;

CREATE VIEW soundings.held_item AS
  SELECT h.kind, h.item, h.label, h.path, h.stands, h.organisation_id AS written_id,
    coalesce(m.kept_id, o.holder_id) AS holder_id
  FROM soundings.held_row h CROSS JOIN LATERAL (SELECT coalesce(CASE WHEN h.stands THEN (
      SELECT t.to_id FROM handover t WHERE t.kind = h.kind AND t.item = h.item AND t.answer = 'accepted'
      ORDER BY t.answered_at DESC, t.id DESC LIMIT 1) END, h.organisation_id) AS holder_id) o
  LEFT JOIN soundings.merged_record m ON m.id = o.holder_id
  UNION ALL
  SELECT h.kind, h.item, NULL, NULL, true, h.organisation_id, coalesce(m.kept_id, o.holder_id)
  FROM soundings.held_unseen h CROSS JOIN LATERAL (SELECT coalesce((
      SELECT t.to_id FROM handover t WHERE t.kind = h.kind AND t.item = h.item AND t.answer = 'accepted'
      ORDER BY t.answered_at DESC, t.id DESC LIMIT 1), h.organisation_id) AS holder_id) o
  LEFT JOIN soundings.merged_record m ON m.id = o.holder_id;

-- What is held by nobody who is still there: empty, always.
CREATE VIEW soundings.orphan AS
  SELECT h.* FROM soundings.held_item h JOIN organisation o ON o.id = h.holder_id AND o.closed_at IS NOT NULL;

-- An organisation ends when nothing live is left with it. Two records of one organisation are no reorganisation.
CREATE FUNCTION soundings.organisation_closes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  remaining int;
BEGIN
  IF NEW.merged_into_id IS NOT NULL THEN RETURN NEW; END IF;
  SELECT count(*) INTO remaining FROM soundings.held_item h WHERE h.holder_id = NEW.id;
  IF remaining > 0 THEN
    PERFORM soundings.refuse('OrganisationHoldsItems',
      'OrganisationHoldsItems: It still holds what nobody has accepted, so it cannot close.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER organisation_closes BEFORE UPDATE OF closed_at ON organisation
  FOR EACH ROW WHEN (OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL) EXECUTE FUNCTION soundings.organisation_closes();

-- What was proposed stands as it was; it is confirmed, withdrawn or completed, each once.
CREATE FUNCTION soundings.reorganisation_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  said text[] := ARRAY['confirmed_by_id', 'confirmed_at', 'withdrawn_by_id', 'withdrawn_at', 'withdrawn_reason',
    'completed_by_id', 'completed_at'];
  endings int;
  heirs int;
BEGIN
  IF TG_OP = 'DELETE' OR (to_jsonb(OLD) - said) <> (to_jsonb(NEW) - said)
     OR OLD.withdrawn_at IS NOT NULL OR OLD.completed_at IS NOT NULL
     OR (OLD.confirmed_at IS NOT NULL AND OLD.confirmed_at IS DISTINCT FROM NEW.confirmed_at) THEN
    PERFORM soundings.refuse('ReorganisationIsKept', 'ReorganisationIsKept: What was proposed stays as it was.');
  END IF;
  IF OLD.confirmed_at IS NULL AND NEW.confirmed_at IS NOT NULL THEN
    SELECT count(*) FILTER (WHERE side = 'predecessor'), count(*) FILTER (WHERE side = 'successor')
      INTO endings, heirs FROM reorganisation_part WHERE reorganisation_id = NEW.id;
    IF (CASE NEW.kind WHEN 'rename' THEN (endings, heirs) <> (1, 0) WHEN 'merge' THEN endings < 1 OR heirs <> 1
       WHEN 'split' THEN endings <> 1 OR heirs < 2 ELSE endings <> 1 OR heirs < 1 END) THEN
      PERFORM soundings.refuse('SuccessorIsMissing', 'SuccessorIsMissing: The organisations do not fit what is proposed.');
    END IF;
    IF NEW.kind <> 'rename' AND EXISTS (SELECT FROM reorganisation_part
        WHERE reorganisation_id = NEW.id AND person_id IS NULL) THEN
      PERFORM soundings.refuse('PersonIsMissing', 'PersonIsMissing: Name a person for each of the organisations first.');
    END IF;
  END IF;
  IF NEW.completed_at IS NOT NULL AND NEW.kind <> 'rename' AND EXISTS (SELECT FROM reorganisation_part p
      JOIN organisation o ON o.id = p.organisation_id AND o.closed_at IS NULL
      WHERE p.reorganisation_id = NEW.id AND p.side = 'predecessor') THEN
    PERFORM soundings.refuse('OrganisationIsOpen', 'OrganisationIsOpen: One of them is not closed yet.');
  END IF;
  IF NEW.withdrawn_at IS NOT NULL AND EXISTS (SELECT FROM handover
      WHERE reorganisation_id = NEW.id AND answer = 'accepted') THEN
    PERFORM soundings.refuse('HandoverIsAccepted', 'HandoverIsAccepted: Something was taken over already. Reorganise the other way round.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reorganisation_kept BEFORE UPDATE OR DELETE ON reorganisation
  FOR EACH ROW EXECUTE FUNCTION soundings.reorganisation_kept();

CREATE FUNCTION soundings.reorganisation_part_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  whole reorganisation%ROWTYPE;
BEGIN
  IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND (to_jsonb(OLD) - 'person_id') <> (to_jsonb(NEW) - 'person_id')) THEN
    PERFORM soundings.refuse('ReorganisationIsKept', 'ReorganisationIsKept: What was proposed stays as it was.');
  END IF;
  SELECT * INTO whole FROM reorganisation WHERE id = NEW.reorganisation_id FOR UPDATE;
  IF coalesce(whole.withdrawn_at, whole.completed_at) IS NOT NULL OR (TG_OP = 'INSERT' AND whole.confirmed_at IS NOT NULL) THEN
    PERFORM soundings.refuse('ReorganisationIsKept', 'ReorganisationIsKept: What was proposed stays as it was.');
  END IF;
  IF TG_OP = 'INSERT' THEN
    PERFORM FROM organisation WHERE id = NEW.organisation_id FOR UPDATE;
    IF EXISTS (SELECT FROM organisation WHERE id = NEW.organisation_id AND closed_at IS NOT NULL) THEN
      PERFORM soundings.refuse('OrganisationIsClosed', 'OrganisationIsClosed: One of these organisations is closed.');
    END IF;
    IF EXISTS (SELECT FROM reorganisation_part p JOIN reorganisation r ON r.id = p.reorganisation_id
        AND r.withdrawn_at IS NULL AND r.completed_at IS NULL AND r.id <> NEW.reorganisation_id
        WHERE p.organisation_id = NEW.organisation_id AND (p.side = 'predecessor' OR NEW.side = 'predecessor')) THEN
      PERFORM soundings.refuse('ReorganisedAlready', 'ReorganisedAlready: One of these organisations is being reorganised already.');
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reorganisation_part_kept BEFORE INSERT OR UPDATE OR DELETE ON reorganisation_part
  FOR EACH ROW EXECUTE FUNCTION soundings.reorganisation_part_kept();

-- From one side to the other, answered once; taken over only in a confirmed reorganisation and from its day on.
CREATE FUNCTION soundings.handover_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  said text[] := ARRAY['answer', 'words', 'answered_by_id', 'answered_at', 'became', 'answer_by', 'escalate_on'];
  whole reorganisation%ROWTYPE;
BEGIN
  IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND (OLD.answer IS NOT NULL
      OR (to_jsonb(OLD) - said) <> (to_jsonb(NEW) - said))) THEN
    PERFORM soundings.refuse('HandoverIsKept', 'HandoverIsKept: A handover is answered once and stays.');
  END IF;
  SELECT * INTO whole FROM reorganisation WHERE id = NEW.reorganisation_id FOR SHARE;
  IF coalesce(whole.withdrawn_at, whole.completed_at) IS NOT NULL THEN
    PERFORM soundings.refuse('ReorganisationIsKept', 'ReorganisationIsKept: This reorganisation is over.');
  END IF;
  IF NOT EXISTS (SELECT FROM reorganisation_part WHERE reorganisation_id = NEW.reorganisation_id
      AND organisation_id = NEW.from_id AND side = 'predecessor')
     OR NOT EXISTS (SELECT FROM reorganisation_part WHERE reorganisation_id = NEW.reorganisation_id
      AND organisation_id = NEW.to_id AND side = 'successor') THEN
    PERFORM soundings.refuse('SuccessorIsUnknown', 'SuccessorIsUnknown: It is handed from one that ends to one that follows.');
  END IF;
  IF NEW.answer = 'accepted' AND (whole.confirmed_at IS NULL
      OR whole.effective_on > (soundings.now() AT TIME ZONE 'Europe/London')::date) THEN
    PERFORM soundings.refuse('HandoverIsEarly', 'HandoverIsEarly: It is taken over from the day on which the reorganisation takes effect.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER handover_kept BEFORE INSERT OR UPDATE OR DELETE ON handover
  FOR EACH ROW EXECUTE FUNCTION soundings.handover_kept();

-- Nothing live comes to an organisation that has ended.
CREATE FUNCTION soundings.holder_is_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM organisation o WHERE o.id = (to_jsonb(NEW) ->> TG_ARGV[0])::uuid
      AND o.closed_at IS NOT NULL AND o.merged_into_id IS NULL) THEN
    PERFORM soundings.refuse('OrganisationIsClosed', 'OrganisationIsClosed: This organisation has closed. Choose its successor.');
  END IF;
  RETURN NEW;
END $$;
DO $$
DECLARE
  one text[];
BEGIN
  FOREACH one SLICE 1 IN ARRAY ARRAY[['team', 'organisation_id'], ['organisation_domain', 'organisation_id'],
    ['governance_group', 'chair_id'], ['group_member', 'organisation_id'], ['responsibility', 'organisation_id'],
    ['capability', 'owner_id'], ['capability_user', 'organisation_id'], ['measure', 'organisation_id'],
    ['dataset', 'organisation_id'], ['priority_set', 'owner_organisation_id'], ['joint_set_owner', 'organisation_id'],
    ['following', 'organisation_id'], ['funding', 'organisation_id'], ['question_invitation', 'organisation_id'],
    ['invitation', 'organisation_id'], ['join_request', 'organisation_id'], ['bid', 'organisation_id'],
    ['bid_partner', 'organisation_id']]
  LOOP
    EXECUTE format('CREATE TRIGGER holder_is_open BEFORE INSERT OR UPDATE OF %I ON %I FOR EACH ROW
      EXECUTE FUNCTION soundings.holder_is_open(%L)', one[2], one[1], one[2]);
  END LOOP;
END $$;
