ALTER TABLE bulk_action_item
  ADD CONSTRAINT bulk_action_item_outcome_check CHECK (outcome IN ('done', 'skipped')),
  ADD CONSTRAINT bulk_action_item_undo_check CHECK (undo_outcome IN ('undone', 'kept')),
  ADD CONSTRAINT bulk_action_item_undone_was_done CHECK (undo_outcome IS NULL OR outcome = 'done'),
  ADD CONSTRAINT bulk_action_item_skipped_says_why CHECK (outcome <> 'skipped' OR why IS NOT NULL);

ALTER TABLE bulk_action
  ADD CONSTRAINT bulk_action_undone_by_somebody CHECK ((undone_at IS NULL) = (undone_by_id IS NULL));

-- A published version stays as it is, save that for a day its publication can be taken back whole, as long as
-- nobody has rated it: an undone publication never happened for readers.
CREATE OR REPLACE FUNCTION soundings.keep_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NULL OR to_jsonb(NEW) IS NOT DISTINCT FROM to_jsonb(OLD) THEN RETURN NEW; END IF;
  IF NEW.published_at IS NULL AND NEW.published_by_id IS NULL
     AND OLD.published_at > soundings.now() - interval '24 hours'
     AND to_jsonb(NEW) - '{published_at,published_by_id}'::text[]
       = to_jsonb(OLD) - '{published_at,published_by_id}'::text[]
     AND NOT EXISTS (SELECT FROM rating r WHERE r.version_id = OLD.id)
  THEN RETURN NEW; END IF;
  PERFORM soundings.refuse('PublishedVersionIsFixed', 'PublishedVersionIsFixed: A published version cannot be changed. Start a new version.');
  RETURN NEW;
END $$;
