-- Any of the words of a text, as documents are analysed: most people type more words than one text holds.
CREATE FUNCTION soundings.any_word(given text) RETURNS tsquery
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT replace(plainto_tsquery('soundings.words'::regconfig, soundings.one_spelling(given))::text, '&', '|')::tsquery
$$;
