import type { Db } from '~/platform/db.server';
import type { ReviewDecision, Round } from './review-round';

/** The rounds of a deliverable, each with its named reviewers. */
export async function roundsOf(db: Db, deliverableId: string): Promise<Round[]> {
  const rows = await db.$queryRaw<(Omit<Round, 'reviews'> & Round['reviews'][number])[]>`
    SELECT r.id, r.number, r.due_on AS "dueOn", r.opened_at AS "openedAt", v.reviewer_id AS "reviewerId",
      p.name AS "reviewerName", p.reference AS "reviewerReference", v.decision, v.comment, v.given_at AS "givenAt"
    FROM review_round r JOIN review v ON v.round_id = r.id JOIN person p ON p.id = v.reviewer_id
    WHERE r.deliverable_id = ${deliverableId}::uuid ORDER BY r.number, p.name`;
  const rounds = new Map<string, Round>();
  for (const { id, number, dueOn, openedAt, decision, ...review } of rows) {
    const round = rounds.get(id) ?? { id, number, dueOn, openedAt, reviews: [] };
    round.reviews.push({ ...review, decision: decision satisfies ReviewDecision | null });
    rounds.set(id, round);
  }
  return [...rounds.values()];
}

/** Whom a round can ask: the panel and the team, but nobody who delivers and nobody behind a wall. */
export const possibleReviewers = (
  db: Db,
  award: { id: string; bidId: string; question: { id: string; teamId: string } },
) =>
  db.$queryRaw<{ id: string; reference: string; name: string }[]>`
    SELECT p.id, p.reference, p.name FROM person p
    WHERE p.id IN (
        SELECT m.person_id FROM panel_membership m WHERE m.question_id = ${award.question.id}::uuid AND m.ended_at IS NULL
        UNION SELECT t.person_id FROM team_membership t WHERE t.team_id = ${award.question.teamId}::uuid AND t.ends_at IS NULL)
      AND p.id NOT IN (SELECT w.person_id FROM award_winner w WHERE w.award_id = ${award.id}::uuid)
      AND NOT EXISTS (SELECT FROM wall w WHERE w.question_id = ${award.question.id}::uuid AND w.person_id = p.id
                      AND w.lifted_at IS NULL AND (w.bid_id IS NULL OR w.bid_id = ${award.bidId}::uuid))
    ORDER BY p.name LIMIT 200`;
