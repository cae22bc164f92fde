-- Whoever hands over does not accept. A successor that nobody of its own could answer for has a coordinator answer, who
-- says why.

-- Named for one that ends.
CREATE FUNCTION soundings.hands_over(the_reorganisation uuid, the_person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM reorganisation_part p WHERE p.reorganisation_id = the_reorganisation
    AND p.side = 'predecessor' AND p.person_id = the_person)
$$;

-- A successor for which nobody is named, and of whose own people nobody could be: in one of its teams or with a confirmed
-- affiliation, besides whoever proposed it or hands over.
CREATE FUNCTION soundings.successor_is_alone(the_reorganisation uuid, the_organisation uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM reorganisation_part p WHERE p.reorganisation_id = the_reorganisation
      AND p.organisation_id = the_organisation AND p.side = 'successor' AND (p.person_id IS NULL
        OR soundings.hands_over(the_reorganisation, p.person_id)))
    AND NOT EXISTS (SELECT FROM (
      SELECT m.person_id FROM team t JOIN team_membership m ON m.team_id = t.id AND m.ends_at IS NULL
      WHERE t.organisation_id = the_organisation AND t.closed_at IS NULL
      UNION SELECT a.person_id FROM affiliation a
      WHERE a.organisation_id = the_organisation AND a.verified_at IS NOT NULL AND a.ends_on IS NULL) c
    JOIN person p ON p.id = c.person_id AND p.verified_at IS NOT NULL AND p.suspended_at IS NULL
      AND p.erased_at IS NULL AND p.merged_into_id IS NULL
    WHERE NOT soundings.hands_over(the_reorganisation, c.person_id)
      AND NOT EXISTS (SELECT FROM reorganisation r WHERE r.id = the_reorganisation AND r.proposed_by_id = c.person_id))
$$;

CREATE OR REPLACE FUNCTION soundings.reorganisation_kept() RETURNS trigger LANGUAGE plpgsql AS $$
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
        WHERE reorganisation_id = NEW.id AND person_id IS NULL
          AND NOT soundings.successor_is_alone(reorganisation_id, organisation_id)) THEN
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

CREATE FUNCTION soundings.two_people_hand_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM reorganisation_part p WHERE p.reorganisation_id = NEW.reorganisation_id
      AND p.person_id = NEW.person_id AND p.side <> NEW.side) THEN
    PERFORM soundings.refuse('HandsOverAndAccepts', 'HandsOverAndAccepts: Whoever hands over cannot be the one who accepts.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER two_people_hand_over BEFORE INSERT OR UPDATE OF person_id ON reorganisation_part
  FOR EACH ROW WHEN (NEW.person_id IS NOT NULL) EXECUTE FUNCTION soundings.two_people_hand_over();

CREATE FUNCTION soundings.another_accepts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT NEW.followed AND soundings.hands_over(NEW.reorganisation_id, NEW.answered_by_id) THEN
    PERFORM soundings.refuse('HandsOverAndAccepts', 'HandsOverAndAccepts: Whoever hands over cannot be the one who accepts.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER another_accepts BEFORE INSERT OR UPDATE OF answer ON handover
  FOR EACH ROW WHEN (NEW.answer = 'accepted') EXECUTE FUNCTION soundings.another_accepts();
