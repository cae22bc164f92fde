-- CreateEnum
CREATE TYPE "CommentLevel" AS ENUM ('everybody', 'government', 'team', 'coordinators');

-- CreateEnum
CREATE TYPE "WatchSetting" AS ENUM ('every', 'daily', 'none');

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "noun" TEXT NOT NULL,
    "noun_id" UUID NOT NULL,
    "parent_id" UUID,
    "level" "CommentLevel" NOT NULL,
    "author_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "posted_at" TIMESTAMPTZ(6) NOT NULL,
    "edited_at" TIMESTAMPTZ(6),
    "hidden_at" TIMESTAMPTZ(6),
    "hidden_by_id" UUID,
    "hidden_reason" TEXT,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment_wording" (
    "comment_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "replaced_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "comment_wording_pkey" PRIMARY KEY ("comment_id","number")
);

-- CreateTable
CREATE TABLE "comment_mention" (
    "comment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "comment_mention_pkey" PRIMARY KEY ("comment_id","person_id")
);

-- CreateTable
CREATE TABLE "discussion_watch" (
    "noun" TEXT NOT NULL,
    "noun_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "setting" "WatchSetting" NOT NULL,
    "set_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "discussion_watch_pkey" PRIMARY KEY ("noun","noun_id","person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "comment_reference_key" ON "comment"("reference");

-- CreateIndex
CREATE INDEX "comment_noun_noun_id_posted_at_idx" ON "comment"("noun", "noun_id", "posted_at");

-- CreateIndex
CREATE INDEX "comment_author_id_idx" ON "comment"("author_id");

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_wording" ADD CONSTRAINT "comment_wording_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discussion_watch" ADD CONSTRAINT "discussion_watch_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE comment
  ADD CONSTRAINT comment_noun_check CHECK (noun IN ('question', 'finding')),
  ADD CONSTRAINT comment_says_something CHECK (body <> '' AND length(body) <= 6000),
  ADD CONSTRAINT comment_hidden_with_reason CHECK (
    (hidden_at IS NULL) = (hidden_by_id IS NULL) AND (hidden_at IS NULL) = (hidden_reason IS NULL)
    AND hidden_reason <> '');
ALTER TABLE discussion_watch ADD CONSTRAINT discussion_watch_noun_check CHECK (noun IN ('question', 'finding'));
CREATE INDEX discussion_watch_daily ON discussion_watch (noun, noun_id) WHERE setting = 'daily';

-- A reply stays in its thread: same thing, same level, one level deep. Who said what to whom never changes.
CREATE FUNCTION soundings.keep_comment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  parent comment%ROWTYPE;
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM soundings.refuse('CommentIsKept', 'CommentIsKept: A comment is hidden, never deleted.');
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.noun, NEW.noun_id, NEW.parent_id, NEW.level, NEW.author_id, NEW.posted_at)
       IS DISTINCT FROM (OLD.noun, OLD.noun_id, OLD.parent_id, OLD.level, OLD.author_id, OLD.posted_at) THEN
      PERFORM soundings.refuse('CommentIsKept', 'CommentIsKept: Where a comment stands and whose it is never changes.');
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.parent_id IS NOT NULL THEN
    SELECT * INTO parent FROM comment WHERE id = NEW.parent_id;
    IF parent.parent_id IS NOT NULL
       OR (parent.noun, parent.noun_id, parent.level) IS DISTINCT FROM (NEW.noun, NEW.noun_id, NEW.level) THEN
      PERFORM soundings.refuse('ReplyIsElsewhere', 'ReplyIsElsewhere: A reply stands in the thread that it answers.');
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER comment_kept BEFORE INSERT OR UPDATE OR DELETE ON comment
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_comment();
CREATE TRIGGER comment_wording_kept BEFORE UPDATE OR DELETE ON comment_wording
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_as_written();
