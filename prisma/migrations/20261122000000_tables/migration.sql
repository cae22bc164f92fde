-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "SealPart" AS ENUM ('quality', 'price');

-- CreateEnum
CREATE TYPE "BidRole" AS ENUM ('lead', 'editor', 'partner');

-- CreateEnum
CREATE TYPE "PanelRole" AS ENUM ('evaluator', 'moderator');

-- CreateEnum
CREATE TYPE "DeclarationStage" AS ENUM ('publication', 'opening', 'award');

-- CreateEnum
CREATE TYPE "StudyType" AS ENUM ('review', 'impact', 'process', 'descriptive', 'qualitative', 'method', 'expertJudgement', 'grey', 'notStated');

-- CreateEnum
CREATE TYPE "Confidence" AS ENUM ('low', 'moderate', 'high');

-- CreateEnum
CREATE TYPE "InstallationRole" AS ENUM ('coordinator', 'administrator', 'auditor', 'committeeReader');

-- CreateEnum
CREATE TYPE "TeamRole" AS ENUM ('author', 'seniorResponsibleOwner', 'budgetHolder', 'evaluator', 'moderator', 'observer');

-- CreateEnum
CREATE TYPE "Availability" AS ENUM ('available', 'limited', 'unavailable', 'unstated');

-- CreateEnum
CREATE TYPE "JoinRoute" AS ENUM ('invitation', 'emailDomain', 'request');

-- CreateEnum
CREATE TYPE "Marking" AS ENUM ('OFFICIAL', 'OFFICIAL_SENSITIVE');

-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('network', 'invited', 'team');

-- CreateEnum
CREATE TYPE "QuestionOutcome" AS ENUM ('awarded', 'noneSuitable', 'cancelled', 'answered');

-- CreateEnum
CREATE TYPE "ConflictScope" AS ENUM ('competition', 'bid');

-- CreateEnum
CREATE TYPE "RaterRole" AS ENUM ('policy', 'operational', 'academic');

-- CreateEnum
CREATE TYPE "PriorityKind" AS ENUM ('threat', 'outcome', 'system', 'policing');

-- CreateEnum
CREATE TYPE "TermScheme" AS ENUM ('threatArea', 'enabler', 'strand', 'level', 'method', 'discipline', 'questionType', 'businessModelStage', 'interventionType', 'region');

-- CreateEnum
CREATE TYPE "TermStanding" AS ENUM ('current', 'unverified', 'unknown');

