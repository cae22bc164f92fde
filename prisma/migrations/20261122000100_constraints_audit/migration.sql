-- The trail is append-only. The sealer alone may fill position and chain, once, and nothing else.
CREATE FUNCTION soundings.fact_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.position IS NULL AND OLD.chain IS NULL
     AND NEW.position IS NOT NULL AND NEW.chain IS NOT NULL
     AND (NEW.id, NEW.number, NEW.name, NEW.command, NEW.noun, NEW.noun_id, NEW.at, NEW.data, NEW.hash)
       = (OLD.id, OLD.number, OLD.name, OLD.command, OLD.noun, OLD.noun_id, OLD.at, OLD.data, OLD.hash)
     AND NEW.actor_id IS NOT DISTINCT FROM OLD.actor_id
     AND NEW.commitment IS NOT DISTINCT FROM OLD.commitment
  THEN RETURN NEW; END IF;
  PERFORM soundings.refuse('TrailIsAppendOnly', 'TrailIsAppendOnly: facts are never changed or removed');
  RETURN NULL;
END $$;
CREATE TRIGGER fact_append_only BEFORE UPDATE OR DELETE ON fact
  FOR EACH ROW EXECUTE FUNCTION soundings.fact_is_append_only();

CREATE FUNCTION soundings.trail_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.refuse('TrailIsAppendOnly', 'TrailIsAppendOnly: facts are never changed or removed');
  RETURN NULL;
END $$;
CREATE TRIGGER fact_not_truncated BEFORE TRUNCATE ON fact
  FOR EACH STATEMENT EXECUTE FUNCTION soundings.trail_stays();
CREATE TRIGGER audit_head_append_only BEFORE UPDATE OR DELETE ON audit_head
  FOR EACH ROW EXECUTE FUNCTION soundings.trail_stays();
CREATE TRIGGER audit_head_not_truncated BEFORE TRUNCATE ON audit_head
  FOR EACH STATEMENT EXECUTE FUNCTION soundings.trail_stays();

ALTER TABLE fact
  ADD CONSTRAINT fact_hash_is_sha256 CHECK (length(hash) = 32),
  ADD CONSTRAINT fact_sealed_whole CHECK ((position IS NULL) = (chain IS NULL)),
  ADD CONSTRAINT fact_position_from_one CHECK (position >= 1);

-- What the sealer looks for.
CREATE INDEX fact_unsealed ON fact (number) WHERE position IS NULL;
