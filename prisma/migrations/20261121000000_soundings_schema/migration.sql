CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE SCHEMA IF NOT EXISTS soundings;

-- What the clock of a test or a demonstration was moved forward by. Elsewhere the row is ignored.
CREATE TABLE soundings.clock (
  one   boolean PRIMARY KEY DEFAULT true CHECK (one),
  shift interval NOT NULL DEFAULT interval '0'
);
INSERT INTO soundings.clock DEFAULT VALUES;

-- The clock that decides everything the product promises.
CREATE FUNCTION soundings.now() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
  SELECT CASE WHEN current_setting('soundings.kind', true) IN ('test', 'demonstration')
              THEN clock_timestamp() + (SELECT shift FROM soundings.clock)
              ELSE clock_timestamp() END
$$;

-- A row that is refused because of a rule carries the rule's name, so that the app can word it.
CREATE FUNCTION soundings.refuse(rule text, message text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'SN001', MESSAGE = message, CONSTRAINT = rule;
END $$;
