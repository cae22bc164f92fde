-- What was signed or returned stays as it was; that it ended is added, and an address goes when its holder is erased.
CREATE OR REPLACE FUNCTION soundings.keep_sign_off() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - ARRAY['voided_at', 'ended_at', 'address'] <> to_jsonb(OLD) - ARRAY['voided_at', 'ended_at', 'address']
     OR (OLD.ended_at IS NOT NULL AND (NEW.ended_at, NEW.voided_at) IS DISTINCT FROM (OLD.ended_at, OLD.voided_at))
     OR (NEW.address IS DISTINCT FROM OLD.address AND NEW.address <> '') THEN
    PERFORM soundings.refuse('SignOffIsKept', 'SignOffIsKept: What was signed or returned is kept as it was.');
  END IF;
  RETURN NEW;
END $$;
