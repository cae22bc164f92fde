import type { Db } from '~/platform/db.server';
import type { FactDraft } from '../fact';

/** Money of a question whose condition was to be decided by now: those who answer for it are told once. */
export async function undecidedFunding(tx: Db): Promise<FactDraft[]> {
  const rows = await tx.$queryRaw<{ id: string; questionId: string; amount: number }[]>`
    SELECT f.id, f.question_id AS "questionId", f.amount FROM funding f
      JOIN question q ON q.id = f.question_id AND q.withdrawn_at IS NULL AND q.answered_at IS NULL
    WHERE f.award_id IS NULL AND f.decided_by < (soundings.now() AT TIME ZONE 'Europe/London')::date
      AND NOT EXISTS (SELECT FROM funding_change c WHERE c.funding_id = f.id)
      AND NOT EXISTS (SELECT FROM fact x WHERE x.noun = 'question' AND x.noun_id = f.question_id
                      AND x.name = 'FundingIsUndecided' AND x.data->>'subjectId' = f.id::text)
    LIMIT 100`;
  return rows.map(({ id, questionId, amount }) => ({
    name: 'FundingIsUndecided',
    noun: 'question',
    nounId: questionId,
    data: { subjectId: id, amount },
  }));
}
