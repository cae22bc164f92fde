-- CreateEnum
CREATE TYPE "CollectionProposers" AS ENUM ('members', 'curators');

-- CreateEnum
CREATE TYPE "CollectionReview" AS ENUM ('accepted', 'atOnce');

-- CreateEnum
CREATE TYPE "FileAccessLevel" AS ENUM ('open', 'restricted', 'embargoed');

-- CreateEnum
CREATE TYPE "RequestKind" AS ENUM ('access', 'annex', 'inclusion', 'deletion', 'merge');

-- CreateEnum
CREATE TYPE "RequestState" AS ENUM ('asked', 'held', 'accepted', 'declined', 'cancelled', 'expired');

-- CreateEnum
CREATE TYPE "RequestEventKind" AS ENUM ('asked', 'commented', 'held', 'accepted', 'declined', 'cancelled', 'expired');

-- CreateTable
CREATE TABLE "collection" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "proposers" "CollectionProposers" NOT NULL,
    "review" "CollectionReview" NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "closed_at" TIMESTAMPTZ(6),

    CONSTRAINT "collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection_curator" (
    "id" UUID NOT NULL,
    "collection_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(6) NOT NULL,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "collection_curator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection_entry" (
    "id" UUID NOT NULL,
    "collection_id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(6) NOT NULL,
    "removed_at" TIMESTAMPTZ(6),
    "removed_by_id" UUID,
    "removed_reason" TEXT,

    CONSTRAINT "collection_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_access" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "level" "FileAccessLevel" NOT NULL,
    "opens_on" DATE,
    "reason" TEXT NOT NULL,
    "conditions" TEXT NOT NULL DEFAULT '',
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(6) NOT NULL,
    "replaced_at" TIMESTAMPTZ(6),

    CONSTRAINT "file_access_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_grant" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "conditions" TEXT NOT NULL DEFAULT '',
    "granted_by_id" UUID NOT NULL,
    "granted_at" TIMESTAMPTZ(6) NOT NULL,
    "until" DATE NOT NULL,
    "ended_at" TIMESTAMPTZ(6),
    "ended_by_id" UUID,

    CONSTRAINT "file_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_link" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "finding_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "purpose" TEXT NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),
    "revoked_by_id" UUID,

    CONSTRAINT "file_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "annex" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "finding_id" UUID,
    "question_id" UUID,
    "marking" "Marking" NOT NULL DEFAULT 'OFFICIAL',
    "announced" BOOLEAN NOT NULL,
    "words" INTEGER NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "annex_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "annex_reader" (
    "id" UUID NOT NULL,
    "annex_id" UUID NOT NULL,
    "person_id" UUID,
    "team_id" UUID,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(6) NOT NULL,
    "removed_at" TIMESTAMPTZ(6),

    CONSTRAINT "annex_reader_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "kind" "RequestKind" NOT NULL,
    "finding_id" UUID,
    "annex_id" UUID,
    "collection_id" UUID,
    "into_id" UUID,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "reason" TEXT NOT NULL,
    "conditions" TEXT NOT NULL DEFAULT '',
    "state" "RequestState" NOT NULL DEFAULT 'asked',
    "decided_at" TIMESTAMPTZ(6),
    "decided_by_id" UUID,

    CONSTRAINT "request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_event" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "kind" "RequestEventKind" NOT NULL,
    "person_id" UUID,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "request_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "collection_slug_key" ON "collection"("slug");

-- CreateIndex
CREATE INDEX "collection_curator_person_id_idx" ON "collection_curator"("person_id");

-- CreateIndex
CREATE INDEX "collection_entry_collection_id_added_at_id_idx" ON "collection_entry"("collection_id", "added_at", "id");

-- CreateIndex
CREATE INDEX "collection_entry_finding_id_idx" ON "collection_entry"("finding_id");

-- CreateIndex
CREATE INDEX "file_access_finding_id_set_at_idx" ON "file_access"("finding_id", "set_at");

-- CreateIndex
CREATE INDEX "file_grant_finding_id_idx" ON "file_grant"("finding_id");

-- CreateIndex
CREATE INDEX "file_grant_person_id_idx" ON "file_grant"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "file_link_reference_key" ON "file_link"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "file_link_token_hash_key" ON "file_link"("token_hash");

-- CreateIndex
CREATE INDEX "file_link_finding_id_idx" ON "file_link"("finding_id");

-- CreateIndex
CREATE UNIQUE INDEX "annex_reference_key" ON "annex"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "annex_finding_id_key" ON "annex"("finding_id");

-- CreateIndex
CREATE UNIQUE INDEX "annex_question_id_key" ON "annex"("question_id");

-- CreateIndex
CREATE INDEX "annex_reader_annex_id_idx" ON "annex_reader"("annex_id");

-- CreateIndex
CREATE UNIQUE INDEX "request_reference_key" ON "request"("reference");

-- CreateIndex
CREATE INDEX "request_asked_by_id_asked_at_idx" ON "request"("asked_by_id", "asked_at");

-- CreateIndex
CREATE INDEX "request_finding_id_idx" ON "request"("finding_id");

-- CreateIndex
CREATE INDEX "request_event_request_id_at_idx" ON "request_event"("request_id", "at");

-- AddForeignKey
ALTER TABLE "collection" ADD CONSTRAINT "collection_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_curator" ADD CONSTRAINT "collection_curator_collection_id_fkey" FOREIGN KEY ("collection_id") REFERENCES "collection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_curator" ADD CONSTRAINT "collection_curator_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_curator" ADD CONSTRAINT "collection_curator_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_entry" ADD CONSTRAINT "collection_entry_collection_id_fkey" FOREIGN KEY ("collection_id") REFERENCES "collection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_entry" ADD CONSTRAINT "collection_entry_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_entry" ADD CONSTRAINT "collection_entry_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_entry" ADD CONSTRAINT "collection_entry_removed_by_id_fkey" FOREIGN KEY ("removed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_access" ADD CONSTRAINT "file_access_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_access" ADD CONSTRAINT "file_access_set_by_id_fkey" FOREIGN KEY ("set_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_grant" ADD CONSTRAINT "file_grant_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_grant" ADD CONSTRAINT "file_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_grant" ADD CONSTRAINT "file_grant_granted_by_id_fkey" FOREIGN KEY ("granted_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_grant" ADD CONSTRAINT "file_grant_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_link" ADD CONSTRAINT "file_link_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_link" ADD CONSTRAINT "file_link_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_link" ADD CONSTRAINT "file_link_revoked_by_id_fkey" FOREIGN KEY ("revoked_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annex" ADD CONSTRAINT "annex_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annex" ADD CONSTRAINT "annex_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annex" ADD CONSTRAINT "annex_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annex_reader" ADD CONSTRAINT "annex_reader_annex_id_fkey" FOREIGN KEY ("annex_id") REFERENCES "annex"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annex_reader" ADD CONSTRAINT "annex_reader_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annex_reader" ADD CONSTRAINT "annex_reader_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annex_reader" ADD CONSTRAINT "annex_reader_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_annex_id_fkey" FOREIGN KEY ("annex_id") REFERENCES "annex"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_collection_id_fkey" FOREIGN KEY ("collection_id") REFERENCES "collection"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_into_id_fkey" FOREIGN KEY ("into_id") REFERENCES "finding"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_event" ADD CONSTRAINT "request_event_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_event" ADD CONSTRAINT "request_event_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One rule for the files of a finding is in force at a time; an embargo has a day and a reason.
CREATE UNIQUE INDEX file_access_in_force ON file_access (finding_id) WHERE replaced_at IS NULL;

ALTER TABLE file_access
  ADD CONSTRAINT file_access_embargo_has_a_day CHECK ((level = 'embargoed') = (opens_on IS NOT NULL)),
  ADD CONSTRAINT file_access_says_why CHECK (reason <> ''),
  ADD CONSTRAINT file_access_ends_after_it_began CHECK (opens_on > set_at::date);

-- What was in force is history, and an embargo is never prolonged under the reason that it had.
CREATE FUNCTION soundings.keep_file_access() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (to_jsonb(NEW) - 'replaced_at') IS DISTINCT FROM (to_jsonb(OLD) - 'replaced_at') OR OLD.replaced_at IS NOT NULL THEN
      PERFORM soundings.refuse('FileAccessIsKept', 'FileAccessIsKept: Who could read the files when is history.');
    END IF;
  ELSIF EXISTS (SELECT FROM file_access f WHERE f.finding_id = NEW.finding_id AND f.opens_on < NEW.opens_on
                AND f.replaced_at = NEW.set_at AND lower(btrim(f.reason)) = lower(btrim(NEW.reason))) THEN
    PERFORM soundings.refuse('EmbargoNeedsAnotherReason',
      'EmbargoNeedsAnotherReason: Say what has changed since: an embargo is not prolonged under the reason it had.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER file_access_kept BEFORE INSERT OR UPDATE ON file_access
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_file_access();

CREATE UNIQUE INDEX file_grant_one_a_person ON file_grant (finding_id, person_id) WHERE ended_at IS NULL;
ALTER TABLE file_grant
  ADD CONSTRAINT file_grant_of_a_year_at_most CHECK (until >= granted_at::date AND until <= granted_at::date + 367),
  ADD CONSTRAINT file_grant_ended_by_somebody CHECK (ended_by_id IS NULL OR ended_at IS NOT NULL);

ALTER TABLE file_link
  ADD CONSTRAINT file_link_token_is_hashed CHECK (octet_length(token_hash) = 32),
  ADD CONSTRAINT file_link_of_ninety_days_at_most CHECK (
    expires_at > made_at AND expires_at <= made_at + interval '91 days'),
  ADD CONSTRAINT file_link_says_for_what CHECK (purpose <> ''),
  ADD CONSTRAINT file_link_revoked_by_somebody CHECK ((revoked_at IS NULL) = (revoked_by_id IS NULL));

-- A link is revoked, never prolonged, and opens one finding for good.
CREATE FUNCTION soundings.keep_file_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'revoked_at' - 'revoked_by_id') IS DISTINCT FROM (to_jsonb(OLD) - 'revoked_at' - 'revoked_by_id')
     OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at) THEN
    PERFORM soundings.refuse('FileLinkIsKept', 'FileLinkIsKept: A link can only be revoked.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER file_link_kept BEFORE UPDATE ON file_link FOR EACH ROW EXECUTE FUNCTION soundings.keep_file_link();

ALTER TABLE annex
  ADD CONSTRAINT annex_beside_one_thing CHECK (num_nonnulls(finding_id, question_id) = 1),
  ADD CONSTRAINT annex_has_words CHECK (words > 0),
  ADD CONSTRAINT annex_is_encrypted CHECK (octet_length(ciphertext) > 28 AND octet_length(wrapped_key) > 28);
CREATE UNIQUE INDEX annex_reader_person_once ON annex_reader (annex_id, person_id) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX annex_reader_team_once ON annex_reader (annex_id, team_id) WHERE removed_at IS NULL;
ALTER TABLE annex_reader
  ADD CONSTRAINT annex_reader_is_one CHECK (num_nonnulls(person_id, team_id) = 1);

ALTER TABLE collection
  ADD CONSTRAINT collection_slug_check CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT collection_says_what_it_is CHECK (title <> '' AND scope <> '');
CREATE UNIQUE INDEX collection_title_once ON collection (lower(title));
CREATE UNIQUE INDEX collection_curator_once ON collection_curator (collection_id, person_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX collection_entry_once ON collection_entry (collection_id, finding_id) WHERE removed_at IS NULL;
ALTER TABLE collection_entry
  ADD CONSTRAINT collection_entry_removed_check CHECK (
    (removed_at IS NULL) = (removed_reason IS NULL) AND (removed_at IS NULL) = (removed_by_id IS NULL)
    AND removed_reason <> '');

-- A collection has a curator at any time, as long as it is open.
CREATE FUNCTION soundings.keep_a_curator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM collection WHERE id = NEW.collection_id FOR UPDATE;
  IF NEW.ended_at IS NOT NULL AND OLD.ended_at IS NULL AND NOT EXISTS (
    SELECT FROM collection_curator c WHERE c.collection_id = NEW.collection_id AND c.ended_at IS NULL AND c.id <> NEW.id) THEN
    PERFORM soundings.refuse('CollectionNeedsACurator', 'CollectionNeedsACurator: Add another curator first.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER collection_curator_kept BEFORE UPDATE ON collection_curator
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_a_curator();

-- One open request of a kind for a topic and a person.
CREATE UNIQUE INDEX request_one_open ON request (kind, asked_by_id, coalesce(finding_id, annex_id),
  coalesce(collection_id, into_id, '00000000-0000-0000-0000-000000000000')) WHERE state IN ('asked', 'held');
CREATE INDEX request_waiting ON request (asked_at, id) WHERE state IN ('asked', 'held');

ALTER TABLE request
  ADD CONSTRAINT request_has_its_topic CHECK (
    (kind = 'annex') = (annex_id IS NOT NULL) AND (kind <> 'annex') = (finding_id IS NOT NULL)
    AND (kind = 'inclusion') = (collection_id IS NOT NULL) AND (kind = 'merge') = (into_id IS NOT NULL)
    AND into_id IS DISTINCT FROM finding_id),
  ADD CONSTRAINT request_says_why CHECK (reason <> ''),
  ADD CONSTRAINT request_lives_thirty_days CHECK (expires_at > asked_at AND expires_at <= asked_at + interval '31 days'),
  ADD CONSTRAINT request_decided_whole CHECK (
    (state IN ('asked', 'held')) = (decided_at IS NULL)
    AND (decided_by_id IS NOT NULL) = (state IN ('accepted', 'declined', 'cancelled'))),
  ADD CONSTRAINT request_decided_by_another CHECK (
    state NOT IN ('accepted', 'declined') OR decided_by_id <> asked_by_id),
  ADD CONSTRAINT request_accepted_in_time CHECK (state <> 'accepted' OR decided_at < expires_at);

-- What was asked stays as it was asked, and what has ended stays ended.
CREATE FUNCTION soundings.keep_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.decided_at IS NOT NULL THEN
    PERFORM soundings.refuse('RequestHasEnded', 'RequestHasEnded: This request has been decided already.');
  ELSIF (to_jsonb(NEW) - 'state' - 'decided_at' - 'decided_by_id')
        IS DISTINCT FROM (to_jsonb(OLD) - 'state' - 'decided_at' - 'decided_by_id') THEN
    PERFORM soundings.refuse('RequestIsKept', 'RequestIsKept: What was asked stays as it was asked.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER request_kept BEFORE UPDATE ON request FOR EACH ROW EXECUTE FUNCTION soundings.keep_request();

CREATE FUNCTION soundings.keep_request_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM soundings.refuse('RequestEventIsKept', 'RequestEventIsKept: What was said of a request stays.');
  RETURN NULL;
END $$;
CREATE TRIGGER request_event_kept BEFORE UPDATE OR DELETE ON request_event
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_request_event();
