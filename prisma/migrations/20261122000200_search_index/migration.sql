-- English words without regard to accents.
CREATE TEXT SEARCH CONFIGURATION soundings.words (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION soundings.words
  ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, pg_catalog.english_stem;

-- Immutable as far as indexes go: the configuration is part of the schema and changes with a migration only.
-- The title weighs most, then what it is about, then the rest.
CREATE FUNCTION soundings.document(title text, about text, rest text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector('soundings.words'::regconfig, coalesce(title, '')), 'A')
      || setweight(to_tsvector('soundings.words'::regconfig, left(coalesce(about, ''), 100000)), 'B')
      || setweight(to_tsvector('soundings.words'::regconfig, left(coalesce(rest, ''), 100000)), 'D')
$$;

-- The expressions stand once more in the queries (app/domain/matching/documents.server.ts), letter by letter.
CREATE INDEX question_words ON question
  USING gin (soundings.document(title, summary || ' ' || questions_asked, background || ' ' || decision || ' ' || outputs))
  WHERE published_at IS NOT NULL;
CREATE INDEX finding_version_words ON finding_version
  USING gin (soundings.document(title, key_messages || ' ' || summary, methods || ' ' || limits || ' ' || venue))
  WHERE published_at IS NOT NULL;
CREATE INDEX expert_profile_words ON expert_profile
  USING gin (soundings.document('', summary, interests));
