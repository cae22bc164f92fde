-- One primary address a person; addresses and domains in lower case.
CREATE UNIQUE INDEX person_email_one_primary ON person_email (person_id) WHERE "primary";
ALTER TABLE person_email ADD CONSTRAINT person_email_lower CHECK (address = lower(address));
ALTER TABLE organisation_domain ADD CONSTRAINT organisation_domain_lower CHECK (domain = lower(domain));

ALTER TABLE organisation ADD CONSTRAINT organisation_level CHECK (
  level IN ('local', 'regional', 'national', 'border', 'international', 'online'));
ALTER TABLE organisation ADD CONSTRAINT organisation_not_into_itself CHECK (merged_into_id <> id);
ALTER TABLE person ADD CONSTRAINT person_not_into_itself CHECK (merged_into_id <> id);

-- One present spell of a kind at a time; spells run forward.
CREATE UNIQUE INDEX affiliation_one_open ON affiliation (person_id, organisation_id) WHERE ends_on IS NULL;
ALTER TABLE affiliation ADD CONSTRAINT affiliation_runs_forward CHECK (ends_on >= starts_on);
CREATE UNIQUE INDEX installation_role_grant_one_open
  ON installation_role_grant (person_id, role) WHERE revoked_at IS NULL;
CREATE UNIQUE INDEX team_membership_one_open ON team_membership (team_id, person_id) WHERE ends_at IS NULL;
ALTER TABLE team_membership ADD CONSTRAINT team_membership_has_roles CHECK (cardinality(roles) > 0);
ALTER TABLE team_membership ADD CONSTRAINT team_membership_runs_forward CHECK (ends_at >= starts_at);
CREATE UNIQUE INDEX team_name_once ON team (organisation_id, lower(name)) WHERE closed_at IS NULL;

CREATE UNIQUE INDEX invitation_one_open ON invitation (address)
  WHERE accepted_at IS NULL AND revoked_at IS NULL AND address <> '';
ALTER TABLE invitation ADD CONSTRAINT invitation_ends_once CHECK (accepted_at IS NULL OR revoked_at IS NULL);
CREATE UNIQUE INDEX join_request_one_open ON join_request (person_id) WHERE decided_at IS NULL;
ALTER TABLE join_request ADD CONSTRAINT join_request_decision CHECK ((decided_at IS NULL) = (accepted IS NULL));

ALTER TABLE credential ADD CONSTRAINT credential_factor_has_secret
  CHECK (totp_confirmed_at IS NULL OR totp_secret IS NOT NULL);
ALTER TABLE expert_profile ADD CONSTRAINT expert_profile_capacity CHECK (capacity_days BETWEEN 0 AND 366);
ALTER TABLE expert_profile ADD CONSTRAINT expert_profile_clearance
  CHECK (clearance_level IS NOT NULL OR (clearance_sponsor IS NULL AND clearance_expires IS NULL));

-- Demonstration accounts are open to everybody, so they are never a real person's.
ALTER TABLE person ADD CONSTRAINT person_demonstration_is_invented CHECK (NOT demonstration OR invented);
ALTER TABLE person ADD CONSTRAINT person_erased_names_nobody
  CHECK (erased_at IS NULL OR (name = 'former member' AND orcid IS NULL AND title = ''));

-- An installation that has an administrator is never left without one who can sign in.
CREATE FUNCTION soundings.keep_an_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('soundings: administrators'));
  IF NOT EXISTS (
    SELECT FROM installation_role_grant g JOIN person p ON p.id = g.person_id
    WHERE g.role = 'administrator' AND g.revoked_at IS NULL AND p.suspended_at IS NULL AND p.erased_at IS NULL
  ) THEN
    PERFORM soundings.refuse('LastAdministratorStays',
      'LastAdministratorStays: This is the last administrator. Give the role to somebody else first.');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_an_administrator AFTER UPDATE OF revoked_at ON installation_role_grant
  FOR EACH ROW WHEN (OLD.role = 'administrator' AND OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL)
  EXECUTE FUNCTION soundings.keep_an_administrator();
CREATE FUNCTION soundings.keep_an_administrator_active() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM installation_role_grant
             WHERE person_id = NEW.id AND role = 'administrator' AND revoked_at IS NULL) THEN
    PERFORM pg_advisory_xact_lock(hashtext('soundings: administrators'));
    IF NOT EXISTS (
      SELECT FROM installation_role_grant g JOIN person p ON p.id = g.person_id
      WHERE g.role = 'administrator' AND g.revoked_at IS NULL AND p.suspended_at IS NULL AND p.erased_at IS NULL
    ) THEN
      PERFORM soundings.refuse('LastAdministratorStays',
        'LastAdministratorStays: This is the last administrator. Give the role to somebody else first.');
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_an_administrator_active AFTER UPDATE OF suspended_at, erased_at ON person
  FOR EACH ROW WHEN (NEW.suspended_at IS NOT NULL OR NEW.erased_at IS NOT NULL)
  EXECUTE FUNCTION soundings.keep_an_administrator_active();

-- The directory and the register of organisations page by name.
CREATE INDEX person_by_name ON person (lower(name) COLLATE "und-x-icu", id);
CREATE INDEX organisation_by_name ON organisation (lower(name) COLLATE "und-x-icu", id);
