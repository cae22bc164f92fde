-- CreateTable
CREATE TABLE "finding_vote" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "priority_set_id" UUID NOT NULL,
    "priority_id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "period" DATE NOT NULL,
    "votes" INTEGER NOT NULL,
    "given_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "finding_vote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "finding_vote_priority_id_period_idx" ON "finding_vote"("priority_id", "period");

-- CreateIndex
CREATE INDEX "finding_vote_finding_id_idx" ON "finding_vote"("finding_id");

-- CreateIndex
CREATE UNIQUE INDEX "finding_vote_person_id_priority_id_finding_id_period_key" ON "finding_vote"("person_id", "priority_id", "finding_id", "period");

-- AddForeignKey
ALTER TABLE "finding_vote" ADD CONSTRAINT "finding_vote_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_vote" ADD CONSTRAINT "finding_vote_priority_set_id_fkey" FOREIGN KEY ("priority_set_id") REFERENCES "priority_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_vote" ADD CONSTRAINT "finding_vote_priority_id_fkey" FOREIGN KEY ("priority_id") REFERENCES "priority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_vote" ADD CONSTRAINT "finding_vote_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE finding_vote ADD CONSTRAINT finding_vote_votes_check CHECK (votes BETWEEN 1 AND 10);

-- The first day of the half-year that an instant lies in, by the UK calendar.
CREATE FUNCTION soundings.half_year(instant timestamptz) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT make_date(extract(year FROM day)::int, CASE WHEN extract(month FROM day) < 7 THEN 1 ELSE 7 END, 1)
  FROM (SELECT (instant AT TIME ZONE 'Europe/London')::date AS day) uk
$$;

-- Ten votes for each member, half-year and priority set; none for one's own work; none once the half-year is over.
CREATE FUNCTION soundings.keep_vote_allotment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  given integer;
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.period <> soundings.half_year(soundings.now())
     AND EXISTS (SELECT FROM finding f WHERE f.id = OLD.finding_id) THEN
    PERFORM soundings.refuse('VotingIsOver', 'VotingIsOver: The half-year of these votes is over.');
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF NEW.period <> soundings.half_year(soundings.now()) THEN
    PERFORM soundings.refuse('VotingIsOver', 'VotingIsOver: The half-year of these votes is over.');
  END IF;
  IF NOT EXISTS (SELECT FROM priority p WHERE p.id = NEW.priority_id AND p.priority_set_id = NEW.priority_set_id) THEN
    PERFORM soundings.refuse('PriorityIsOfAnotherSet', 'PriorityIsOfAnotherSet: The priority is of another set.');
  END IF;
  IF EXISTS (SELECT FROM finding f WHERE f.id = NEW.finding_id AND f.submitted_by_id = NEW.person_id)
     OR EXISTS (SELECT FROM finding_version v JOIN finding_author a ON a.version_id = v.id
                WHERE v.finding_id = NEW.finding_id AND a.person_id = NEW.person_id) THEN
    PERFORM soundings.refuse('OwnWork', 'OwnWork: Nobody votes for their own work.');
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('votes ' || NEW.person_id || NEW.priority_set_id, 0));
  SELECT coalesce(sum(v.votes), 0) INTO given FROM finding_vote v
    WHERE v.person_id = NEW.person_id AND v.priority_set_id = NEW.priority_set_id AND v.period = NEW.period
      AND (v.priority_id, v.finding_id) <> (NEW.priority_id, NEW.finding_id);
  IF given + NEW.votes > 10 THEN
    PERFORM soundings.refuse('VotesAreSpent',
      'VotesAreSpent: You have ten votes in each half-year for each list of priorities. Take some back first.');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER finding_vote_allotment BEFORE INSERT OR UPDATE OR DELETE ON finding_vote
  FOR EACH ROW EXECUTE FUNCTION soundings.keep_vote_allotment();
