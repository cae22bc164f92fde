CREATE TABLE "approval_scheme" (
    "id" UUID NOT NULL,
    "team_id" UUID,
    "organisation_id" UUID,
    "holds_from" TIMESTAMPTZ(6) NOT NULL,
    "set_by_id" UUID NOT NULL,

    CONSTRAINT "approval_scheme_pkey" PRIMARY KEY ("id"),
    CONSTRAINT approval_scheme_is_of_one CHECK (num_nonnulls(team_id, organisation_id) = 1)
);
CREATE TABLE "approval_level" (
    "id" UUID NOT NULL,
    "scheme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "from_amount" INTEGER NOT NULL,
    "role" TEXT,

    CONSTRAINT "approval_level_pkey" PRIMARY KEY ("id"),
    CONSTRAINT approval_level_is_numbered CHECK (number BETWEEN 1 AND 3 AND from_amount >= 0),
    CONSTRAINT approval_level_role CHECK (role IN ('budgetHolder', 'seniorResponsibleOwner', 'coordinator'))
);
CREATE TABLE "approval_level_person" (
    "level_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "approval_level_person_pkey" PRIMARY KEY ("level_id","person_id")
);
CREATE TABLE "approval" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "recommendation_id" UUID,
    "level" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(6) NOT NULL,
    "voided_at" TIMESTAMPTZ(6),

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id"),
    CONSTRAINT approval_is_of_a_level CHECK (level BETWEEN 0 AND 3),
    CONSTRAINT approval_is_void_later CHECK (voided_at >= given_at)
);
ALTER TABLE "recommendation" ADD COLUMN "value" INTEGER CHECK (value >= 0);
CREATE INDEX "approval_scheme_team_id_holds_from_idx" ON "approval_scheme"("team_id", "holds_from");
CREATE INDEX "approval_scheme_organisation_id_holds_from_idx" ON "approval_scheme"("organisation_id", "holds_from");
CREATE UNIQUE INDEX "approval_level_scheme_id_number_key" ON "approval_level"("scheme_id", "number");
CREATE INDEX "approval_level_person_person_id_idx" ON "approval_level_person"("person_id");
CREATE INDEX "approval_question_id_idx" ON "approval"("question_id");
CREATE INDEX "approval_person_id_idx" ON "approval"("person_id");
ALTER TABLE "approval_scheme" ADD CONSTRAINT "approval_scheme_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "approval_scheme" ADD CONSTRAINT "approval_scheme_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "approval_scheme" ADD CONSTRAINT "approval_scheme_set_by_id_fkey" FOREIGN KEY ("set_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "approval_level" ADD CONSTRAINT "approval_level_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "approval_scheme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "approval_level_person" ADD CONSTRAINT "approval_level_person_level_id_fkey" FOREIGN KEY ("level_id") REFERENCES "approval_level"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "approval_level_person" ADD CONSTRAINT "approval_level_person_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "approval" ADD CONSTRAINT "approval_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "approval" ADD CONSTRAINT "approval_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "approval" ADD CONSTRAINT "approval_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Each level once, and nobody at two, of what stands.
CREATE UNIQUE INDEX approval_once_a_level ON approval (coalesce(recommendation_id, question_id), level)
  WHERE voided_at IS NULL;
CREATE UNIQUE INDEX approval_once_a_person ON approval (coalesce(recommendation_id, question_id), person_id)
  WHERE voided_at IS NULL;

CREATE FUNCTION soundings.keep_approval_scheme() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'levels of approval are never changed: others follow them' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER approval_scheme_is_kept BEFORE UPDATE OR DELETE ON approval_scheme
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_approval_scheme();
CREATE TRIGGER approval_level_is_kept BEFORE UPDATE OR DELETE ON approval_level
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_approval_scheme();

-- In order, and never by whoever wrote or recommended what is approved.
CREATE FUNCTION soundings.approval_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.level > 0 AND NOT EXISTS (SELECT FROM approval a WHERE a.question_id = NEW.question_id
      AND a.recommendation_id IS NOT DISTINCT FROM NEW.recommendation_id AND a.level = NEW.level - 1
      AND a.voided_at IS NULL AND a.digest = NEW.digest) THEN
    PERFORM soundings.refuse('ApprovalIsOutOfOrder', 'ApprovalIsOutOfOrder: The level before has not approved this.');
  END IF;
  IF EXISTS (SELECT FROM question q WHERE q.id = NEW.question_id AND q.author_id = NEW.person_id)
    OR EXISTS (SELECT FROM recommendation r WHERE r.id = NEW.recommendation_id AND r.made_by_id = NEW.person_id) THEN
    PERFORM soundings.refuse('ApprovalIsOfOwnWork', 'ApprovalIsOfOwnWork: Nobody approves what they wrote or recommended.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER approval_in_order BEFORE INSERT ON approval FOR EACH ROW EXECUTE FUNCTION soundings.approval_in_order();
CREATE FUNCTION soundings.keep_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.voided_at IS NULL
    AND (NEW.question_id, NEW.recommendation_id, NEW.level, NEW.person_id, NEW.digest, NEW.given_at)
      IS NOT DISTINCT FROM (OLD.question_id, OLD.recommendation_id, OLD.level, OLD.person_id, OLD.digest, OLD.given_at)
  THEN RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an approval becomes void; it is never changed' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER approval_is_kept BEFORE UPDATE OR DELETE ON approval
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_approval();

-- What goes back, or comes again, is approved from the beginning.
CREATE FUNCTION soundings.void_approvals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'question' THEN
    UPDATE approval SET voided_at = greatest(given_at, soundings.now())
      WHERE question_id = NEW.id AND recommendation_id IS NULL AND voided_at IS NULL;
  ELSE
    UPDATE approval SET voided_at = greatest(given_at, soundings.now())
      WHERE recommendation_id = NEW.id AND voided_at IS NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER question_approvals_are_void AFTER UPDATE OF submitted_at, returned_at ON question FOR EACH ROW
  WHEN (OLD.submitted_at IS DISTINCT FROM NEW.submitted_at OR OLD.returned_at IS DISTINCT FROM NEW.returned_at)
  EXECUTE FUNCTION soundings.void_approvals();
CREATE TRIGGER recommendation_approvals_are_void AFTER UPDATE OF returned_at ON recommendation FOR EACH ROW
  WHEN (OLD.returned_at IS DISTINCT FROM NEW.returned_at) EXECUTE FUNCTION soundings.void_approvals();

-- An organisation's levels hold for each of its teams; a team's own where the organisation has none.
CREATE FUNCTION soundings.approval_scheme(of_team uuid, at timestamptz) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (SELECT o.id FROM (SELECT s.id FROM approval_scheme s JOIN team t ON t.organisation_id = s.organisation_id
        WHERE t.id = of_team AND s.holds_from <= at ORDER BY s.holds_from DESC, s.id DESC LIMIT 1) o
      WHERE EXISTS (SELECT FROM approval_level l WHERE l.scheme_id = o.id)),
    (SELECT s.id FROM approval_scheme s WHERE s.team_id = of_team AND s.holds_from <= at
      ORDER BY s.holds_from DESC, s.id DESC LIMIT 1))
$$;

-- Number and amounts stay as they were when it was handed in; the people of a level are those of now.
CREATE FUNCTION soundings.approval_levels(of_team uuid, since timestamptz)
RETURNS TABLE (number integer, from_amount integer, who_id uuid, role text) LANGUAGE sql STABLE AS $$
  SELECT p.number, p.from_amount, coalesce(n.id, p.id), CASE WHEN n.id IS NULL THEN p.role ELSE n.role END
  FROM approval_level p
  LEFT JOIN approval_level n ON n.number = p.number AND n.scheme_id = soundings.approval_scheme(of_team, 'infinity')
  WHERE p.scheme_id = soundings.approval_scheme(of_team, since)
$$;

CREATE FUNCTION soundings.approvers(of_level uuid, of_team uuid) RETURNS TABLE (person_id uuid) LANGUAGE sql STABLE AS $$
  SELECT p.id FROM person p WHERE p.verified_at IS NOT NULL AND p.suspended_at IS NULL AND p.erased_at IS NULL AND (
    p.id IN (SELECT l.person_id FROM approval_level_person l WHERE l.level_id = of_level)
    OR EXISTS (SELECT FROM approval_level l JOIN team_membership m ON m.team_id = of_team AND m.ends_at IS NULL
      AND l.role = ANY(m.roles::text[]) WHERE l.id = of_level AND m.person_id = p.id)
    OR EXISTS (SELECT FROM approval_level l JOIN installation_role_grant g ON g.role::text = l.role AND g.revoked_at IS NULL
      WHERE l.id = of_level AND l.role = 'coordinator' AND g.person_id = p.id))
$$;

-- What waits for a further approval, and for whom.
CREATE VIEW approval_waiting AS
WITH thing AS (
  SELECT q.id AS question_id, NULL::uuid AS recommendation_id, q.team_id, q.submitted_at AS since,
    CASE WHEN r.takes_bids THEN q.budget_maximum ELSE coalesce(q.budget_maximum, 0) END AS value
  FROM question q JOIN route r ON r.id = q.route_id
  WHERE q.submitted_at IS NOT NULL AND q.published_at IS NULL AND q.withdrawn_at IS NULL AND q.set_aside_at IS NULL
  UNION ALL
  SELECT q.id, x.id, q.team_id, x.made_at, x.value
  FROM recommendation x JOIN question q ON q.id = x.question_id
  WHERE x.approved_at IS NULL AND x.returned_at IS NULL AND x.outcome = 'awarded' AND q.decided_at IS NULL
    AND q.withdrawn_at IS NULL)
SELECT t.question_id, t.recommendation_id, l.number AS level, who.person_id
FROM approval owned
JOIN thing t ON t.question_id = owned.question_id AND t.recommendation_id IS NOT DISTINCT FROM owned.recommendation_id
CROSS JOIN LATERAL (
  SELECT n.number, n.who_id FROM soundings.approval_levels(t.team_id, t.since) n
  WHERE (t.value IS NULL OR n.from_amount <= t.value) AND NOT EXISTS (
    SELECT FROM approval a WHERE a.question_id = t.question_id
      AND a.recommendation_id IS NOT DISTINCT FROM t.recommendation_id AND a.level = n.number AND a.voided_at IS NULL)
  ORDER BY n.number LIMIT 1) l
CROSS JOIN LATERAL soundings.approvers(l.who_id, t.team_id) who
WHERE owned.level = 0 AND owned.voided_at IS NULL
  AND NOT EXISTS (SELECT FROM approval a WHERE a.question_id = t.question_id AND a.person_id = who.person_id
    AND a.recommendation_id IS NOT DISTINCT FROM t.recommendation_id AND a.voided_at IS NULL)
  AND NOT EXISTS (SELECT FROM question q WHERE q.id = t.question_id AND q.author_id = who.person_id)
  AND NOT EXISTS (SELECT FROM recommendation x WHERE x.id = t.recommendation_id AND x.made_by_id = who.person_id)
  AND NOT EXISTS (SELECT FROM wall w WHERE w.question_id = t.question_id AND w.person_id = who.person_id
    AND w.lifted_at IS NULL)
  AND NOT EXISTS (SELECT FROM bid b JOIN bid_member m ON m.bid_id = b.id AND m.declined_at IS NULL
    WHERE b.question_id = t.question_id AND m.person_id = who.person_id);
