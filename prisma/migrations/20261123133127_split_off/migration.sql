-- AlterEnum
ALTER TYPE "ReorganisationKind" ADD VALUE 'splitOff';

-- The new value is compared as text: nothing may name it in the transaction that adds it.

-- What goes on beside what split off from it has no heir.
CREATE OR REPLACE VIEW soundings.organisation_heir AS
  WITH RECURSIVE step AS (
    SELECT id, merged_into_id AS heir_id FROM organisation WHERE merged_into_id IS NOT NULL
    UNION SELECT p.organisation_id, s.organisation_id FROM reorganisation r
      JOIN reorganisation_part p ON p.reorganisation_id = r.id AND p.side = 'predecessor'
      JOIN reorganisation_part s ON s.reorganisation_id = r.id AND s.side = 'successor'
      WHERE r.kind::text <> 'splitOff' AND r.confirmed_at IS NOT NULL AND r.withdrawn_at IS NULL
        AND r.effective_on <= (soundings.now() AT TIME ZONE 'Europe/London')::date
  ), line AS (
    SELECT id, heir_id FROM step
    UNION SELECT l.id, s.heir_id FROM line l JOIN step s ON s.id = l.heir_id)
  SELECT id, heir_id FROM line WHERE id <> heir_id;

-- It is not closed by that.
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
  IF NEW.completed_at IS NOT NULL AND NEW.kind::text NOT IN ('rename', 'splitOff') AND EXISTS (SELECT FROM reorganisation_part p
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
