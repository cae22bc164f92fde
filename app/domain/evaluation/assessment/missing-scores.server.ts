import { Prisma } from '~/platform/generated/prisma/client';

/** Scores that live evaluators still owe on bids that they may see, as rows; `question` is the id in SQL. */
export const missingScores = (question: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT FROM panel_membership m
  JOIN bid b ON b.question_id = m.question_id AND b.excluded_at IS NULL AND b.withdrawn_at IS NULL
  JOIN bid_submission s ON s.bid_id = b.id AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL
  JOIN criterion c ON c.question_id = m.question_id AND c.stage = 'written'
  LEFT JOIN score x ON x.bid_id = b.id AND x.criterion_id = c.id AND x.person_id = m.person_id
  WHERE m.question_id = ${question} AND m.role = 'evaluator' AND m.ended_at IS NULL
    AND x.submitted_at IS NULL
    AND (NOT EXISTS (SELECT FROM assignment_plan l WHERE l.question_id = m.question_id)
      OR EXISTS (SELECT FROM assessment a WHERE a.bid_id = b.id AND a.person_id = m.person_id
        AND a.moved_at IS NULL AND a.refused_at IS NULL))
    AND NOT EXISTS (SELECT FROM wall w WHERE w.person_id = m.person_id AND w.lifted_at IS NULL
      AND w.question_id = m.question_id AND (w.bid_id IS NULL OR w.bid_id = b.id))`;
