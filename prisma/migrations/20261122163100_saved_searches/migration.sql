-- CreateEnum
CREATE TYPE "SearchAlert" AS ENUM ('never', 'atOnce', 'daily', 'weekly');

-- CreateTable
CREATE TABLE "saved_search" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "alert" "SearchAlert" NOT NULL DEFAULT 'never',
    "saved_at" TIMESTAMPTZ(6) NOT NULL,
    "looked_at" TIMESTAMPTZ(6) NOT NULL,
    "old_until" TIMESTAMPTZ(6),
    "feed_hash" BYTEA,
    "feed_made_at" TIMESTAMPTZ(6),

    CONSTRAINT "saved_search_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "known_result" (
    "saved_search_id" UUID NOT NULL,
    "noun_id" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "found_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "known_result_pkey" PRIMARY KEY ("saved_search_id","noun_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_search_reference_key" ON "saved_search"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "saved_search_feed_hash_key" ON "saved_search"("feed_hash");

-- CreateIndex
CREATE INDEX "saved_search_person_id_saved_at_idx" ON "saved_search"("person_id", "saved_at");

-- CreateIndex
CREATE INDEX "saved_search_alert_looked_at_idx" ON "saved_search"("alert", "looked_at");

-- AddForeignKey
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "known_result" ADD CONSTRAINT "known_result_saved_search_id_fkey" FOREIGN KEY ("saved_search_id") REFERENCES "saved_search"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE saved_search
  ADD CONSTRAINT saved_search_name_check CHECK (length(btrim(name)) BETWEEN 1 AND 100),
  ADD CONSTRAINT saved_search_query_check CHECK (length(btrim(query)) > 0 AND length(query) <= 400),
  ADD CONSTRAINT saved_search_feed_check
    CHECK ((feed_hash IS NULL) = (feed_made_at IS NULL) AND octet_length(feed_hash) = 32);

ALTER TABLE known_result ADD CONSTRAINT known_result_noun_check CHECK (noun IN ('question', 'finding'));

-- A person knows their searches by name.
CREATE UNIQUE INDEX saved_search_one_name ON saved_search (person_id, lower(name));
