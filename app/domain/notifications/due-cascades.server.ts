import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { FactDraft } from '../fact';

/** What a team left unanswered: once its day has passed the team is reminded, and later coordinators are told; each once. */
export const unansweredCascades = async (tx: Db): Promise<FactDraft[]> => [
  ...(await overdue(tx, 'LevelIsReminded', Prisma.sql`c.answer_by <`)),
  ...(await overdue(tx, 'LevelHasNotAnswered', Prisma.sql`c.escalate_on <=`)),
];

async function overdue(tx: Db, name: string, day: Prisma.Sql): Promise<FactDraft[]> {
  const rows = await tx.$queryRaw<{ id: string; questionId: string; teamId: string }[]>`
    SELECT c.id, c.question_id AS "questionId", c.team_id AS "teamId"
    FROM "cascade" c JOIN question q ON q.id = c.question_id AND q.withdrawn_at IS NULL AND q.answered_at IS NULL
      AND q.visibility = 'network'
    WHERE c.answer IS NULL AND ${day} (soundings.now() AT TIME ZONE 'Europe/London')::date
      AND NOT EXISTS (SELECT FROM fact f WHERE f.noun = 'question' AND f.noun_id = c.question_id
                      AND f.name = ${name} AND f.data->>'subjectId' = c.id::text)
    LIMIT 100`;
  return rows.map(({ id, questionId, teamId }) => ({
    name,
    noun: 'question',
    nounId: questionId,
    data: { subjectId: id, teamId },
  }));
}
