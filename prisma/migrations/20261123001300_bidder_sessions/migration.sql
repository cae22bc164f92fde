-- CreateTable
CREATE TABLE "bidder_session" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "question_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(6) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "joining" TEXT NOT NULL,
    "announced_by_id" UUID NOT NULL,
    "announced_at" TIMESTAMPTZ(6) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(6),
    "cancelled_reason" TEXT,
    "addendum_id" UUID,
    "recorded_at" TIMESTAMPTZ(6),

    CONSTRAINT "bidder_session_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "bidder_session_reference_key" ON "bidder_session"("reference");

-- CreateIndex
CREATE INDEX "bidder_session_question_id_idx" ON "bidder_session"("question_id");

-- AddForeignKey
ALTER TABLE "bidder_session" ADD CONSTRAINT "bidder_session_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bidder_session" ADD CONSTRAINT "bidder_session_addendum_id_fkey" FOREIGN KEY ("addendum_id") REFERENCES "addendum"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE bidder_session
  ADD CONSTRAINT bidder_session_is_whole CHECK (
    subject <> '' AND joining <> '' AND minutes BETWEEN 15 AND 480 AND starts_at > announced_at),
  ADD CONSTRAINT bidder_session_cancelled CHECK (
    (cancelled_at IS NULL) = (coalesce(cancelled_reason, '') = '') AND (cancelled_at IS NULL OR recorded_at IS NULL)),
  ADD CONSTRAINT bidder_session_recorded CHECK (
    (recorded_at IS NULL) = (addendum_id IS NULL) AND recorded_at >= starts_at);

CREATE TRIGGER bidder_session_is_kept BEFORE UPDATE ON bidder_session
  FOR EACH ROW WHEN (OLD.cancelled_at IS NOT NULL OR OLD.recorded_at IS NOT NULL) EXECUTE FUNCTION evaluation_is_kept();
CREATE TRIGGER bidder_session_stays BEFORE DELETE ON bidder_session
  FOR EACH ROW EXECUTE FUNCTION evaluation_is_kept();
