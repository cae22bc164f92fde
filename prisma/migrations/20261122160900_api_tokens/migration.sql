-- CreateEnum
CREATE TYPE "ApiTokenEnd" AS ENUM ('person', 'password', 'secondFactor', 'suspension', 'merge');

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" TEXT[],
    "prefix" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "last_used_on" DATE,
    "ended_at" TIMESTAMPTZ(6),
    "ended_by" "ApiTokenEnd",

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_token_prefix_key" ON "api_token"("prefix");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_hash_key" ON "api_token"("hash");

-- CreateIndex
CREATE INDEX "api_token_person_id_idx" ON "api_token"("person_id");

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE api_token
  ADD CONSTRAINT api_token_name_check CHECK (name <> '' AND length(name) <= 80),
  ADD CONSTRAINT api_token_scopes_check CHECK (scopes <@ ARRAY['read:findings', 'read:questions', 'read:experts',
    'read:organisations', 'read:strategy', 'write:findings', 'write:ratings', 'write:questions', 'write:comments',
    'write:terms'] AND cardinality(scopes) > 0),
  ADD CONSTRAINT api_token_secret_check CHECK (length(prefix) = 8 AND octet_length(hash) = 32),
  ADD CONSTRAINT api_token_life_check CHECK (expires_at > made_at AND expires_at <= made_at + interval '366 days'),
  ADD CONSTRAINT api_token_end_check CHECK ((ended_at IS NULL) = (ended_by IS NULL));

-- A token is never given more than it was made with, and one that has ended stays ended.
CREATE FUNCTION soundings.keep_api_token() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL
     OR to_jsonb(NEW) - 'last_used_on' - 'ended_at' - 'ended_by'
        <> to_jsonb(OLD) - 'last_used_on' - 'ended_at' - 'ended_by' THEN
    PERFORM soundings.refuse('ApiTokenIsKept', 'ApiTokenIsKept: A token is ended, not changed.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER api_token_kept BEFORE UPDATE ON api_token
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_api_token();