-- CreateTable
CREATE TABLE "fact" (
    "id" UUID NOT NULL,
    "number" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "actor_id" UUID,
    "noun" TEXT NOT NULL,
    "noun_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "data" JSONB NOT NULL,
    "commitment" BYTEA,
    "hash" BYTEA NOT NULL,
    "position" BIGINT,
    "chain" BYTEA,

    CONSTRAINT "fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fact_personal" (
    "fact_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "salt" BYTEA NOT NULL,
    "ciphertext" BYTEA NOT NULL,

    CONSTRAINT "fact_personal_pkey" PRIMARY KEY ("fact_id")
);

-- CreateTable
CREATE TABLE "person_key" (
    "person_id" UUID NOT NULL,
    "wrapped_key" BYTEA,
    "key_id" TEXT NOT NULL,
    "destroyed_at" TIMESTAMPTZ(6),

    CONSTRAINT "person_key_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "position" BIGINT NOT NULL,
    "chain" BYTEA NOT NULL,
    "signed_at" TIMESTAMPTZ(6) NOT NULL,
    "signature" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "one_use_key" (
    "actor_id" UUID NOT NULL,
    "command" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "input_hash" BYTEA NOT NULL,
    "result" JSONB NOT NULL,
    "used_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "one_use_key_pkey" PRIMARY KEY ("actor_id","command","key")
);

-- CreateTable
CREATE TABLE "award" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "question_id" UUID NOT NULL,
    "bid_id" UUID NOT NULL,
    "amount" INTEGER NOT NULL,
    "decided_at" TIMESTAMPTZ(6) NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "notice_at" TIMESTAMPTZ(6),
    "standstill_ends_on" DATE,
    "withdrawn_at" TIMESTAMPTZ(6),
    "withdrawn_reason" TEXT,
    "contracted_at" TIMESTAMPTZ(6),
    "contract_reference" TEXT,
    "starts_on" DATE,
    "ends_on" DATE,
    "closed_at" TIMESTAMPTZ(6),
    "invented" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "award_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment_summary" (
    "bid_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "prepared_at" TIMESTAMPTZ(6) NOT NULL,
    "sent_at" TIMESTAMPTZ(6),
    "sent_by_id" UUID,

    CONSTRAINT "assessment_summary_pkey" PRIMARY KEY ("bid_id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "id" UUID NOT NULL,
    "award_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "amount" INTEGER NOT NULL DEFAULT 0,
    "approval" BOOLEAN NOT NULL DEFAULT false,
    "paid_at" TIMESTAMPTZ(6),

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliverable" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "milestone_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "limits" TEXT NOT NULL DEFAULT '',
    "delivered_at" TIMESTAMPTZ(6) NOT NULL,
    "delivered_by_id" UUID NOT NULL,
    "reviewed_at" TIMESTAMPTZ(6),
    "reviewed_by_id" UUID,
    "review_note" TEXT,
    "accepted_at" TIMESTAMPTZ(6),
    "accepted_by_id" UUID,
    "returned_at" TIMESTAMPTZ(6),
    "returned_reason" TEXT,

    CONSTRAINT "deliverable_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seal_key" (
    "question_id" UUID NOT NULL,
    "part" "SealPart" NOT NULL,
    "public_key" BYTEA NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "shares" JSONB,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "opened_at" TIMESTAMPTZ(6),

    CONSTRAINT "seal_key_pkey" PRIMARY KEY ("question_id","part")
);

-- CreateTable
CREATE TABLE "opening_confirmation" (
    "question_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "capacity" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "opening_confirmation_pkey" PRIMARY KEY ("question_id","person_id")
);

-- CreateTable
CREATE TABLE "opener_deputy" (
    "question_id" UUID NOT NULL,
    "capacity" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "named_by_id" UUID NOT NULL,
    "named_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "opener_deputy_pkey" PRIMARY KEY ("question_id","capacity")
);

-- CreateTable
CREATE TABLE "bid" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "question_id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "organisation_id" UUID,
    "draft" BYTEA NOT NULL,
    "draft_key" BYTEA NOT NULL,
    "draft_key_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "saved_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(6),
    "withdrawn_reason" TEXT,
    "excluded_at" TIMESTAMPTZ(6),
    "excluded_reason" TEXT,

    CONSTRAINT "bid_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bid_member" (
    "bid_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "BidRole" NOT NULL,
    "invited_at" TIMESTAMPTZ(6) NOT NULL,
    "accepted_at" TIMESTAMPTZ(6),
    "declined_at" TIMESTAMPTZ(6),

    CONSTRAINT "bid_member_pkey" PRIMARY KEY ("bid_id","person_id")
);

-- CreateTable
CREATE TABLE "bid_partner" (
    "bid_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "part" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "bid_partner_pkey" PRIMARY KEY ("bid_id","organisation_id")
);

-- CreateTable
CREATE TABLE "bid_stale_save" (
    "id" UUID NOT NULL,
    "bid_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "base_revision" INTEGER NOT NULL,
    "draft" BYTEA NOT NULL,
    "saved_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "bid_stale_save_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bid_submission" (
    "id" UUID NOT NULL,
    "bid_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "sealed_quality" BYTEA NOT NULL,
    "sealed_price" BYTEA,
    "content_hash" BYTEA NOT NULL,
    "receipt_nonce" BYTEA NOT NULL,
    "receipt_signature" BYTEA NOT NULL,
    "receipt_key_id" TEXT NOT NULL,
    "submitted_by_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(6) NOT NULL,
    "replaced_at" TIMESTAMPTZ(6),
    "withdrawn_at" TIMESTAMPTZ(6),

    CONSTRAINT "bid_submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "panel_membership" (
    "question_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "PanelRole" NOT NULL,
    "appointed_by_id" UUID NOT NULL,
    "appointed_at" TIMESTAMPTZ(6) NOT NULL,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "panel_membership_pkey" PRIMARY KEY ("question_id","person_id")
);

-- CreateTable
CREATE TABLE "declaration" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "stage" "DeclarationStage" NOT NULL,
    "capacity" TEXT NOT NULL,
    "has_interest" BOOLEAN NOT NULL,
    "details" TEXT NOT NULL DEFAULT '',
    "about_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "declared_at" TIMESTAMPTZ(6) NOT NULL,
    "decided_at" TIMESTAMPTZ(6),
    "decided_by_id" UUID,
    "confirmed" BOOLEAN,
    "decision_reason" TEXT,

    CONSTRAINT "declaration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wall" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "bid_id" UUID,
    "reason" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(6) NOT NULL,
    "raised_by_id" UUID,
    "lifted_at" TIMESTAMPTZ(6),
    "lifted_by_id" UUID,
    "lifted_reason" TEXT,

    CONSTRAINT "wall_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "score" (
    "bid_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "value" INTEGER,
    "reason" TEXT NOT NULL DEFAULT '',
    "saved_at" TIMESTAMPTZ(6) NOT NULL,
    "submitted_at" TIMESTAMPTZ(6),

    CONSTRAINT "score_pkey" PRIMARY KEY ("bid_id","criterion_id","person_id")
);

-- CreateTable
CREATE TABLE "moderation_meeting" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "minutes" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "moderation_meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consensus_score" (
    "bid_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "value" INTEGER NOT NULL,
    "rationale" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "consensus_score_pkey" PRIMARY KEY ("bid_id","criterion_id")
);

-- CreateTable
CREATE TABLE "recommendation" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "outcome" "QuestionOutcome" NOT NULL,
    "bid_ids" UUID[],
    "ranking" JSONB NOT NULL,
    "tie_reason" TEXT NOT NULL DEFAULT '',
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(6) NOT NULL,
    "approved_at" TIMESTAMPTZ(6),
    "approved_by_id" UUID,
    "returned_at" TIMESTAMPTZ(6),
    "returned_by_id" UUID,
    "returned_reason" TEXT,

    CONSTRAINT "recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "work_id" UUID,
    "question_id" UUID,
    "award_id" UUID,
    "deliverable_id" UUID,
    "advice_answer_id" UUID,
    "submitted_by_id" UUID,
    "bibliographic" BOOLEAN NOT NULL DEFAULT false,
    "invented" BOOLEAN NOT NULL DEFAULT false,
    "marking" "Marking" NOT NULL DEFAULT 'OFFICIAL',
    "confidence" "Confidence",
    "appraised_at" TIMESTAMPTZ(6),
    "current_number" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "published_at" TIMESTAMPTZ(6),
    "released_at" TIMESTAMPTZ(6),
    "superseded_by_id" UUID,
    "superseded_at" TIMESTAMPTZ(6),
    "retracted_at" TIMESTAMPTZ(6),
    "retracted_reason" TEXT,
    "review_by" DATE,
    "reaffirmed_at" TIMESTAMPTZ(6),
    "merged_into_id" UUID,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding_version" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "key_messages" TEXT NOT NULL DEFAULT '',
    "summary" TEXT NOT NULL DEFAULT '',
    "limits" TEXT NOT NULL DEFAULT '',
    "methods" TEXT NOT NULL DEFAULT '',
    "study_type" "StudyType" NOT NULL DEFAULT 'notStated',
    "year" INTEGER,
    "kind" TEXT NOT NULL DEFAULT 'article',
    "venue" TEXT NOT NULL DEFAULT '',
    "volume" TEXT,
    "issue" TEXT,
    "pages" TEXT,
    "publisher" TEXT,
    "doi" TEXT,
    "web_address" TEXT,
    "licence" TEXT NOT NULL DEFAULT '',
    "first_public_on" DATE,
    "change_note" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "created_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(6),
    "returned_at" TIMESTAMPTZ(6),
    "returned_reason" TEXT,
    "published_at" TIMESTAMPTZ(6),
    "published_by_id" UUID,
    "declined_at" TIMESTAMPTZ(6),
    "declined_reason" TEXT,

    CONSTRAINT "finding_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding_author" (
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "orcid" TEXT,
    "person_id" UUID,
    "roles" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "finding_author_pkey" PRIMARY KEY ("version_id","position")
);

-- CreateTable
CREATE TABLE "finding_term" (
    "finding_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,

    CONSTRAINT "finding_term_pkey" PRIMARY KEY ("finding_id","term_id")
);

-- CreateTable
CREATE TABLE "priority_case" (
    "finding_id" UUID NOT NULL,
    "priority_id" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "priority_case_pkey" PRIMARY KEY ("finding_id","priority_id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "stored_as" TEXT NOT NULL,
    "sealed" BOOLEAN NOT NULL DEFAULT false,
    "uploaded_by_id" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(6) NOT NULL,
    "scanned_at" TIMESTAMPTZ(6),

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding_file" (
    "version_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,

    CONSTRAINT "finding_file_pkey" PRIMARY KEY ("version_id","file_id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "fact_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "path" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "read_at" TIMESTAMPTZ(6),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "notice_id" UUID,
    "purpose" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "queued_at" TIMESTAMPTZ(6) NOT NULL,
    "sent_at" TIMESTAMPTZ(6),
    "enqueued_at" TIMESTAMPTZ(6),
    "kept_at" TIMESTAMPTZ(6),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispatcher_cursor" (
    "name" TEXT NOT NULL,
    "number" BIGINT NOT NULL,

    CONSTRAINT "dispatcher_cursor_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "bulk_action" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "input" JSONB NOT NULL DEFAULT '{}',
    "done_at" TIMESTAMPTZ(6) NOT NULL,
    "finished_at" TIMESTAMPTZ(6),
    "undone_at" TIMESTAMPTZ(6),
    "undone_by_id" UUID,

    CONSTRAINT "bulk_action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_action_item" (
    "bulk_action_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "noun" TEXT NOT NULL,
    "noun_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "before" JSONB NOT NULL DEFAULT '{}',
    "outcome" TEXT,
    "why" TEXT,
    "last_fact" BIGINT,
    "undo_outcome" TEXT,
    "undo_why" TEXT,

    CONSTRAINT "bulk_action_item_pkey" PRIMARY KEY ("bulk_action_id","noun","noun_id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" TEXT,
    "region" TEXT,
    "invented" BOOLEAN NOT NULL DEFAULT false,
    "ror_id" TEXT,
    "merged_into_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "closed_at" TIMESTAMPTZ(6),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_version" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "change_note" TEXT NOT NULL,
    "holds_from" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_id" UUID,

    CONSTRAINT "organisation_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_domain" (
    "domain" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "organisation_domain_pkey" PRIMARY KEY ("domain")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "orcid" TEXT,
    "verified_at" TIMESTAMPTZ(6),
    "verified_by" "JoinRoute",
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "invented" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "suspended_at" TIMESTAMPTZ(6),
    "erased_at" TIMESTAMPTZ(6),
    "merged_into_id" UUID,
    "notices_by_mail" BOOLEAN NOT NULL DEFAULT true,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_email" (
    "address" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "primary" BOOLEAN NOT NULL DEFAULT false,
    "personal" BOOLEAN NOT NULL DEFAULT false,
    "verified_at" TIMESTAMPTZ(6),

    CONSTRAINT "person_email_pkey" PRIMARY KEY ("address")
);

-- CreateTable
CREATE TABLE "credential" (
    "person_id" UUID NOT NULL,
    "password_hash" TEXT,
    "totp_secret" BYTEA,
    "totp_confirmed_at" TIMESTAMPTZ(6),
    "totp_last_step" BIGINT,
    "changed_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ(6),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(6) NOT NULL,
    "second_factor_at" TIMESTAMPTZ(6),
    "user_agent" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_token" (
    "token_hash" BYTEA NOT NULL,
    "purpose" TEXT NOT NULL,
    "person_id" UUID,
    "address" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "used_at" TIMESTAMPTZ(6),

    CONSTRAINT "one_time_token_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "window_end" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "affiliation" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "post" TEXT NOT NULL DEFAULT '',
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "verified_at" TIMESTAMPTZ(6),

    CONSTRAINT "affiliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "installation_role_grant" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "InstallationRole" NOT NULL,
    "granted_at" TIMESTAMPTZ(6) NOT NULL,
    "granted_by_id" UUID,
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "installation_role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "closed_at" TIMESTAMPTZ(6),

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_membership" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "roles" "TeamRole"[],
    "starts_at" TIMESTAMPTZ(6) NOT NULL,
    "ends_at" TIMESTAMPTZ(6),

    CONSTRAINT "team_membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "expert_profile" (
    "person_id" UUID NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "availability" "Availability" NOT NULL DEFAULT 'unstated',
    "available_from" DATE,
    "capacity_days" INTEGER,
    "clearance_level" TEXT,
    "clearance_sponsor" TEXT,
    "clearance_expires" DATE,
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "regions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "interests" TEXT NOT NULL DEFAULT '',
    "web_address" TEXT,
    "listed" BOOLEAN NOT NULL DEFAULT true,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "confirmed_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "expert_profile_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "expert_term" (
    "person_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,

    CONSTRAINT "expert_term_pkey" PRIMARY KEY ("person_id","term_id")
);

-- CreateTable
CREATE TABLE "work" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "year" INTEGER,
    "venue" TEXT NOT NULL DEFAULT '',
    "volume" TEXT,
    "issue" TEXT,
    "pages" TEXT,
    "publisher" TEXT,
    "kind" TEXT NOT NULL DEFAULT 'article',
    "doi" TEXT,
    "web_address" TEXT,
    "abstract" TEXT,
    "verified" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "work_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_author" (
    "work_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "orcid" TEXT,
    "person_id" UUID,

    CONSTRAINT "work_author_pkey" PRIMARY KEY ("work_id","position")
);

-- CreateTable
CREATE TABLE "join_request" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID,
    "organisation_name" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(6) NOT NULL,
    "decided_at" TIMESTAMPTZ(6),
    "decided_by_id" UUID,
    "accepted" BOOLEAN,
    "decision_reason" TEXT,

    CONSTRAINT "join_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "address" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "organisation_id" UUID,
    "team_id" UUID,
    "team_roles" "TeamRole"[] DEFAULT ARRAY[]::"TeamRole"[],
    "installation_roles" "InstallationRole"[] DEFAULT ARRAY[]::"InstallationRole"[],
    "as_expert" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT NOT NULL DEFAULT '',
    "invited_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "accepted_at" TIMESTAMPTZ(6),
    "accepted_by_id" UUID,
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release" (
    "id" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "noun_id" UUID NOT NULL,
    "released_at" TIMESTAMPTZ(6) NOT NULL,
    "released_by_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(6),
    "withdrawn_by_id" UUID,
    "withdrawn_reason" TEXT,

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "route" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "takes_bids" BOOLEAN NOT NULL,
    "takes_advice" BOOLEAN NOT NULL DEFAULT false,
    "bidding_working_days" INTEGER NOT NULL,
    "expression_of_interest" BOOLEAN NOT NULL DEFAULT false,
    "two_openers" BOOLEAN NOT NULL DEFAULT false,
    "price_scored" BOOLEAN NOT NULL DEFAULT true,
    "price_after_quality" BOOLEAN NOT NULL DEFAULT false,
    "standstill_working_days" INTEGER NOT NULL DEFAULT 0,
    "several_awards" BOOLEAN NOT NULL DEFAULT false,
    "conflict_scope" "ConflictScope" NOT NULL DEFAULT 'competition',
    "minimum_evaluators" INTEGER NOT NULL DEFAULT 2,
    "light_criteria" BOOLEAN NOT NULL DEFAULT false,
    "retired_at" TIMESTAMPTZ(6),

    CONSTRAINT "route_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "team_id" UUID NOT NULL,
    "route_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "senior_responsible_owner_id" UUID,
    "budget_holder_id" UUID,
    "title" TEXT NOT NULL DEFAULT '',
    "summary" TEXT NOT NULL DEFAULT '',
    "decision" TEXT NOT NULL DEFAULT '',
    "decision_date" DATE,
    "needed_by" DATE,
    "questions_asked" TEXT NOT NULL DEFAULT '',
    "background" TEXT NOT NULL DEFAULT '',
    "outputs" TEXT NOT NULL DEFAULT '',
    "illicit_finance_relevant" BOOLEAN,
    "illicit_finance_reason" TEXT NOT NULL DEFAULT '',
    "ethics" JSONB NOT NULL DEFAULT '{}',
    "data_protection" JSONB NOT NULL DEFAULT '{}',
    "contract_terms" JSONB NOT NULL DEFAULT '{}',
    "procurement" JSONB NOT NULL DEFAULT '{}',
    "near_duplicate_reason" TEXT NOT NULL DEFAULT '',
    "marking" "Marking" NOT NULL DEFAULT 'OFFICIAL',
    "visibility" "Visibility" NOT NULL DEFAULT 'network',
    "budget_minimum" INTEGER,
    "budget_maximum" INTEGER,
    "awards_available" INTEGER NOT NULL DEFAULT 1,
    "quality_weight" INTEGER NOT NULL DEFAULT 70,
    "price_weight" INTEGER NOT NULL DEFAULT 30,
    "bidding_working_days" INTEGER,
    "word_limit" INTEGER NOT NULL DEFAULT 3000,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "submitted_at" TIMESTAMPTZ(6),
    "returned_at" TIMESTAMPTZ(6),
    "returned_reason" TEXT,
    "approved_at" TIMESTAMPTZ(6),
    "approved_by_id" UUID,
    "published_at" TIMESTAMPTZ(6),
    "clarifications_close_at" TIMESTAMPTZ(6),
    "answers_due_at" TIMESTAMPTZ(6),
    "closes_at" TIMESTAMPTZ(6),
    "opened_at" TIMESTAMPTZ(6),
    "evaluation_started_at" TIMESTAMPTZ(6),
    "quality_agreed_at" TIMESTAMPTZ(6),
    "price_opened_at" TIMESTAMPTZ(6),
    "decided_at" TIMESTAMPTZ(6),
    "outcome" "QuestionOutcome",
    "outcome_reason" TEXT,
    "delivery_started_at" TIMESTAMPTZ(6),
    "answered_at" TIMESTAMPTZ(6),
    "withdrawn_at" TIMESTAMPTZ(6),
    "withdrawn_reason" TEXT,
    "released_at" TIMESTAMPTZ(6),
    "review_by" DATE,
    "merged_into_id" UUID,
    "invented" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_term" (
    "question_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,

    CONSTRAINT "question_term_pkey" PRIMARY KEY ("question_id","term_id")
);

-- CreateTable
CREATE TABLE "question_priority" (
    "question_id" UUID NOT NULL,
    "priority_id" UUID NOT NULL,

    CONSTRAINT "question_priority_pkey" PRIMARY KEY ("question_id","priority_id")
);

-- CreateTable
CREATE TABLE "criterion" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "guidance" TEXT NOT NULL DEFAULT '',
    "weight" INTEGER NOT NULL,
    "minimum" INTEGER,

    CONSTRAINT "criterion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_version" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "holds_from" TIMESTAMPTZ(6) NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_id" UUID,

    CONSTRAINT "question_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "addendum" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(6) NOT NULL,
    "published_by_id" UUID NOT NULL,

    CONSTRAINT "addendum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_invitation" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "person_id" UUID,
    "organisation_id" UUID,
    "invited_by_id" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ(6) NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "declined_at" TIMESTAMPTZ(6),

    CONSTRAINT "question_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_interest" (
    "question_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "interested_at" TIMESTAMPTZ(6),
    "watching_since" TIMESTAMPTZ(6),
    "seeking_partners_since" TIMESTAMPTZ(6),
    "partner_note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "question_interest_pkey" PRIMARY KEY ("question_id","person_id")
);

-- CreateTable
CREATE TABLE "clarification" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "question_id" UUID NOT NULL,
    "asker_id" UUID NOT NULL,
    "asked" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(6) NOT NULL,
    "published_text" TEXT,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(6),
    "answered_by_id" UUID,
    "declined_at" TIMESTAMPTZ(6),
    "declined_reason" TEXT,

    CONSTRAINT "clarification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "advice_answer" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "question_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "limits" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "submitted_at" TIMESTAMPTZ(6),
    "acknowledged_at" TIMESTAMPTZ(6),
    "publish_asked_at" TIMESTAMPTZ(6),
    "consented_at" TIMESTAMPTZ(6),
    "consent_named" BOOLEAN,
    "refused_at" TIMESTAMPTZ(6),

    CONSTRAINT "advice_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_holiday" (
    "nation" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "bank_holiday_pkey" PRIMARY KEY ("nation","day")
);

-- CreateTable
CREATE TABLE "rating" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "priority_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "value" INTEGER,
    "certainty" INTEGER NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "rater_role" "RaterRole" NOT NULL,
    "interest_declared" BOOLEAN NOT NULL DEFAULT false,
    "rated_at" TIMESTAMPTZ(6) NOT NULL,
    "changed_at" TIMESTAMPTZ(6) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rating_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rating_history" (
    "id" UUID NOT NULL,
    "rating_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "version_id" UUID NOT NULL,
    "value" INTEGER,
    "certainty" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "held_from" TIMESTAMPTZ(6) NOT NULL,
    "held_until" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "rating_history_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "impact_record" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "finding_id" UUID NOT NULL,
    "finding_number" INTEGER NOT NULL,
    "priority_id" UUID,
    "organisation_id" UUID NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "effect" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "evidence_address" TEXT,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "released_at" TIMESTAMPTZ(6),
    "withdrawn_at" TIMESTAMPTZ(6),
    "withdrawn_reason" TEXT,
    "statement" JSONB,
    "statement_hash" BYTEA,
    "statement_signature" BYTEA,
    "statement_key_id" TEXT,
    "statement_issued_at" TIMESTAMPTZ(6),
    "invented" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "impact_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "framework" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "citation" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "starts_written" TEXT NOT NULL,
    "ends_written" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "framework_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "framework_version" (
    "id" UUID NOT NULL,
    "framework_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "change_note" TEXT NOT NULL,
    "holds_from" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_id" UUID,

    CONSTRAINT "framework_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "framework_item" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "framework_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "standing" "TermStanding" NOT NULL DEFAULT 'current',
    "term_id" UUID,

    CONSTRAINT "framework_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "priority_set" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "kind" "PriorityKind" NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "starts_written" TEXT NOT NULL,
    "ends_written" TEXT,
    "dates_note" TEXT NOT NULL DEFAULT '',
    "standing" "TermStanding" NOT NULL DEFAULT 'current',
    "note" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "priority_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "priority_set_version" (
    "id" UUID NOT NULL,
    "priority_set_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "change_note" TEXT NOT NULL,
    "holds_from" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_id" UUID,

    CONSTRAINT "priority_set_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "priority" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "priority_set_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "term_id" UUID,
    "retired_at" TIMESTAMPTZ(6),

    CONSTRAINT "priority_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "crosswalk" (
    "id" UUID NOT NULL,
    "priority_set_id" UUID NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 1,
    "verified" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "holds_from" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "crosswalk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "crosswalk_entry" (
    "crosswalk_id" UUID NOT NULL,
    "priority_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,

    CONSTRAINT "crosswalk_entry_pkey" PRIMARY KEY ("crosswalk_id","priority_id","term_id")
);

-- CreateTable
CREATE TABLE "term" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "scheme" "TermScheme" NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "definition" TEXT NOT NULL DEFAULT '',
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "standing" "TermStanding" NOT NULL DEFAULT 'current',
    "source" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "parent_id" UUID,
    "merged_into_id" UUID,
    "review_by" DATE,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "retired_at" TIMESTAMPTZ(6),
    "retired_reason" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "term_version" (
    "id" UUID NOT NULL,
    "term_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "standing" "TermStanding" NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "change_note" TEXT NOT NULL,
    "holds_from" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_id" UUID,

    CONSTRAINT "term_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "term_list" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "standing" "TermStanding" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "term_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "term_list_member" (
    "list_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,

    CONSTRAINT "term_list_member_pkey" PRIMARY KEY ("list_id","term_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "fact_number_key" ON "fact"("number");

-- CreateIndex
CREATE UNIQUE INDEX "fact_position_key" ON "fact"("position");

-- CreateIndex
CREATE INDEX "fact_noun_noun_id_number_idx" ON "fact"("noun", "noun_id", "number");

-- CreateIndex
CREATE INDEX "fact_actor_id_idx" ON "fact"("actor_id");

-- CreateIndex
CREATE INDEX "one_use_key_used_at_idx" ON "one_use_key"("used_at");

-- CreateIndex
CREATE UNIQUE INDEX "award_reference_key" ON "award"("reference");

-- CreateIndex
CREATE INDEX "award_question_id_idx" ON "award"("question_id");

-- CreateIndex
CREATE UNIQUE INDEX "milestone_award_id_position_key" ON "milestone"("award_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "deliverable_reference_key" ON "deliverable"("reference");

-- CreateIndex
CREATE INDEX "deliverable_milestone_id_idx" ON "deliverable"("milestone_id");

-- CreateIndex
CREATE UNIQUE INDEX "bid_reference_key" ON "bid"("reference");

-- CreateIndex
CREATE INDEX "bid_question_id_idx" ON "bid"("question_id");

-- CreateIndex
CREATE INDEX "bid_lead_id_idx" ON "bid"("lead_id");

-- CreateIndex
CREATE INDEX "bid_member_person_id_idx" ON "bid_member"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "bid_stale_save_bid_id_person_id_key" ON "bid_stale_save"("bid_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "bid_submission_bid_id_number_key" ON "bid_submission"("bid_id", "number");

-- CreateIndex
CREATE INDEX "panel_membership_person_id_idx" ON "panel_membership"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "declaration_question_id_person_id_stage_key" ON "declaration"("question_id", "person_id", "stage");

-- CreateIndex
CREATE INDEX "wall_person_id_idx" ON "wall"("person_id");

-- CreateIndex
CREATE INDEX "wall_question_id_idx" ON "wall"("question_id");

-- CreateIndex
CREATE INDEX "recommendation_question_id_idx" ON "recommendation"("question_id");

-- CreateIndex
CREATE UNIQUE INDEX "finding_reference_key" ON "finding"("reference");

-- CreateIndex
CREATE INDEX "finding_published_at_id_idx" ON "finding"("published_at", "id");

-- CreateIndex
CREATE INDEX "finding_question_id_idx" ON "finding"("question_id");

-- CreateIndex
CREATE UNIQUE INDEX "finding_version_finding_id_number_key" ON "finding_version"("finding_id", "number");

-- CreateIndex
CREATE INDEX "finding_author_person_id_idx" ON "finding_author"("person_id");

-- CreateIndex
CREATE INDEX "finding_term_term_id_idx" ON "finding_term"("term_id");

-- CreateIndex
CREATE INDEX "priority_case_priority_id_idx" ON "priority_case"("priority_id");

-- CreateIndex
CREATE UNIQUE INDEX "stored_file_reference_key" ON "stored_file"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "stored_file_stored_as_key" ON "stored_file"("stored_as");

-- CreateIndex
CREATE INDEX "notice_person_id_created_at_id_idx" ON "notice"("person_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_person_id_fact_id_kind_key" ON "notice"("person_id", "fact_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "mail_notice_id_key" ON "mail"("notice_id");

-- CreateIndex
CREATE INDEX "mail_queued_at_idx" ON "mail"("queued_at");

-- CreateIndex
CREATE UNIQUE INDEX "bulk_action_reference_key" ON "bulk_action"("reference");

-- CreateIndex
CREATE INDEX "bulk_action_person_id_done_at_idx" ON "bulk_action"("person_id", "done_at");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_reference_key" ON "organisation"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_ror_id_key" ON "organisation"("ror_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_version_organisation_id_number_key" ON "organisation_version"("organisation_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "person_reference_key" ON "person"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "person_orcid_key" ON "person"("orcid");

-- CreateIndex
CREATE INDEX "person_email_person_id_idx" ON "person_email"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_code_person_id_code_hash_key" ON "recovery_code"("person_id", "code_hash");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "one_time_token_person_id_idx" ON "one_time_token"("person_id");

-- CreateIndex
CREATE INDEX "affiliation_person_id_idx" ON "affiliation"("person_id");

-- CreateIndex
CREATE INDEX "affiliation_organisation_id_idx" ON "affiliation"("organisation_id");

-- CreateIndex
CREATE INDEX "installation_role_grant_person_id_idx" ON "installation_role_grant"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "team_reference_key" ON "team"("reference");

-- CreateIndex
CREATE INDEX "team_membership_person_id_idx" ON "team_membership"("person_id");

-- CreateIndex
CREATE INDEX "team_membership_team_id_idx" ON "team_membership"("team_id");

-- CreateIndex
CREATE INDEX "expert_term_term_id_idx" ON "expert_term"("term_id");

-- CreateIndex
CREATE UNIQUE INDEX "work_reference_key" ON "work"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "work_doi_key" ON "work"("doi");

-- CreateIndex
CREATE INDEX "work_author_person_id_idx" ON "work_author"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "join_request_reference_key" ON "join_request"("reference");

-- CreateIndex
CREATE INDEX "join_request_person_id_idx" ON "join_request"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_reference_key" ON "invitation"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_address_idx" ON "invitation"("address");

-- CreateIndex
CREATE INDEX "release_noun_noun_id_idx" ON "release"("noun", "noun_id");

-- CreateIndex
CREATE UNIQUE INDEX "route_slug_key" ON "route"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "question_reference_key" ON "question"("reference");

-- CreateIndex
CREATE INDEX "question_team_id_idx" ON "question"("team_id");

-- CreateIndex
CREATE INDEX "question_published_at_id_idx" ON "question"("published_at", "id");

-- CreateIndex
CREATE INDEX "question_term_term_id_idx" ON "question_term"("term_id");

-- CreateIndex
CREATE INDEX "question_priority_priority_id_idx" ON "question_priority"("priority_id");

-- CreateIndex
CREATE UNIQUE INDEX "criterion_question_id_position_key" ON "criterion"("question_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "question_version_question_id_number_key" ON "question_version"("question_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "addendum_question_id_number_key" ON "addendum"("question_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "question_invitation_question_id_person_id_key" ON "question_invitation"("question_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_invitation_question_id_organisation_id_key" ON "question_invitation"("question_id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "clarification_reference_key" ON "clarification"("reference");

-- CreateIndex
CREATE INDEX "clarification_question_id_idx" ON "clarification"("question_id");

-- CreateIndex
CREATE UNIQUE INDEX "advice_answer_reference_key" ON "advice_answer"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "advice_answer_question_id_person_id_key" ON "advice_answer"("question_id", "person_id");

-- CreateIndex
CREATE INDEX "rating_priority_id_idx" ON "rating"("priority_id");

-- CreateIndex
CREATE UNIQUE INDEX "rating_finding_id_priority_id_person_id_key" ON "rating"("finding_id", "priority_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "rating_history_rating_id_revision_key" ON "rating_history"("rating_id", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "impact_record_reference_key" ON "impact_record"("reference");

-- CreateIndex
CREATE INDEX "impact_record_finding_id_idx" ON "impact_record"("finding_id");

-- CreateIndex
CREATE UNIQUE INDEX "framework_reference_key" ON "framework"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "framework_slug_key" ON "framework"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "framework_version_framework_id_number_key" ON "framework_version"("framework_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "framework_item_reference_key" ON "framework_item"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "framework_item_framework_id_position_key" ON "framework_item"("framework_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "priority_set_reference_key" ON "priority_set"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "priority_set_slug_key" ON "priority_set"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "priority_set_version_priority_set_id_number_key" ON "priority_set_version"("priority_set_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "priority_reference_key" ON "priority"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "priority_priority_set_id_slug_key" ON "priority"("priority_set_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "crosswalk_priority_set_id_number_key" ON "crosswalk"("priority_set_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "term_reference_key" ON "term"("reference");

-- CreateIndex
CREATE INDEX "term_scheme_position_idx" ON "term"("scheme", "position");

-- CreateIndex
CREATE UNIQUE INDEX "term_scheme_slug_key" ON "term"("scheme", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "term_version_term_id_number_key" ON "term_version"("term_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "term_list_slug_key" ON "term_list"("slug");

-- AddForeignKey
ALTER TABLE "fact_personal" ADD CONSTRAINT "fact_personal_fact_id_fkey" FOREIGN KEY ("fact_id") REFERENCES "fact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_summary" ADD CONSTRAINT "assessment_summary_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "award"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable" ADD CONSTRAINT "deliverable_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seal_key" ADD CONSTRAINT "seal_key_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opening_confirmation" ADD CONSTRAINT "opening_confirmation_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opener_deputy" ADD CONSTRAINT "opener_deputy_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opener_deputy" ADD CONSTRAINT "opener_deputy_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid" ADD CONSTRAINT "bid_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid" ADD CONSTRAINT "bid_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid" ADD CONSTRAINT "bid_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid_member" ADD CONSTRAINT "bid_member_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid_member" ADD CONSTRAINT "bid_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid_partner" ADD CONSTRAINT "bid_partner_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid_partner" ADD CONSTRAINT "bid_partner_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid_stale_save" ADD CONSTRAINT "bid_stale_save_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid_submission" ADD CONSTRAINT "bid_submission_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_membership" ADD CONSTRAINT "panel_membership_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_membership" ADD CONSTRAINT "panel_membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declaration" ADD CONSTRAINT "declaration_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declaration" ADD CONSTRAINT "declaration_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wall" ADD CONSTRAINT "wall_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wall" ADD CONSTRAINT "wall_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wall" ADD CONSTRAINT "wall_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score" ADD CONSTRAINT "score_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score" ADD CONSTRAINT "score_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score" ADD CONSTRAINT "score_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_meeting" ADD CONSTRAINT "moderation_meeting_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consensus_score" ADD CONSTRAINT "consensus_score_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consensus_score" ADD CONSTRAINT "consensus_score_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_work_id_fkey" FOREIGN KEY ("work_id") REFERENCES "work"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "award"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_deliverable_id_fkey" FOREIGN KEY ("deliverable_id") REFERENCES "deliverable"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_advice_answer_id_fkey" FOREIGN KEY ("advice_answer_id") REFERENCES "advice_answer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_superseded_by_id_fkey" FOREIGN KEY ("superseded_by_id") REFERENCES "finding"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_version" ADD CONSTRAINT "finding_version_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_author" ADD CONSTRAINT "finding_author_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "finding_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_author" ADD CONSTRAINT "finding_author_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_term" ADD CONSTRAINT "finding_term_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_term" ADD CONSTRAINT "finding_term_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "priority_case" ADD CONSTRAINT "priority_case_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "priority_case" ADD CONSTRAINT "priority_case_priority_id_fkey" FOREIGN KEY ("priority_id") REFERENCES "priority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_file" ADD CONSTRAINT "finding_file_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "finding_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_file" ADD CONSTRAINT "finding_file_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_action_item" ADD CONSTRAINT "bulk_action_item_bulk_action_id_fkey" FOREIGN KEY ("bulk_action_id") REFERENCES "bulk_action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_version" ADD CONSTRAINT "organisation_version_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_domain" ADD CONSTRAINT "organisation_domain_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_email" ADD CONSTRAINT "person_email_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_token" ADD CONSTRAINT "one_time_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "installation_role_grant" ADD CONSTRAINT "installation_role_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_membership" ADD CONSTRAINT "team_membership_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_membership" ADD CONSTRAINT "team_membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert_profile" ADD CONSTRAINT "expert_profile_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert_term" ADD CONSTRAINT "expert_term_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert_term" ADD CONSTRAINT "expert_term_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_author" ADD CONSTRAINT "work_author_work_id_fkey" FOREIGN KEY ("work_id") REFERENCES "work"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_author" ADD CONSTRAINT "work_author_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "join_request" ADD CONSTRAINT "join_request_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_route_id_fkey" FOREIGN KEY ("route_id") REFERENCES "route"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_senior_responsible_owner_id_fkey" FOREIGN KEY ("senior_responsible_owner_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_budget_holder_id_fkey" FOREIGN KEY ("budget_holder_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_term" ADD CONSTRAINT "question_term_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_term" ADD CONSTRAINT "question_term_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_priority" ADD CONSTRAINT "question_priority_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_priority" ADD CONSTRAINT "question_priority_priority_id_fkey" FOREIGN KEY ("priority_id") REFERENCES "priority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_version" ADD CONSTRAINT "question_version_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "addendum" ADD CONSTRAINT "addendum_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_invitation" ADD CONSTRAINT "question_invitation_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_invitation" ADD CONSTRAINT "question_invitation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_invitation" ADD CONSTRAINT "question_invitation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_interest" ADD CONSTRAINT "question_interest_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_interest" ADD CONSTRAINT "question_interest_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clarification" ADD CONSTRAINT "clarification_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clarification" ADD CONSTRAINT "clarification_asker_id_fkey" FOREIGN KEY ("asker_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advice_answer" ADD CONSTRAINT "advice_answer_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advice_answer" ADD CONSTRAINT "advice_answer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "finding_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_priority_id_fkey" FOREIGN KEY ("priority_id") REFERENCES "priority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating_history" ADD CONSTRAINT "rating_history_rating_id_fkey" FOREIGN KEY ("rating_id") REFERENCES "rating"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_record" ADD CONSTRAINT "impact_record_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_record" ADD CONSTRAINT "impact_record_priority_id_fkey" FOREIGN KEY ("priority_id") REFERENCES "priority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_record" ADD CONSTRAINT "impact_record_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_record" ADD CONSTRAINT "impact_record_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_version" ADD CONSTRAINT "framework_version_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_item" ADD CONSTRAINT "framework_item_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_item" ADD CONSTRAINT "framework_item_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "priority_set_version" ADD CONSTRAINT "priority_set_version_priority_set_id_fkey" FOREIGN KEY ("priority_set_id") REFERENCES "priority_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "priority" ADD CONSTRAINT "priority_priority_set_id_fkey" FOREIGN KEY ("priority_set_id") REFERENCES "priority_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "priority" ADD CONSTRAINT "priority_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "crosswalk" ADD CONSTRAINT "crosswalk_priority_set_id_fkey" FOREIGN KEY ("priority_set_id") REFERENCES "priority_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "crosswalk_entry" ADD CONSTRAINT "crosswalk_entry_crosswalk_id_fkey" FOREIGN KEY ("crosswalk_id") REFERENCES "crosswalk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "crosswalk_entry" ADD CONSTRAINT "crosswalk_entry_priority_id_fkey" FOREIGN KEY ("priority_id") REFERENCES "priority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "crosswalk_entry" ADD CONSTRAINT "crosswalk_entry_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term" ADD CONSTRAINT "term_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "term"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term" ADD CONSTRAINT "term_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "term"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_version" ADD CONSTRAINT "term_version_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_list_member" ADD CONSTRAINT "term_list_member_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "term_list"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_list_member" ADD CONSTRAINT "term_list_member_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
