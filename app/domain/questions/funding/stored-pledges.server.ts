import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Pledge } from './pledge';

/** The funders of the question `q`, as JSON; what its awards are paid from stands apart and is not counted again. */
export const pledgesSql = Prisma.sql`
  (SELECT coalesce(jsonb_agg(jsonb_build_object('amount', f.amount, 'certainty', f.certainty,
      'ringFenced', f.ring_fenced, 'secureFrom', f.secure_from, 'secureUntil', f.secure_until,
      'changes', (SELECT coalesce(jsonb_agg(jsonb_build_object('certainty', c.certainty)), '[]')
        FROM funding_change c WHERE c.funding_id = f.id))), '[]')
     FROM funding f WHERE f.question_id = q.id AND f.award_id IS NULL)`;

export async function pledgesOf(db: Db, questionId: string): Promise<Pledge[]> {
  const [row] = await db.$queryRaw<{ pledges: Pledge[] }[]>`
    SELECT ${pledgesSql} AS pledges FROM question q WHERE q.id = ${questionId}::uuid`;
  return row?.pledges ?? [];
}
