-- One version at a time is being written or reviewed.
CREATE UNIQUE INDEX finding_version_one_open ON finding_version (finding_id)
  WHERE published_at IS NULL AND declined_at IS NULL;

ALTER TABLE finding_version
  ADD CONSTRAINT finding_version_number_check CHECK (number >= 1),
  -- DOIs are case-insensitive: one spelling, so that the same work is found again.
  ADD CONSTRAINT finding_version_doi_check CHECK (doi IS NULL OR doi = lower(doi)),
  ADD CONSTRAINT finding_version_returned_check CHECK ((returned_at IS NULL) = (returned_reason IS NULL)),
  ADD CONSTRAINT finding_version_declined_check CHECK ((declined_at IS NULL) = (declined_reason IS NULL)),
  ADD CONSTRAINT finding_version_decided_once_check CHECK (published_at IS NULL OR declined_at IS NULL);

ALTER TABLE work ADD CONSTRAINT work_doi_check CHECK (doi IS NULL OR doi = lower(doi));

ALTER TABLE finding
  ADD CONSTRAINT finding_released_check CHECK (released_at IS NULL OR published_at IS NOT NULL),
  ADD CONSTRAINT finding_current_check CHECK ((published_at IS NULL) = (current_number = 0)),
  ADD CONSTRAINT finding_retracted_check CHECK ((retracted_at IS NULL) = (retracted_reason IS NULL)),
  ADD CONSTRAINT finding_superseded_check CHECK ((superseded_at IS NULL) = (superseded_by_id IS NULL)),
  ADD CONSTRAINT finding_supersedes_itself_check CHECK (superseded_by_id IS DISTINCT FROM id),
  ADD CONSTRAINT finding_official_release_check CHECK (released_at IS NULL OR marking = 'OFFICIAL');

-- A published version is what people rated and cited: its text, authors and files never change.
CREATE FUNCTION soundings.keep_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NOT NULL AND to_jsonb(NEW) IS DISTINCT FROM to_jsonb(OLD) THEN
    PERFORM soundings.refuse('PublishedVersionIsFixed', 'PublishedVersionIsFixed: A published version cannot be changed. Start a new version.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER finding_version_published BEFORE UPDATE ON finding_version
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_published_version();

-- Published findings are retired, never deleted.
CREATE FUNCTION soundings.keep_published_finding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NOT NULL THEN
    PERFORM soundings.refuse('PublishedFindingIsKept', 'PublishedFindingIsKept: A published finding is retracted or superseded, never deleted.');
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER finding_kept BEFORE DELETE ON finding
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_published_finding();
CREATE TRIGGER finding_version_kept BEFORE DELETE ON finding_version
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_published_finding();

-- At most one release of a thing is in force.
CREATE UNIQUE INDEX release_one_in_force ON release (noun, noun_id) WHERE withdrawn_at IS NULL;

CREATE INDEX finding_deliverable ON finding (deliverable_id) WHERE deliverable_id IS NOT NULL;
CREATE INDEX finding_advice ON finding (advice_answer_id) WHERE advice_answer_id IS NOT NULL;
CREATE INDEX finding_version_doi ON finding_version (doi) WHERE doi IS NOT NULL;
CREATE INDEX finding_version_title ON finding_version (lower(title));
